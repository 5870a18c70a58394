"""Keeps the wall's word cloud in step with the contributions, without delaying any act."""

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from facilitation.state import WorkshopState
from facilitation.workshop import Workshop
from screens.live import Live

log = logging.getLogger(__name__)

PAUSE_S = 1.0
RETRY_S = 5.0
WIDTH, HEIGHT = 1920, 880  # the shape of the room that the wall has for it


class Asks(Protocol):
    """The worker process: does one job and returns plain data."""

    closed: bool

    def ask(self, job: str, payload: dict, *, timeout_s: float = 30) -> dict: ...


class CloudKeeper:
    """Asks the worker for a new layout when contributions changed, at most once a second."""

    def __init__(self, workshop: Workshop, live: Live, worker: Asks):
        self._workshop, self._live, self._worker = workshop, live, worker
        self._drawn_from: list | None = None
        self._seen: tuple = (None, None)
        self._stirred = threading.Event()

    def start(self, spawn: Callable, sleep: Callable[[float], None]) -> None:
        """Watch the workshop from now on; `spawn` and `sleep` are the server's own."""
        self._workshop.listen(self._heard)
        self._stirred.set()
        spawn(self._keep, sleep)

    def files(self) -> dict[str, bytes]:
        """Return the cloud as it stands as "cloud.svg" and "cloud.png"; the first is waited for."""
        if self._live.around["cloud"] is None:
            self._draw()
        return self._worker.ask("cloud_files", {"cloud": self._live.around["cloud"]})

    def _heard(self, state: WorkshopState) -> None:
        if state.contributions is not self._seen[0] or state.topics is not self._seen[1]:
            self._seen = (state.contributions, state.topics)
            self._stirred.set()

    def _keep(self, sleep: Callable[[float], None]) -> None:
        while True:
            self._stirred.wait()
            self._stirred.clear()
            try:
                self._draw()
            except Exception:
                if self._worker.closed:
                    return
                log.exception("The word cloud could not be laid out")
                sleep(RETRY_S)
                self._stirred.set()
            sleep(PAUSE_S)

    def _draw(self) -> None:
        state = self._workshop.state
        texts = shown_texts(state)
        if texts == self._drawn_from:
            return
        self._live.around["cloud"] = self._worker.ask(
            "cloud",
            {
                "texts": texts,
                "previous": self._live.around["cloud"],
                "width": WIDTH,
                "height": HEIGHT,
            },
        )
        self._drawn_from = texts
        self._live.stir()


def shown_texts(state: WorkshopState) -> list[tuple[str, str | None]]:
    """Return text and language of every contribution that the whole hall may read."""
    shown = [
        said
        for said in state.contributions.values()
        if not said.withdrawn and any(state.topics[t].hidden is None for t in said.topics)
    ]
    return [(said.text, said.language) for said in sorted(shown, key=lambda said: said.n)]
