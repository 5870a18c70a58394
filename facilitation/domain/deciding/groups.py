"""Decisions about groups and what they write down."""

from facilitation.domain import commands as cmd
from facilitation.domain import events as ev
from facilitation.domain.deciding.facts import Decision, Facts, require_open, sender
from facilitation.domain.deciding.registry import decide
from facilitation.domain.deciding.topics import visible
from facilitation.domain.refusals import NotFound, NotNow, NotYours, TooMuch
from facilitation.domain.state import Group, WorkshopState
from facilitation.domain.texts import BOARD_MAX, board_text, clean, title_text

TABLE_MAX = 40


def _group(state: WorkshopState, id: str) -> Group:
    group = state.groups.get(id)
    if group is None:
        raise NotFound("refusal.group_gone")
    return group


def _free_topics(state: WorkshopState, ids: list[str], group: Group | None = None) -> list[str]:
    """Return the topics without doubles. Raises NotNow for one that another group works on.

    What `group` works on already may stay, also while it is hidden.
    """
    for id in ids:
        if group is not None and id in group.topics:
            continue
        if visible(state, id).group is not None:
            raise NotNow("refusal.topic_has_group")
    return list(dict.fromkeys(ids))


def _table(text: str | None) -> str | None:
    return clean(text or "", longest=TABLE_MAX, lines=False, empty=True) or None


def _supporter(state: WorkshopState, id: str | None) -> str | None:
    if not id:
        return None
    if all(supporter.id != id for supporter in state.supporters):
        raise NotFound("refusal.supporter_unknown")
    return id


@decide.register
def call_group(command: cmd.CallGroup, state: WorkshopState, facts: Facts) -> Decision:
    called = ev.GroupCalled(
        group=facts.new_id("g"),
        topics=_free_topics(state, command.topics),
        title=title_text(command.title),
        table=_table(command.table),
        seats=command.seats,
        supporter=_supporter(state, command.supporter),
    )
    return Decision(events=[called], answer={"group": called.group})


@decide.register
def change_group(command: cmd.ChangeGroup, state: WorkshopState, facts: Facts) -> Decision:
    """Change what is named; "" for table or supporter and 0 for seats mean none."""
    old = _group(state, command.group)
    topics, title, seats = old.topics, old.title, old.seats
    if command.topics is not None:
        topics = _free_topics(state, command.topics, old)
    if command.title is not None:
        title = title_text(command.title)
    if command.seats is not None:
        seats = command.seats or None
    changed = ev.GroupChanged(
        group=old.id,
        topics=list(topics),
        title=title,
        table=old.table if command.table is None else _table(command.table),
        seats=seats,
        supporter=(
            old.supporter if command.supporter is None else _supporter(state, command.supporter)
        ),
    )
    return Decision(events=[changed])


@decide.register
def dissolve_group(command: cmd.DissolveGroup, state: WorkshopState, facts: Facts) -> Decision:
    return Decision(events=[ev.GroupDissolved(group=_group(state, command.group).id)])


@decide.register
def join_group(command: cmd.JoinGroup, state: WorkshopState, facts: Facts) -> Decision:
    """Sit down at a table; whoever sat at another leaves it. Raises TooMuch for a full one."""
    require_open(state, "groups")
    group, person = _group(state, command.group), sender(state, facts)
    if person.group == group.id:
        return Decision()
    if group.seats is not None and len(group.members) >= group.seats:
        raise TooMuch("refusal.group_full", title=group.title)
    return Decision(events=[ev.GroupJoined(group=group.id)])


@decide.register
def leave_group(command: cmd.LeaveGroup, state: WorkshopState, facts: Facts) -> Decision:
    require_open(state, "groups")
    if sender(state, facts).group is None:
        raise NotNow("refusal.not_in_group")
    return Decision(events=[ev.GroupLeft()])


@decide.register
def write_board(command: cmd.WriteBoard, state: WorkshopState, facts: Facts) -> Decision:
    """Write one field of one's group's board.

    `base` is the number the writer started from. Where somebody wrote since, both texts stand,
    the later below the earlier, and the answer says "merged"; of two dates or times the later one
    stands, and the earlier goes into the text on the meeting. What is typed as contact is private
    data (rule 8). Raises NotYours for another group's board, TooMuch where both texts together
    are longer than a board holds.
    """
    require_open(state, "boards")
    group = _group(state, command.group)
    if sender(state, facts).group != group.id:
        raise NotYours("refusal.board_not_yours")
    old = group.text(command.field)
    earlier = facts.private.get(old.key, {}).get("text", "") if old.key else old.value
    text = board_text(command.field, command.value)
    answer, besides = {}, []
    if command.base != old.base and earlier and text != earlier:
        if text and command.field in cmd.MOMENT_FIELDS:
            besides = _told_in_words(group, earlier)
        else:
            text = _both(earlier, text)
        answer = {"merged": True}
    if command.field != "contact":
        written = ev.BoardWritten(group=group.id, field=command.field, value=text)
        return Decision(events=[written, *besides], answer=answer)
    key = facts.new_id("k") if text else None
    written = ev.BoardWritten(group=group.id, field=command.field, key=key)
    return Decision(
        events=[written],
        answer=answer,
        keep={key: {"text": text}} if key else {},
        forget=(old.key,) if old.key else (),
    )


@decide.register
def erase_board_contact(
    command: cmd.EraseBoardContact, state: WorkshopState, facts: Facts
) -> Decision:
    """Erase what a group, maybe a dissolved one, wrote as its contact; harmless without any.

    Facilitators do so for whoever asks them: nobody else can once a group is dissolved (rule 8).
    """
    group = state.any_group(command.group)
    if group is None:
        raise NotFound("refusal.group_gone")
    key = group.text("contact").key
    if key is None:
        return Decision()
    return Decision(events=[ev.BoardContactErased(group=group.id)], forget=(key,))


def _told_in_words(group: Group, moment: str) -> list[ev.BoardWritten]:
    """Keep a date or time, that another took the place of, in the text on the meeting."""
    text = group.text("meeting").value
    if moment in text:
        return []
    return [ev.BoardWritten(group=group.id, field="meeting", value=_both(text, moment))]


def _both(earlier: str, later: str) -> str:
    if not (earlier and later):
        return earlier or later
    both = f"{earlier}\n{later}"
    if len(both) > BOARD_MAX:
        raise TooMuch("refusal.board_full", longest=BOARD_MAX)
    return both
