"""The harvest as downloads, made in a worker process from the workshop as it stands."""

from facilitation import exports
from facilitation.workshop import Workshop
from screens.jobs.refresher import Worker
from screens.wire.ambient import Ambient

EXPORT_TIMEOUT_S = 120


class Exporter:
    """Makes the files that facilitators take home; each call waits for its file."""

    def __init__(self, workshop: Workshop, ambient: Ambient, worker: Worker):
        self._workshop, self._ambient, self._worker = workshop, ambient, worker

    def archive(self, language: str) -> bytes:
        """Return `export.zip`: the whole harvest, in one language."""
        state, private = self._workshop.state, self._workshop.private
        job = exports.job(state, private, language, self._ambient["cloud"])
        return self._worker.ask("export", job, timeout_s=EXPORT_TIMEOUT_S)

    def contacts(self, language: str) -> bytes:
        """Return `contacts.csv`: who may be reached for what; kept apart from the harvest."""
        return exports.contacts_csv(self._workshop.state, self._workshop.private, language)
