"""Putting topics on the board and taking them off, with all that links to them."""

from collections.abc import Iterable

from msgspec.structs import replace
from rpds import HashTrieMap

from facilitation.domain.folding.operations.participants import change_participant
from facilitation.domain.state import Topic, WorkshopState

ORDER = 1000
"""Things made by row n are numbered n * ORDER, n * ORDER + 1, …: unique, and in order."""


def change_topic(state: WorkshopState, id: str, **changes) -> WorkshopState:
    return replace(state, topics=state.topics.insert(id, replace(state.topics[id], **changes)))


def live_size(state: WorkshopState, contributions: Iterable[str]) -> int:
    return sum(not state.contributions[c].withdrawn for c in contributions)


def add_topic(state: WorkshopState, topic: Topic) -> WorkshopState:
    """Put a topic on the board, with its contributions' and its readers' links to it."""
    topic = replace(topic, size=live_size(state, topic.contributions))
    state = replace(
        state,
        topics=state.topics.insert(topic.id, topic),
        retired=state.retired.discard(topic.id),
        contributions=_linked(state, topic),
    )
    for who, narrower in topic.flags.items():
        flags = state.participants[who].flags.insert(topic.id, narrower)
        state = change_participant(state, who, flags=flags)
    for who in topic.interest:
        interests = state.participants[who].interests.insert(topic.id)
        state = change_participant(state, who, interests=interests)
    return state


def retire_topic(state: WorkshopState, id: str) -> WorkshopState:
    """Take a topic off the board; its dots must have been moved or returned before."""
    topic = state.topics[id]
    bare = replace(topic, voters=HashTrieMap(), dots=0, people=0, paper=0)
    state = replace(
        state,
        topics=state.topics.remove(id),
        retired=state.retired.insert(id, bare),
        contributions=_unlinked(state, topic),
    )
    for who in topic.flags:
        flags = state.participants[who].flags.discard(id)
        state = change_participant(state, who, flags=flags)
    for who in topic.interest:
        interests = state.participants[who].interests.discard(id)
        state = change_participant(state, who, interests=interests)
    return state


def reflag_topic(state: WorkshopState, id: str, flags: HashTrieMap) -> WorkshopState:
    """Give a live topic these flags instead of its own."""
    for who in state.topics[id].flags:
        mine = state.participants[who].flags.discard(id)
        state = change_participant(state, who, flags=mine)
    for who, narrower in flags.items():
        mine = state.participants[who].flags.insert(id, narrower)
        state = change_participant(state, who, flags=mine)
    return change_topic(state, id, flags=flags)


def _linked(state: WorkshopState, topic: Topic) -> HashTrieMap:
    contributions = state.contributions
    for id in topic.contributions:
        contribution = contributions[id]
        if topic.id not in contribution.topics:
            linked = replace(contribution, topics=(*contribution.topics, topic.id))
            contributions = contributions.insert(id, linked)
    return contributions


def _unlinked(state: WorkshopState, topic: Topic) -> HashTrieMap:
    contributions = state.contributions
    for id in topic.contributions:
        contribution = contributions[id]
        rest = tuple(t for t in contribution.topics if t != topic.id)
        contributions = contributions.insert(id, replace(contribution, topics=rest))
    return contributions


def reshape_topic(state: WorkshopState, id: str, like: Topic) -> WorkshopState:
    """Give a live topic the shape of `like`; dots, flags and interest stay its own."""
    topic = state.topics[id]
    contributions = _unlinked(state, topic)
    state = replace(state, contributions=contributions)
    topic = replace(
        topic,
        title=like.title,
        contributions=like.contributions,
        sources=like.sources,
        hidden=like.hidden,
        group=like.group,
        size=live_size(state, like.contributions),
    )
    return replace(
        state, topics=state.topics.insert(id, topic), contributions=_linked(state, topic)
    )
