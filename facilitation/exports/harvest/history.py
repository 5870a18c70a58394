"""What facilitators did, in the order of the day."""

from msgspec import UNSET

from facilitation.domain.document import HistoryPart
from facilitation.domain.state import Step, WorkshopState
from facilitation.domain.texts import title_of

OWN_WORDS = {"merge", "rename", "call_group", "change_group", "dissolve_group"}
"""Acts whose title a facilitator typed; other acts name what somebody else may have withdrawn."""

ON_TOPICS = {"merge", "split", "rename", "hide", "restore"}
"""Acts whose titles are those of topics."""


def history_parts(
    state: WorkshopState, quotable: set[str], hidden_topics: set[str]
) -> list[HistoryPart]:
    """`quotable` are the titles that the harvest contains anyway: no other is quoted.

    An act that is about one of `hidden_topics` is marked.
    """
    earlier = list(state.earlier.history)
    first = max((act.by for act in earlier), default=0) + 1
    withdrawn = {title_of(c.text) for c in state.contributions.values() if c.withdrawn}
    numbers: dict[str, int] = {}
    for n in sorted(state.steps.keys()):
        step = state.steps[n]
        gaps, own = step.gaps, step.kind in OWN_WORDS
        title, old = gaps.get("title"), gaps.get("old")
        keep = title in quotable or (own and title not in withdrawn)
        earlier.append(
            HistoryPart(
                at=step.at,
                by=numbers.setdefault(step.by, first + len(numbers)),
                kind=step.kind,
                title=title if keep else None,
                old=old if old in quotable else None,
                reason=gaps.get("reason"),
                count=gaps.get("count"),
                undone=step.status != "done",
                hidden=True if _names_hidden(step, hidden_topics) else UNSET,
            )
        )
    return earlier


def _names_hidden(step: Step, hidden_topics: set[str]) -> bool:
    return step.kind in ON_TOPICS and not hidden_topics.isdisjoint(step.shapes)
