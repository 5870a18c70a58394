"""The ballot, and what gives it away."""

from facilitation.domain.events.fact import Event
from facilitation.domain.events.people import NoticeDismissed

DOT_NOTICES = "notice.dots_"
"""How the keys of notices about a person's own dots begin."""


class DotPlaced(Event, tag=True):
    """One dot went onto one topic. Taking it back is `DotTakenBack`, never a negative dot."""

    topic: str


class DotTakenBack(Event, tag=True):
    topic: str


class PaperDotsCounted(Event, tag=True):
    """So many paper dots are on the topic now; a new count replaces the old one."""

    topic: str
    count: int


class BallotSealed(Event, tag=True):
    """From here on only the counts are known: topic id → (dots, people)."""

    counts: dict[str, tuple[int, int]]


def tells_of_dots(event: Event) -> bool:
    """Whether an event gives away where its sender's dots were: who read that dots came back, too.

    The id of a notice names the row that moved the dots, and with it the topic.
    """
    if isinstance(event, NoticeDismissed):
        return DOT_NOTICES in event.notice
    return isinstance(event, DotPlaced | DotTakenBack)
