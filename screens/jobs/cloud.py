"""Keeps the wall's word cloud up to date with the contributions, without delaying any act."""

from facilitation.cloud.source import layout_job
from facilitation.domain.state import WorkshopState
from facilitation.workshop import Workshop
from screens.jobs.refresher import Refresher, Worker
from screens.wire.ambient import Ambient

PAUSE_S = 1.0


class CloudRefresher(Refresher):
    """Asks the worker for a new layout when contributions changed."""

    failure_message = "The word cloud could not be laid out"

    def __init__(self, workshop: Workshop, ambient: Ambient, worker: Worker):
        super().__init__(workshop, ambient, worker)
        self._drawn_from: list | None = None
        self._files: dict[str, bytes] = {}
        self._files_from: list | None = None

    def files(self) -> dict[str, bytes]:
        """Return the cloud of this moment as "cloud.svg" and "cloud.png"."""
        job = layout_job(self._workshop.state, self._ambient["cloud"])
        if job["texts"] != self._files_from:
            self._files = self._worker.ask("cloud_files", job)
            self._files_from = job["texts"]
        return self._files

    def watched_parts(self, state: WorkshopState) -> tuple:
        return (state.contributions, state.topics)

    def pause_s(self, took_s: float) -> float:
        return PAUSE_S

    def refresh(self) -> None:
        """Lay the cloud out where the hall may read other texts than before."""
        job = layout_job(self._workshop.state, self._ambient["cloud"])
        if job["texts"] == self._drawn_from:
            return
        cloud = self._worker.ask("cloud", job)
        self._drawn_from = job["texts"]
        self._ambient.set(cloud=cloud)
