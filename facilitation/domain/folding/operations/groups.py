"""Groups: called, changed, dissolved; who sits at which table; what they write down."""

from msgspec.structs import replace
from rpds import HashTrieSet

from facilitation.domain.events import Row
from facilitation.domain.folding.operations.participants import change_participant, notify
from facilitation.domain.folding.operations.topics import change_topic
from facilitation.domain.state import BoardText, Group, WorkshopState


def put_group(state: WorkshopState, group: Group) -> WorkshopState:
    return replace(state, groups=state.groups.insert(group.id, group))


def assign_topics(state: WorkshopState, group_id: str, topics: tuple[str, ...]) -> WorkshopState:
    """Let exactly these live topics belong to the group."""
    for id, topic in state.topics.items():
        if topic.group == group_id and id not in topics:
            state = change_topic(state, id, group=None)
    for id in topics:
        if id in state.topics and state.topics[id].group != group_id:
            state = change_topic(state, id, group=group_id)
    return state


def replace_topics(
    state: WorkshopState, group_id: str, gone: set[str], come: list[str]
) -> WorkshopState:
    """Put topics in the place of others in a group's list, where the first of the others stood."""
    topics: list[str] = []
    for id in state.groups[group_id].topics:
        if id not in gone:
            topics.append(id)
        elif not set(come) & set(topics):
            topics.extend(come)
    return put_group(state, replace(state.groups[group_id], topics=tuple(topics)))


def end_group(state: WorkshopState, id: str, row: Row) -> WorkshopState:
    """Dissolve a group: its members are told, its board is kept for the harvest."""
    group = state.groups[id]
    for who in group.members:
        state = change_participant(state, who, group=None)
        state = notify(state, who, n=row.n, key="notice.group_dissolved", title=group.title)
    return replace(
        state, groups=state.groups.remove(id), dissolved=state.dissolved.insert(id, group)
    )


def revive_group(state: WorkshopState, back: Group, row: Row) -> WorkshopState:
    """Bring a group back with its board and those members who joined no other meanwhile.

    They were told that it was dissolved, so they are told that it is back.
    """
    kept = state.dissolved.get(back.id) or back
    members = HashTrieSet()
    for who in kept.members:
        if state.participants[who].group is None:
            members = members.insert(who)
            state = change_participant(state, who, group=back.id)
            state = notify(state, who, n=row.n, key="notice.group_back", title=back.title)
    group = replace(back, members=members, board=kept.board)
    return put_group(replace(state, dissolved=state.dissolved.discard(back.id)), group)


def join(state: WorkshopState, who: str, group_id: str) -> WorkshopState:
    state = leave(state, who)
    group = state.groups[group_id]
    state = put_group(state, replace(group, members=group.members.insert(who)))
    return change_participant(state, who, group=group_id)


def leave(state: WorkshopState, who: str) -> WorkshopState:
    group = state.groups.get(state.participants[who].group or "")
    if group is not None:
        state = put_group(state, replace(group, members=group.members.discard(who)))
    return change_participant(state, who, group=None)


def sign_contact(state: WorkshopState, group_id: str, who: str) -> WorkshopState:
    """Remember that somebody had a hand in the contact of a group."""
    signed = state.participants[who].board_contacts.insert(group_id)
    return change_participant(state, who, board_contacts=signed)


def unsign_contact(state: WorkshopState, group_id: str) -> WorkshopState:
    """There is no contact of this group any more that anybody had a hand in."""
    for who, person in state.participants.items():
        if group_id in person.board_contacts:
            rest = person.board_contacts.discard(group_id)
            state = change_participant(state, who, board_contacts=rest)
    return state


def erase_contact(state: WorkshopState, id: str, row: Row) -> WorkshopState:
    """Empty the contact of a group, dissolved or not; who else sits at its table is told."""
    group = state.any_group(id)
    bare = replace(group, board=group.board.insert("contact", BoardText(base=row.n)))
    if id in state.groups:
        state = put_group(state, bare)
        for who in group.members:
            if who != row.by:
                state = notify(state, who, n=row.n, key="notice.board_contact_erased")
    else:
        state = replace(state, dissolved=state.dissolved.insert(id, bare))
    return unsign_contact(state, id)


def write(state: WorkshopState, group_id: str, field: str, text: BoardText) -> WorkshopState:
    group = state.groups[group_id]
    return put_group(state, replace(group, board=group.board.insert(field, text)))
