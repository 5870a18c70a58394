"""A background job that recomputes something slow in a worker process when the state changed."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Protocol

from facilitation.domain.state import WorkshopState
from facilitation.workshop import Workshop
from screens.wire.ambient import Ambient

RETRY_S = 5.0


class Worker(Protocol):
    """A worker process (facilitation/worker/process.py): does one job and returns plain data."""

    closed: bool

    def ask(self, job: str, payload: dict, *, timeout_s: float = 30) -> object: ...


class Refresher:
    """Refreshes when what it watches changed, with pauses, until its worker is closed."""

    failure_message = "It could not be refreshed"
    """What the log says when a refresh fails; it is tried again."""

    def __init__(self, workshop: Workshop, ambient: Ambient, worker: Worker):
        self._workshop, self._ambient, self._worker = workshop, ambient, worker
        self._watched: tuple | None = None
        self._changed = threading.Event()

    def start(self, spawn: Callable, sleep: Callable[[float], None]) -> None:
        """Watch the workshop from now on; `spawn` and `sleep` are the server's own."""
        self._workshop.subscribe(self._on_commit)
        self._changed.set()
        spawn(self._run, sleep)

    def watched_parts(self, state: WorkshopState) -> tuple:
        """Return the parts of the state that matter; one that is the same object did not change."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Recompute from the workshop as it stands; waits for the worker."""
        raise NotImplementedError

    def pause_s(self, took_s: float) -> float:
        """Return how long to wait after a refresh that took so long."""
        raise NotImplementedError

    def _on_commit(self, state: WorkshopState) -> None:
        parts, before = self.watched_parts(state), self._watched
        if before is None or any(a is not b for a, b in zip(parts, before, strict=True)):
            self._watched = parts
            self._changed.set()

    def _run(self, sleep: Callable[[float], None]) -> None:
        while True:
            self._changed.wait()
            self._changed.clear()
            began = time.monotonic()
            try:
                self.refresh()
            except Exception:
                if self._worker.closed:
                    return
                logging.getLogger(type(self).__module__).exception(self.failure_message)
                sleep(RETRY_S)
                self._changed.set()
            sleep(self.pause_s(time.monotonic() - began))
