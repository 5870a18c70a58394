"""What came from a workshop before."""

from facilitation.document import Document
from facilitation.events.day import SupporterListed
from facilitation.events.fact import Event


class WorkshopImported(Event, tag=True):
    """A new workshop begins with what an export holds; the roster only by keys (rule 8)."""

    document: Document
    supporters: list[SupporterListed] = []  # noqa: RUF012 (msgspec gives each its own)
