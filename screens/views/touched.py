"""What rows of the journal leave their traces on, so that nobody has to look at everything.

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
    ev.PaperDotsCounted,
    ev.TopicFlagged,
)
ON_A_PERSON = (ev.BadgeUsedAgain, ev.HelpOffered, ev.LanguageChosen, ev.NoticeDismissed)


class Traces(NamedTuple):
    """The ids of topics and of people that may differ; nothing else of theirs does."""

    topics: set[str]
    people: set[str]


def traces_of(rows: Iterable[Row] | None) -> Traces | None:
    """Return what these rows may have changed; None for rows that may have changed anything."""
    if rows is None:
        return None
    traces = Traces(set(), set())
    for row in rows:
        traces.people.add(row.by)
        for event in row.events:
            if not _add(traces, event):
                return None
    return traces


def _add(traces: Traces, event: Event) -> bool:
    if isinstance(event, ON_A_TOPIC):
        traces.topics.add(event.topic)
    elif isinstance(event, ev.ParticipantJoined):
        traces.people.add(event.participant)
    else:
        return isinstance(event, ON_A_PERSON)
    return True
