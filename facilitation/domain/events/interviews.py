"""Two people, of whom one notes what the other says."""

from facilitation.domain.events.fact import Event


class PairOpened(Event, tag=True):
    code: str


class PairJoined(Event, tag=True):
    """The sender uses the code of `partner`: the two are a pair from now on."""

    partner: str


class NoteTaken(Event, tag=True):
    """The sender noted the concern of `teller`, who has not confirmed it yet."""

    note: str
    teller: str
    text: str


class NoteConfirmed(Event, tag=True):
    note: str


class NoteDeclined(Event, tag=True):
    """The sender does not find in a note what they meant: it is gone, and its writer is told."""

    note: str
