"""What keeps something that takes long in step with the workshop, without delaying any act."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Protocol

from facilitation.domain.state import WorkshopState
from facilitation.workshop import Workshop
from screens.wire.connections import Live

RETRY_S = 5.0


class Asks(Protocol):
    """A worker process: does one job and returns plain data."""

    closed: bool

    def ask(self, job: str, payload: dict, *, timeout_s: float = 30) -> object: ...


class Keeper:
    """Refreshes when what it looks at changed, now and then, until its worker is closed."""

    failed = "It could not be refreshed"
    """What the log says then; it is tried again."""

    def __init__(self, workshop: Workshop, live: Live, worker: Asks):
        self._workshop, self._live, self._worker = workshop, live, worker
        self._seen: tuple | None = None
        self._stirred = threading.Event()

    def start(self, spawn: Callable, sleep: Callable[[float], None]) -> None:
        """Watch the workshop from now on; `spawn` and `sleep` are the server's own."""
        self._workshop.listen(self._heard)
        self._stirred.set()
        spawn(self._keep, sleep)

    def looks_at(self, state: WorkshopState) -> tuple:
        """Return the parts of the state that matter; one that is shared did not change."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Bring what is kept up to the workshop as it stands; waits for the worker."""
        raise NotImplementedError

    def pause_s(self, took_s: float) -> float:
        """Return how long to wait after a refresh that took so long."""
        raise NotImplementedError

    def _heard(self, state: WorkshopState) -> None:
        seen = self.looks_at(state)
        if self._seen is None or any(a is not b for a, b in zip(seen, self._seen, strict=True)):
            self._seen = seen
            self._stirred.set()

    def _keep(self, sleep: Callable[[float], None]) -> None:
        while True:
            self._stirred.wait()
            self._stirred.clear()
            began = time.monotonic()
            try:
                self.refresh()
            except Exception:
                if self._worker.closed:
                    return
                logging.getLogger(type(self).__module__).exception(self.failed)
                sleep(RETRY_S)
                self._stirred.set()
            sleep(self.pause_s(time.monotonic() - began))
