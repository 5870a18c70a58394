"""Keeps the wall's word cloud in step with the contributions, without delaying any act."""

from facilitation.domain.state import WorkshopState
from facilitation.workshop import Workshop
from screens.jobs.refresher import Asks, Keeper
from screens.wire.connections import Live

PAUSE_S = 1.0
WIDTH, HEIGHT = 1920, 880  # the shape of the room that the wall has for it


class CloudKeeper(Keeper):
    """Asks the worker for a new layout when contributions changed."""

    failed = "The word cloud could not be laid out"

    def __init__(self, workshop: Workshop, live: Live, worker: Asks):
        super().__init__(workshop, live, worker)
        self._drawn_from: list | None = None

    def files(self) -> dict[str, bytes]:
        """Return the cloud as it stands as "cloud.svg" and "cloud.png"; the first is waited for."""
        if self._live.around["cloud"] is None:
            self.refresh()
        return self._worker.ask("cloud_files", {"cloud": self._live.around["cloud"]})

    def looks_at(self, state: WorkshopState) -> tuple:
        return (state.contributions, state.topics)

    def pause_s(self, took_s: float) -> float:
        return PAUSE_S

    def refresh(self) -> None:
        """Lay the cloud out where the hall may read other texts than before."""
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
