"""Undo and redo: turning one facilitator's act back and forth, exactly (DESIGN.md, rule 5)."""

from collections.abc import Iterable

from msgspec.structs import replace
from rpds import HashTrieMap

from facilitation.domain.events import Row
from facilitation.domain.folding.operations.dots import lift_all, restore_dots
from facilitation.domain.folding.operations.groups import end_group, revive_group
from facilitation.domain.folding.operations.participants import notify, notify_authors
from facilitation.domain.folding.operations.topics import (
    add_topic,
    change_topic,
    reflag_topic,
    reshape_topic,
    retire_topic,
)
from facilitation.domain.state import Step, Topic, WorkshopState

MOVES_DOTS = {"merge", "split", "hide", "restore", "enter_cards"}


def record_step(
    before: WorkshopState,
    after: WorkshopState,
    row: Row,
    *,
    kind: str,
    gaps: dict,
    topics: Iterable[str] = (),
    groups: Iterable[str] = (),
    cards: Iterable[str] = (),
) -> WorkshopState:
    """Remember how to take an act back that led from `before` to `after`.

    The sender's undone acts can no longer be redone: they have done something else.
    """
    topics, groups = sorted(topics), sorted(groups)
    step = Step(
        n=row.n,
        at=row.at,
        by=row.by,
        kind=kind,
        gaps=gaps,
        back_topics={id: before.topics.get(id) for id in topics},
        back_groups={id: before.groups.get(id) for id in groups},
        shapes=_shapes(after.topics, topics),
        group_shapes=_shapes(after.groups, groups),
        paper=_paper(after, topics),
        cards=tuple(cards),
    )
    steps = after.steps.insert(step.n, step)
    for n in after.redoable.get(row.by) or ():
        steps = steps.insert(n, replace(steps[n], status="gone"))
    return replace(
        after,
        steps=steps,
        undoable=after.undoable.insert(row.by, (*(after.undoable.get(row.by) or ()), step.n)),
        redoable=after.redoable.discard(row.by),
    )


def stands_on(state: WorkshopState, step: Step) -> bool:
    """Whether somebody's later act stands on this one, so that it cannot be turned back."""
    topics = _shapes(state.topics, step.shapes)
    groups = _shapes(state.groups, step.group_shapes)
    if topics != step.shapes or groups != step.group_shapes:
        return True
    if step.kind in MOVES_DOTS and _paper(state, step.paper) != step.paper:
        return True
    called = [id for id, back in step.back_groups.items() if back is None]
    return step.kind == "call_group" and any(
        state.groups[id].members or state.groups[id].has_text for id in called if id in state.groups
    )


def undo_or_redo(state: WorkshopState, n: int, row: Row) -> WorkshopState:
    """Undo the act of row `n` if it is done, redo it if it is undone."""
    step = state.steps[n]
    here_topics = {id: state.topics.get(id) for id in step.back_topics}
    here_groups = {id: state.groups.get(id) for id in step.back_groups}
    hands = {who: state.hand(state.participants[who]) for who in _voters(step, here_topics)}

    state = _turn_topics(state, step)
    state = _turn_groups(state, step, row)
    for who in sorted(hands) if step.kind in MOVES_DOTS else ():
        wanted = [
            (number, id)
            for id, topic in step.back_topics.items()
            if topic is not None
            for number in topic.voters.get(who) or ()
        ]
        state = restore_dots(state, who, wanted)
        state = _tell_change(state, who, hands[who], step, row)
    state = _turn_hiding(state, step, here_topics, row)

    done = step.status == "done"
    turned = replace(
        step,
        back_topics=here_topics,
        back_groups=here_groups,
        shapes=_shapes(state.topics, step.shapes),
        group_shapes=_shapes(state.groups, step.group_shapes),
        paper=_paper(state, step.shapes),
        status="undone" if done else "done",
    )
    return _restack(replace(state, steps=state.steps.insert(n, turned)), step, row.by, done)


def _turn_topics(state: WorkshopState, step: Step) -> WorkshopState:
    for id, back in step.back_topics.items():
        if id in state.topics and step.kind in MOVES_DOTS:
            state = lift_all(state, id)
        if id in state.topics and back is None:
            state = retire_topic(state, id)
    state = _turn_cards(state, step)
    for id, back in step.back_topics.items():
        if back is None:
            continue
        if id in state.topics:
            state = reshape_topic(state, id, back)
            if step.kind == "split":  # the successor: its flags are about another breadth
                state = reflag_topic(state, id, back.flags)
        else:
            state = add_topic(state, _as_it_was(state, back))
    return state


def _turn_hiding(
    state: WorkshopState, step: Step, here: dict[str, Topic | None], row: Row
) -> WorkshopState:
    """Where a topic is hidden or shown again, its authors are told as if it was done anew.

    Whoever has dots on it when it is hidden is told at its next restoring; so is whoever was to be
    told at a restoring that is taken back.
    """
    for id, before in here.items() if step.kind in ("hide", "restore") else ():
        topic = state.topics[id]
        title = state.topic_title(topic)
        if topic.hidden is None:
            key, gaps, former = "notice.topic_restored", {}, ()
            for who in before.former if step.kind == "restore" else ():
                if who not in topic.voters:
                    state = notify(state, who, n=row.n, key="notice.dots_place_again", title=title)
        else:
            key, gaps = "notice.topic_hidden", {"reason": topic.hidden}
            waited = step.back_topics[id].former if step.kind == "restore" else ()
            former = tuple(sorted({*before.voters, *waited}))
        state = change_topic(state, id, former=former)
        state = notify_authors(state, topic, n=row.n, key=key, title=title, **gaps)
    return state


def _as_it_was(state: WorkshopState, back: Topic) -> Topic:
    kept = state.retired.get(back.id) or back
    return replace(
        back,
        flags=kept.flags,
        interest=kept.interest,
        voters=HashTrieMap(),
        dots=back.paper,
        people=back.counted,
    )


def _turn_cards(state: WorkshopState, step: Step) -> WorkshopState:
    contributions = state.contributions
    for id in step.cards:
        card = replace(contributions[id], withdrawn=step.status == "done")
        contributions = contributions.insert(id, card)
    return replace(state, contributions=contributions)


def _turn_groups(state: WorkshopState, step: Step, row: Row) -> WorkshopState:
    for id, back in step.back_groups.items():
        if id in state.groups and back is None:
            state = end_group(state, id, row)
        elif back is not None and id not in state.groups:
            state = revive_group(state, back, row)
        elif back is not None:
            group = replace(
                state.groups[id],
                title=back.title,
                topics=back.topics,
                table=back.table,
                seats=back.seats,
                supporter=back.supporter,
            )
            state = replace(state, groups=state.groups.insert(id, group))
    return state


def _tell_change(state: WorkshopState, who: str, hand: int, step: Step, row: Row) -> WorkshopState:
    change = state.hand(state.participants[who]) - hand
    if not change:
        return state
    if change > 0 and step.kind == "hide":
        return notify(state, who, n=row.n, key="notice.dots_hidden", count=change)
    key = "notice.dots_undone" if change > 0 else "notice.dots_restored"
    return notify(state, who, n=row.n, key=key, count=abs(change), title=step.gaps.get("title", ""))


def _restack(state: WorkshopState, step: Step, by: str, done: bool) -> WorkshopState:
    source, target = ("undoable", "redoable") if done else ("redoable", "undoable")
    rest = tuple(n for n in getattr(state, source).get(by) or () if n != step.n)
    more = (*(getattr(state, target).get(by) or ()), step.n)
    return replace(
        state,
        **{
            source: getattr(state, source).insert(by, rest),
            target: getattr(state, target).insert(by, more),
        },
    )


def _voters(step: Step, here: dict[str, Topic | None]) -> set[str]:
    sides = [*step.back_topics.values(), *here.values()]
    return {who for topic in sides if topic is not None for who in topic.voters}


def _shapes(things: HashTrieMap, ids: Iterable[str]) -> dict[str, tuple | None]:
    return {id: things[id].shape if id in things else None for id in ids}


def _paper(state: WorkshopState, ids: Iterable[str]) -> dict[str, int]:
    return {id: state.topics[id].paper for id in ids if id in state.topics}
