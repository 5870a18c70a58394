"""Folds about interest in topics without a group."""

from msgspec.structs import replace

from facilitation.domain import events as ev
from facilitation.domain.folding.operations.participants import change_participant
from facilitation.domain.folding.operations.topics import change_topic
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import WorkshopState


@fold_event.register
def interest_shown(event: ev.InterestShown, state: WorkshopState, row: ev.Row) -> WorkshopState:
    topic = state.topics[event.topic]
    state = change_topic(state, topic.id, interest=topic.interest.insert(row.by))
    interests = state.participants[row.by].interests.insert(topic.id)
    return change_participant(state, row.by, interests=interests)


@fold_event.register
def interest_withdrawn(
    event: ev.InterestWithdrawn, state: WorkshopState, row: ev.Row
) -> WorkshopState:
    topic = state.topics[event.topic]
    state = change_topic(state, topic.id, interest=topic.interest.discard(row.by))
    interests = state.participants[row.by].interests.discard(topic.id)
    state = change_participant(state, row.by, interests=interests)
    return _withdraw_from_sources(state, topic.sources, row.by)


def _withdraw_from_sources(
    state: WorkshopState, sources: tuple[str, ...], who: str
) -> WorkshopState:
    """Withdraw from the retired topics that this one came from, too: an undo brings them back.

    A source keeps its interest while another topic that came from it still has it.
    """
    for id in sources:
        source = state.retired.get(id)
        heirs = (topic for topic in state.topics.values() if id in topic.sources)
        if source is None or any(who in topic.interest for topic in heirs):
            continue
        bare = replace(source, interest=source.interest.discard(who))
        state = replace(state, retired=state.retired.insert(id, bare))
        state = _withdraw_from_sources(state, source.sources, who)
    return state
