"""Topics as they are taken home, and the topics that those came from, all the way back."""

from collections.abc import Iterable

from facilitation.domain.document import FlagsPart, GroupPart, RetiredPart, TopicPart
from facilitation.domain.state import Topic, WorkshopState
from facilitation.domain.texts import title_of


def topic_parts(state: WorkshopState) -> list[TopicPart]:
    """The topics on the board, hidden ones too."""
    return [_topic(state, topic) for topic in by_id(state.board_topics())]


def retired_parts(
    state: WorkshopState, topics: list[TopicPart], dissolved: list[GroupPart]
) -> list[RetiredPart]:
    """The topics that those on the board and in dissolved groups came from, all the way back."""
    there = {topic.id for topic in topics}
    wanted = [id for topic in topics for id in topic.sources]
    wanted += [id for group in dissolved for id in group.topics]
    found: dict[str, RetiredPart] = {}
    while wanted:
        id = wanted.pop()
        topic = state.retired.get(id) or state.topics.get(id)
        if id not in there and id not in found and topic is not None:
            found[id] = _former(state, topic)
            wanted += topic.sources
    return by_id(found.values())


def _former(state: WorkshopState, topic: Topic) -> RetiredPart:
    """A retired topic; one that went by a contribution since withdrawn has no title."""
    live = _live_ids(state, topic)
    title = topic.title or (title_of(state.contributions[live[0]].text) if live else "")
    return RetiredPart(
        id=topic.id,
        title=title,
        contributions=live,
        sources=list(topic.sources),
        flags=_flags(state, topic),
    )


def _topic(state: WorkshopState, topic: Topic) -> TopicPart:
    return TopicPart(
        id=topic.id,
        title=state.topic_title(topic),
        state=state.topic_state(topic),
        contributions=_live_ids(state, topic),
        sources=list(topic.sources),
        group=topic.group,
        reason=topic.hidden,
        dots=topic.dots,
        people=topic.people,
        interest=state.interest(topic),
        flags=_flags(state, topic),
    )


def _flags(state: WorkshopState, topic: Topic) -> FlagsPart:
    earlier = state.earlier.flags.get(topic.id, FlagsPart())
    narrower = [text for text in topic.flags.values() if text]
    return FlagsPart(
        count=earlier.count + len(topic.flags), narrower=sorted([*earlier.narrower, *narrower])
    )


def _live_ids(state: WorkshopState, topic: Topic) -> list[str]:
    return sorted(said.id for said in state.live_contributions(topic))


def by_id(things: Iterable) -> list:
    """In the order of the random ids, which says nothing of when and by whom they were made."""
    return sorted(things, key=lambda thing: thing.id)
