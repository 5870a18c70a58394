"""Folds about topics: flagged, merged, split, renamed, hidden, restored."""

from msgspec.structs import replace
from rpds import HashTrieMap

from facilitation.domain import events as ev
from facilitation.domain.folding.operations import dots, steps
from facilitation.domain.folding.operations.groups import replace_topics
from facilitation.domain.folding.operations.participants import (
    change_participant,
    notify,
    notify_authors,
)
from facilitation.domain.folding.operations.topics import (
    ORDER,
    add_topic,
    change_topic,
    retire_topic,
)
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.put_aside import key_of
from facilitation.domain.state import Topic, WorkshopState


@fold_event.register
def topic_flagged(event: ev.TopicFlagged, state: WorkshopState, row: ev.Row) -> WorkshopState:
    topic = state.topics[event.topic]
    state = change_topic(state, topic.id, flags=topic.flags.insert(row.by, event.narrower))
    flags = state.participants[row.by].flags.insert(topic.id, event.narrower)
    return change_participant(state, row.by, flags=flags)


@fold_event.register
def topics_merged(event: ev.TopicsMerged, state: WorkshopState, row: ev.Row) -> WorkshopState:
    """All contributions in one topic; each person's dots add up to the cap, the rest return."""
    before = state
    sources = [state.topics[id] for id in event.topics]
    contributions = tuple(dict.fromkeys(c for topic in sources for c in topic.contributions))
    flags, interest = sources[0].flags, sources[0].interest
    for topic in sources[1:]:
        for who, narrower in topic.flags.items():
            flags = flags.insert(who, narrower or flags.get(who))
        interest = interest.union(topic.interest)
    group = next((topic.group for topic in sources if topic.group), None)
    into = Topic(
        id=event.into,
        n=row.n * ORDER,
        title=event.title,
        contributions=contributions,
        sources=tuple(event.topics),
        group=group,
        flags=flags,
        interest=interest,
    )
    for topic in sources:
        state = retire_topic(state, topic.id)
    state = add_topic(state, into)
    state = dots.merge_dots(state, sources, into.id, n=row.n, title=event.title)
    if group:
        state = replace_topics(state, group, set(event.topics), [into.id])
    return steps.record_step(
        before,
        state,
        row,
        kind="merge",
        gaps={"title": event.title, "count": len(sources)},
        topics=[*event.topics, into.id],
        groups=[group] if group else [],
    )


@fold_event.register
def topic_split(event: ev.TopicSplit, state: WorkshopState, row: ev.Row) -> WorkshopState:
    """The dots return to their owners' hands, unless a successor keeps them with the id."""
    before, whole = state, state.topics[event.topic]
    title = state.topic_title(whole)
    if event.successor is None:
        state = dots.return_all(state, whole.id, n=row.n, key="notice.dots_split", title=title)
        state = retire_topic(state, whole.id)
    for index, part in enumerate(event.parts):
        piece = Topic(
            id=part.id,
            n=row.n * ORDER + index,
            title=part.title,
            contributions=tuple(part.contributions),
            sources=(whole.id,),
            group=whole.group,
            interest=whole.interest,
        )
        if part.id == event.successor:
            state = _succeed(state, piece, whole)
        else:
            state = add_topic(state, piece)
    parts = [part.id for part in event.parts]
    if whole.group:
        state = replace_topics(state, whole.group, {whole.id}, parts)
    return steps.record_step(
        before,
        state,
        row,
        kind="split",
        gaps={"title": title, "count": len(parts)},
        topics={whole.id, *parts},
        groups=[whole.group] if whole.group else [],
    )


def _succeed(state: WorkshopState, piece: Topic, whole: Topic) -> WorkshopState:
    """The successor is the old topic with a narrower shape: id, dots and paper dots stay.

    Who found the old topic too broad did not say so of what is narrower now.
    """
    state = retire_topic(state, whole.id)
    narrower = replace(whole, title=piece.title, contributions=piece.contributions)
    return add_topic(state, replace(narrower, flags=HashTrieMap()))


@fold_event.register
def topic_renamed(event: ev.TopicRenamed, state: WorkshopState, row: ev.Row) -> WorkshopState:
    old = state.topic_title(state.topics[event.topic])
    after = change_topic(state, event.topic, title=event.title)
    gaps = {"title": event.title, "old": old}
    return steps.record_step(state, after, row, kind="rename", gaps=gaps, topics=[event.topic])


@fold_event.register
def topic_hidden(event: ev.TopicHidden, state: WorkshopState, row: ev.Row) -> WorkshopState:
    """Whose dots return is told so, but not in the words that are hidden from them."""
    topic = state.topics[event.topic]
    title = state.topic_title(topic)
    after = dots.return_all(state, topic.id, n=row.n, key="notice.dots_hidden")
    former = tuple(sorted(topic.voters))
    after = change_topic(after, topic.id, hidden=event.reason, former=former)
    gaps = {"title": title, "reason": event.reason}
    after = notify_authors(after, topic, n=row.n, key="notice.topic_hidden", **gaps)
    return steps.record_step(state, after, row, kind="hide", gaps=gaps, topics=[topic.id])


@fold_event.register
def topic_restored(event: ev.TopicRestored, state: WorkshopState, row: ev.Row) -> WorkshopState:
    topic = state.topics[event.topic]
    title = state.topic_title(topic)
    after = change_topic(state, topic.id, hidden=None, former=())
    for who in topic.former:
        after = notify(after, who, n=row.n, key="notice.dots_place_again", title=title)
    after = notify_authors(after, topic, n=row.n, key="notice.topic_restored", title=title)
    gaps = {"title": title}
    return steps.record_step(state, after, row, kind="restore", gaps=gaps, topics=[topic.id])


@fold_event.register
def suggestion_put_aside(
    event: ev.SuggestionPutAside, state: WorkshopState, row: ev.Row
) -> WorkshopState:
    key = key_of(event.kind, event.topics)
    return replace(state, aside=state.aside.insert(key, event.until))
