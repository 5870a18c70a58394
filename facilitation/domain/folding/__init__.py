"""From events to state: one pure function an event, no rules, no clock, no input or output."""

from collections.abc import Iterable

from msgspec.structs import replace

from facilitation.domain.events import Row
from facilitation.domain.folding import (  # noqa: F401 (they register folds)
    agenda,
    contributions,
    dots,
    groups,
    imports,
    interest,
    interviews,
    people,
    topics,
    undo,
)
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import WorkshopState


def fold(state: WorkshopState, row: Row) -> WorkshopState:
    """Return the state after one more row of the journal; `state` stays as it was."""
    for event in row.events:
        state = fold_event(event, state, row)
    return replace(state, at=row.n)


def replay(rows: Iterable[Row], state: WorkshopState | None = None) -> WorkshopState:
    """Fold a whole journal: the same rows always give the same state (DESIGN.md, rule 7)."""
    state = state or WorkshopState()
    for row in rows:
        state = fold(state, row)
    return state
