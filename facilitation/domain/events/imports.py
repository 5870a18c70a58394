"""What came from a workshop before."""

from facilitation.domain.document import Document
from facilitation.domain.events.agenda import SupporterListed
from facilitation.domain.events.fact import Event


class WorkshopImported(Event, tag=True):
    """A new workshop begins with what an export holds; the roster only by keys (rule 8).

    Without `new_round` it goes on in the phase and with the settings of the old one: so it was
    before imports began anew.
    """

    document: Document
    supporters: list[SupporterListed] = []  # noqa: RUF012 (msgspec gives each its own)
    new_round: bool = False
