"""Which function folds which event."""

from functools import singledispatch

from facilitation.domain.events import Event, Row
from facilitation.domain.state import WorkshopState


@singledispatch
def fold_event(event: Event, state: WorkshopState, row: Row) -> WorkshopState:
    """Return the state after `event` of `row`. Fails loudly for an event nobody folds."""
    raise NotImplementedError(
        f"No fold for {type(event).__name__}; add one to a file in facilitation/domain/folding/."
    )
