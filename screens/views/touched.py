"""Which topics and people rows of the journal touch, so that not all have to be compared.

Most acts of a day touch one person and one topic. For those this module says which; for all
others it says that it does not know, and the states are compared as wholes.
"""

from collections.abc import Iterable
from typing import NamedTuple

from facilitation.domain import events as ev
from facilitation.domain.events import Event, Row

ON_A_TOPIC = (
    ev.ContributionMade,
    ev.DotPlaced,
    ev.DotTakenBack,
    ev.InterestShown,
    ev.InterestWithdrawn,
    ev.PaperDotsCounted,
    ev.TopicFlagged,
)
ON_A_PERSON = (
    ev.BadgeUsedAgain,
    ev.CarryCodeMade,
    ev.HelpOffered,
    ev.LanguageChosen,
    ev.NoticeDismissed,
)


class TouchedIds(NamedTuple):
    """The ids of topics and of people that may differ; nothing else of theirs does."""

    topics: set[str]
    people: set[str]


def touched_ids(rows: Iterable[Row] | None) -> TouchedIds | None:
    """Return what these rows may have changed; None for rows that may have changed anything."""
    if rows is None:
        return None
    touched = TouchedIds(set(), set())
    for row in rows:
        touched.people.add(row.by)
        for event in row.events:
            if not _add(touched, event):
                return None
    return touched


def _add(touched: TouchedIds, event: Event) -> bool:
    if isinstance(event, ON_A_TOPIC):
        touched.topics.add(event.topic)
    elif isinstance(event, ev.ParticipantJoined):
        touched.people.add(event.participant)
    else:
        return isinstance(event, ON_A_PERSON)
    return True
