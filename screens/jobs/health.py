"""What watches over the laptop while a workshop goes on: backups every minute, and the alarms."""

import logging
from collections.abc import Callable

from facilitation.domain.state import WorkshopState
from facilitation.storage.backups import Backups
from facilitation.workshop import Workshop
from screens.jobs.alarms import Alarms
from screens.wire.connections import Live

log = logging.getLogger(__name__)

FIRST_BACKUP_AFTER_S = 5.0
BACKUP_EVERY_S = 60.0


class Watch:
    """Keeps what consoles are shown of backups and alarms true."""

    def __init__(
        self,
        workshop: Workshop,
        live: Live,
        *,
        backups: Backups,
        alarms: Alarms,
        offload: Callable[[Callable], object],
    ):
        self._workshop, self._live = workshop, live
        self._backups, self._alarms, self._offload = backups, alarms, offload
        self._there = len(workshop.state.participants)

    def start(self, spawn: Callable, sleep: Callable[[float], None]) -> None:
        """Watch from now on; the first backup comes soon, so that consoles can say so early."""
        self.look()
        self._workshop.listen(self._heard)
        spawn(self._keep_watching, sleep)

    def look(self) -> None:
        """Look anew what there is to warn of."""
        around = self._live.around
        around["backup"] = self._backups.status()
        around["alarms"] = self._alarms.machine(around["backup"])
        self._live.stir()

    def wrong_key(self) -> None:
        """Somebody came with a wrong console key."""
        if self._alarms.wrong_key():
            self.look()

    def _heard(self, state: WorkshopState) -> None:
        newcomers = len(state.participants) - self._there
        self._there += newcomers
        rush = [self._alarms.joined() for _ in range(newcomers)]
        if any(rush):
            self.look()

    def _keep_watching(self, sleep: Callable[[float], None]) -> None:
        sleep(FIRST_BACKUP_AFTER_S)
        while True:
            try:
                self._offload(self._backups.make_all)
                self.look()
            except Exception:  # the next round comes all the same
                log.exception("The backups could not be made")
            sleep(BACKUP_EVERY_S)
