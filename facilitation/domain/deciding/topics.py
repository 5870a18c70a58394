"""Decisions about topics: merge, split, rename, hide, restore."""

from facilitation.domain import commands as cmd
from facilitation.domain import events as ev
from facilitation.domain.deciding.facts import Decision, Facts, board_topic
from facilitation.domain.deciding.registry import decide
from facilitation.domain.put_aside import PAIRS, key_of
from facilitation.domain.refusals import Invalid, NotFound, NotNow
from facilitation.domain.state import Topic, WorkshopState
from facilitation.domain.texts import clean, title_text

REASON_MAX = 280


def visible(state: WorkshopState, id: str) -> Topic:
    """Return a topic a facilitator may work on. Raises NotNow for a hidden one."""
    topic = board_topic(state, id)
    if topic.hidden is not None:
        raise NotNow("refusal.topic_hidden")
    return topic


def not_sealed(state: WorkshopState) -> None:
    """Raise NotNow once the ballot is sealed: nobody knows any more whose dots would move."""
    if state.sealed:
        raise NotNow("refusal.sealed")


@decide.register
def merge(command: cmd.Merge, state: WorkshopState, facts: Facts) -> Decision:
    """Make one topic of several. Raises NotNow where they belong to different groups."""
    not_sealed(state)
    topics = [visible(state, id) for id in dict.fromkeys(command.topics)]
    if len(topics) < 2:
        raise Invalid("refusal.merge_two")
    title = title_text(command.title)
    if len({topic.group for topic in topics if topic.group}) > 1:
        raise NotNow("refusal.merge_groups")
    into = facts.new_id("t")
    merged = ev.TopicsMerged(topics=[topic.id for topic in topics], into=into, title=title)
    return Decision(events=[merged], answer={"topic": into})


@decide.register
def split(command: cmd.Split, state: WorkshopState, facts: Facts) -> Decision:
    """Share a topic's contributions out among narrower parts (DESIGN.md, section 5, "Split").

    A part without contributions gets all of the topic's where it has fewer than there are parts.
    """
    not_sealed(state)
    topic = visible(state, command.topic)
    live = [said.id for said in state.live_contributions(topic)]
    titles = [title_text(part.title) for part in command.parts]
    shares = [_share(part, live, len(command.parts)) for part in command.parts]
    if missing := len(set(live) - {id for share in shares for id in share}):
        raise Invalid("refusal.split_left_out", count=missing)
    if command.successor is not None and command.successor >= len(shares):
        raise Invalid("refusal.split_successor")
    parts = [
        ev.SplitPart(
            id=topic.id if index == command.successor else facts.new_id("t"),
            title=title,
            contributions=share,
        )
        for index, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]
    successor = None if command.successor is None else topic.id
    return Decision(
        events=[ev.TopicSplit(topic=topic.id, parts=parts, successor=successor)],
        answer={"topics": [part.id for part in parts]},
    )


def _share(part: cmd.Part, live: list[str], parts: int) -> list[str]:
    chosen = set(part.contributions or ())
    if chosen - set(live):
        raise NotFound("refusal.split_foreign")
    if chosen:
        return [id for id in live if id in chosen]
    if len(live) >= parts:
        raise Invalid("refusal.split_empty_part")
    return list(live)


@decide.register
def rename(command: cmd.Rename, state: WorkshopState, facts: Facts) -> Decision:
    topic = board_topic(state, command.topic)
    return Decision(events=[ev.TopicRenamed(topic=topic.id, title=title_text(command.title))])


@decide.register
def hide(command: cmd.Hide, state: WorkshopState, facts: Facts) -> Decision:
    """Hide a topic, for abuse only: it stays on the console and in the export (rule 3)."""
    not_sealed(state)
    topic = visible(state, command.topic)
    reason = clean(command.reason, longest=REASON_MAX)
    return Decision(events=[ev.TopicHidden(topic=topic.id, reason=reason)])


@decide.register
def restore(command: cmd.Restore, state: WorkshopState, facts: Facts) -> Decision:
    not_sealed(state)
    topic = board_topic(state, command.topic)
    if topic.hidden is None:
        raise NotNow("refusal.topic_not_hidden")
    return Decision(events=[ev.TopicRestored(topic=topic.id)])


@decide.register
def put_aside(command: cmd.PutAside, state: WorkshopState, facts: Facts) -> Decision:
    """Leave a suggestion for later or for good. Raises NotFound where its topics are gone."""
    topics = list(dict.fromkeys(command.topics))
    if len(topics) != (2 if command.kind in PAIRS else 1):
        raise Invalid("refusal.not_an_act")
    for id in topics:
        board_topic(state, id)
    if state.aside.get(key_of(command.kind, topics)) == command.until:
        return Decision()
    left = ev.SuggestionPutAside(topics=topics, kind=command.kind, until=command.until)
    return Decision(events=[left])
