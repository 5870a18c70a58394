"""Which topics look different in a new state: parts are compared by identity, since states share
what did not change."""

from collections.abc import Iterator

from facilitation.domain.state import Topic, WorkshopState


def every_topic_differs(before: WorkshopState, after: WorkshopState) -> bool:
    """Whether something changed that every topic's looks depend on."""
    return (
        before.settings.counts != after.settings.counts
        or before.phase != after.phase
        or before.sealed != after.sealed
    )


def changed_topics(before: WorkshopState, after: WorkshopState) -> set[str]:
    """Return the ids of topics that changed, came or went, or hold a changed contribution, and of
    those that came from one of these."""
    touched: set[str] = set()
    reworded: set[str] = set()
    if before.topics is not after.topics:
        for id, topic in after.topics.items():
            if before.topics.get(id) is not topic:
                touched.add(id)
        touched.update(id for id in before.topics if id not in after.topics)
    if before.contributions is not after.contributions:
        for id, said in after.contributions.items():
            if before.contributions.get(id) is not said:
                touched.update(said.topics)
                reworded.add(id)
    renamed = {id for id in touched if _name(before, id) != _name(after, id)}
    if renamed or reworded:
        touched.update(_descendants(after, renamed, reworded))
    return touched


def _name(state: WorkshopState, id: str) -> tuple[bool, str | None]:
    topic = state.topics.get(id)
    return topic is not None, topic and topic.title


def _descendants(state: WorkshopState, renamed: set[str], reworded: set[str]) -> set[str]:
    """Return the ids of topics in whose past there is a topic that is called otherwise now, or
    came or went: they tell where they came from."""
    return {
        topic.id
        for topic in state.topics.values()
        if any(
            source.id in renamed or not reworded.isdisjoint(source.contributions)
            for source in _ancestors(state, topic)
        )
    }


def _ancestors(state: WorkshopState, topic: Topic) -> Iterator[Topic]:
    waiting, seen = list(topic.sources), {topic.id}
    while waiting:
        id = waiting.pop()
        source = state.retired.get(id) or state.topics.get(id)
        if source is None or id in seen:
            continue
        seen.add(id)
        yield source
        waiting.extend(source.sources)
