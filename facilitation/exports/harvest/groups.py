"""Groups with their boards, supporters and helping hands as they are taken home."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from facilitation.domain.commands import BOARD_FIELDS
from facilitation.domain.document import GroupPart, HelpPart, SupporterPart
from facilitation.domain.state import Group, WorkshopState


def group_parts(state: WorkshopState, groups: Iterable[Group]) -> list[GroupPart]:
    return [_group(state, group) for group in sorted(groups, key=lambda group: group.n)]


def with_known_topics(groups: list[GroupPart], known: set[str]) -> list[GroupPart]:
    """Return groups without topics whose contributions were all withdrawn: those are nowhere."""
    return [
        msgspec.structs.replace(group, topics=[id for id in group.topics if id in known])
        for group in groups
    ]


def _group(state: WorkshopState, group: Group) -> GroupPart:
    """A group with its board, but never its contact."""
    roster = {listed.id for listed in state.supporters}
    texts = {field: group.text(field).value for field in BOARD_FIELDS if field != "contact"}
    return GroupPart(
        id=group.id,
        title=group.title,
        topics=list(group.topics),
        table=group.table,
        seats=group.seats,
        supporter=group.supporter if group.supporter in roster else None,
        members=state.earlier.members.get(group.id, 0) + len(group.members),
        board={field: text for field, text in texts.items() if text},
    )


def supporter_parts(state: WorkshopState, private: Mapping[str, dict]) -> list[SupporterPart]:
    """The roster with names, which everybody could read; a note is for facilitators alone."""
    return [
        SupporterPart(
            id=supporter.id,
            kind=supporter.kind,
            name=private.get(supporter.key, {}).get("name", ""),
        )
        for supporter in state.supporters
    ]


def help_parts(state: WorkshopState) -> list[HelpPart]:
    counts = Counter(state.earlier.help)
    counts.update(task for person in state.participants.values() for task in person.help)
    tasks = dict.fromkeys([*state.settings.help_tasks, *sorted(counts)])
    return [HelpPart(task=task, people=counts[task]) for task in tasks]
