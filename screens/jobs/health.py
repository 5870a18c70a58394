"""What looks after the laptop while a workshop runs: backups every minute, and the alarms."""

import logging
from collections.abc import Callable

from facilitation.domain.state import WorkshopState
from facilitation.storage.backups import Backups
from facilitation.workshop import Workshop
from screens.jobs.alarms import Alarms
from screens.wire.ambient import Ambient

log = logging.getLogger(__name__)

FIRST_BACKUP_AFTER_S = 5.0
BACKUP_EVERY_S = 60.0


class HealthMonitor:
    """Keeps what consoles are shown of backups and alarms current.

    `offload` runs a function where waiting delays nobody else.
    """

    def __init__(
        self,
        workshop: Workshop,
        ambient: Ambient,
        *,
        backups: Backups,
        alarms: Alarms,
        offload: Callable[[Callable], object],
    ):
        self._workshop, self._ambient = workshop, ambient
        self._backups, self._alarms, self._offload = backups, alarms, offload
        self._participants = len(workshop.state.participants)

    def start(self, spawn: Callable, sleep: Callable[[float], None]) -> None:
        """Begin; the first backup comes soon, so that consoles can say so early."""
        self.refresh()
        self._workshop.subscribe(self._on_commit)
        spawn(self._run, sleep)

    def refresh(self) -> None:
        """Check anew what there is to warn of."""
        backup = self._backups.status()
        self._ambient.set(backup=backup, alarms=self._alarms.machine(backup))

    def wrong_key(self) -> None:
        """Somebody came with a wrong console key."""
        if self._alarms.wrong_key():
            self.refresh()

    def _on_commit(self, state: WorkshopState) -> None:
        newcomers = len(state.participants) - self._participants
        self._participants += newcomers
        rush = [self._alarms.joined() for _ in range(newcomers)]
        if any(rush):
            self.refresh()

    def _run(self, sleep: Callable[[float], None]) -> None:
        sleep(FIRST_BACKUP_AFTER_S)
        while True:
            try:
                self._offload(self._backups.make_all)
                self.refresh()
            except Exception:  # the next round comes all the same
                log.exception("The backups could not be made")
            sleep(BACKUP_EVERY_S)
