"""Folds about groups and their boards."""

from msgspec.structs import replace

from facilitation.domain import events as ev
from facilitation.domain.folding.operations import groups, steps
from facilitation.domain.folding.operations.topics import ORDER
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import BoardText, Group, WorkshopState


def _planned(
    event: ev.GroupCalled | ev.GroupChanged,
    state: WorkshopState,
    row: ev.Row,
    group: Group,
    *,
    kind: str,
) -> WorkshopState:
    """Make `group` what the event plans it to be, as a step that can be taken back."""
    planned = replace(
        group,
        title=event.title,
        topics=tuple(event.topics),
        table=event.table,
        seats=event.seats,
        supporter=event.supporter,
    )
    after = groups.put_group(state, planned)
    after = groups.assign_topics(after, group.id, planned.topics)
    return steps.record_step(
        state,
        after,
        row,
        kind=kind,
        gaps={"title": event.title},
        topics=dict.fromkeys((*group.topics, *event.topics)),
        groups=[group.id],
    )


@fold_event.register
def group_called(event: ev.GroupCalled, state: WorkshopState, row: ev.Row) -> WorkshopState:
    new = Group(id=event.group, n=row.n * ORDER, title=event.title, topics=())
    return _planned(event, state, row, new, kind="call_group")


@fold_event.register
def group_changed(event: ev.GroupChanged, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return _planned(event, state, row, state.groups[event.group], kind="change_group")


@fold_event.register
def group_dissolved(event: ev.GroupDissolved, state: WorkshopState, row: ev.Row) -> WorkshopState:
    group = state.groups[event.group]
    after = groups.end_group(state, group.id, row)
    after = groups.assign_topics(after, group.id, ())
    return steps.record_step(
        state,
        after,
        row,
        kind="dissolve_group",
        gaps={"title": group.title},
        topics=group.topics,
        groups=[group.id],
    )


@fold_event.register
def group_joined(event: ev.GroupJoined, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return groups.join(state, row.by, event.group)


@fold_event.register
def group_left(event: ev.GroupLeft, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return groups.leave(state, row.by)


@fold_event.register
def board_written(event: ev.BoardWritten, state: WorkshopState, row: ev.Row) -> WorkshopState:
    text = BoardText(value=event.value, key=event.key, base=row.n)
    state = groups.write(state, event.group, event.field, text)
    if event.field != "contact":
        return state
    if event.key is None:
        return groups.unsign_contact(state, event.group)
    return groups.sign_contact(state, event.group, row.by)


@fold_event.register
def board_contact_erased(
    event: ev.BoardContactErased, state: WorkshopState, row: ev.Row
) -> WorkshopState:
    return groups.erase_contact(state, event.group, row)
