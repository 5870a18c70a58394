"""Folds about contributions, those on cards included: each begins as a topic of its own."""

from msgspec.structs import replace

from facilitation.domain import events as ev
from facilitation.domain.folding.operations import steps
from facilitation.domain.folding.operations.participants import change_participant
from facilitation.domain.folding.operations.topics import ORDER, add_topic, change_topic, live_size
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import Contribution, Topic, WorkshopState


@fold_event.register
def contribution_made(
    event: ev.ContributionMade, state: WorkshopState, row: ev.Row
) -> WorkshopState:
    said = Contribution(
        id=event.contribution,
        n=row.n * ORDER,
        text=event.text,
        via=event.via,
        author=row.by,
        language=event.language,
    )
    state = _begin(state, said, event.topic, row)
    mine = (*state.participants[row.by].contributions, event.contribution)
    return change_participant(state, row.by, contributions=mine)


@fold_event.register
def contribution_reworded(
    event: ev.ContributionReworded, state: WorkshopState, row: ev.Row
) -> WorkshopState:
    said = replace(state.contributions[event.contribution], text=event.text)
    return replace(state, contributions=state.contributions.insert(said.id, said))


@fold_event.register
def contribution_withdrawn(
    event: ev.ContributionWithdrawn, state: WorkshopState, row: ev.Row
) -> WorkshopState:
    said = replace(state.contributions[event.contribution], withdrawn=True)
    state = replace(state, contributions=state.contributions.insert(said.id, said))
    for id in said.topics:
        size = live_size(state, state.topics[id].contributions)
        state = change_topic(state, id, size=size)
    mine = tuple(c for c in state.participants[row.by].contributions if c != said.id)
    return change_participant(state, row.by, contributions=mine)


@fold_event.register
def cards_entered(event: ev.CardsEntered, state: WorkshopState, row: ev.Row) -> WorkshopState:
    after = state
    for index, card in enumerate(event.cards):
        order = row.n * ORDER + index
        said = Contribution(
            id=card.contribution, n=order, text=card.text, via=event.via, author=row.by
        )
        after = _begin(after, said, card.topic, row)
    return steps.record_step(
        state,
        after,
        row,
        kind="enter_cards",
        gaps={"count": len(event.cards)},
        topics=[card.topic for card in event.cards],
        cards=[card.contribution for card in event.cards],
    )


def _begin(state: WorkshopState, said: Contribution, topic: str, row: ev.Row) -> WorkshopState:
    """A contribution comes in as a topic of its own."""
    contributions = state.contributions.insert(said.id, said)
    state = replace(state, contributions=contributions, held_at=row.at)
    return add_topic(state, Topic(id=topic, n=said.n, title=None, contributions=(said.id,)))
