"""Folds about dots: placed, taken back, counted on paper, sealed."""

from facilitation.domain import events as ev
from facilitation.domain.folding.operations import dots
from facilitation.domain.folding.operations.topics import change_topic
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import WorkshopState


@fold_event.register
def dot_placed(event: ev.DotPlaced, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return dots.put_dot(state, row.by, event.topic, row.n)


@fold_event.register
def dot_taken_back(event: ev.DotTakenBack, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return dots.lift_dot(state, row.by, event.topic)


@fold_event.register
def paper_dots_counted(
    event: ev.PaperDotsCounted, state: WorkshopState, row: ev.Row
) -> WorkshopState:
    topic = state.topics[event.topic]
    total = topic.dots - topic.paper + event.count
    return change_topic(state, topic.id, paper=event.count, dots=total)


@fold_event.register
def ballot_sealed(event: ev.BallotSealed, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return dots.seal(state, event.counts)
