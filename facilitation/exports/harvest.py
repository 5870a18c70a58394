"""From the state of a workshop to the plain data that is taken home (see document.py).

Quick, and made where the state is; everything slow is done with its result, elsewhere.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import datetime

import msgspec

from facilitation.domain.commands import BOARD_FIELDS
from facilitation.domain.document import (
    ContributionPart,
    DeedPart,
    Document,
    FlagsPart,
    GroupPart,
    HelpPart,
    RetiredPart,
    SettingsPart,
    SupporterPart,
    TopicPart,
)
from facilitation.domain.state import Contribution, Group, Topic, WorkshopState
from facilitation.domain.texts import title_of

LANGUAGE_SHARED_BY = 3
"""A language of fewer authors would tell which contributions come from one person."""

COMMON_LANGUAGE = "de"
OWN_WORDS = {"merge", "rename", "call_group", "change_group", "dissolve_group"}
"""Acts whose title a facilitator typed; other acts name what somebody else may have withdrawn."""


def harvest(state: WorkshopState, private: Mapping[str, dict]) -> dict:
    """Return the harvest as plain data: what workshop.json holds, no ballots and no contacts."""
    return msgspec.to_builtins(document(state, private))


def document(state: WorkshopState, private: Mapping[str, dict]) -> Document:
    topics = [_topic(state, topic) for topic in _by_id(state.board_topics())]
    groups = [_group(state, group) for group in _in_order(state.groups.values())]
    dissolved = [_group(state, group) for group in _in_order(state.dissolved.values())]
    retired = _retired(state, topics, dissolved)
    known = {topic.id for topic in (*topics, *retired)}
    contributions = _contributions(state)
    told = {topic.title for topic in (*topics, *retired)}
    told |= {title_of(said.text) for said in contributions}
    return Document(
        title=state.settings.title,
        date=_day(state.held_at),
        phase=state.phase,
        sealed=state.sealed,
        participants=state.earlier.participants + len(state.participants),
        settings=_settings(state),
        supporters=_supporters(state, private),
        contributions=contributions,
        topics=topics,
        retired=retired,
        groups=_on_known(groups, known),
        dissolved=_on_known(dissolved, known),
        open_ends=[topic.id for topic in topics if topic.state == "open_end"],
        help=_help(state),
        history=_history(state, told),
    )


def _by_id(things):
    return sorted(things, key=lambda thing: thing.id)


def _in_order(groups) -> list[Group]:
    return sorted(groups, key=lambda group: group.n)


def _day(at: str | None) -> str | None:
    """The local day of a moment in UTC; a day stays what it is."""
    if at is None or "T" not in at:
        return at
    return datetime.fromisoformat(at).astimezone().date().isoformat()


def _settings(state: WorkshopState) -> SettingsPart:
    chosen = state.settings
    return SettingsPart(
        questions=list(chosen.questions),
        help_tasks=list(chosen.help_tasks),
        budget=chosen.budget,
        cap=chosen.cap,
        counts=chosen.counts,
        open=dict(chosen.open),
    )


def _supporters(state: WorkshopState, private: Mapping[str, dict]) -> list[SupporterPart]:
    """The roster with names: it hung in the hall for everybody to read."""
    parts = []
    for listed in state.supporters:
        said = private.get(listed.key, {})
        name, note = said.get("name", ""), said.get("note", "")
        parts.append(SupporterPart(id=listed.id, kind=listed.kind, name=name, note=note))
    return parts


def _contributions(state: WorkshopState) -> list[ContributionPart]:
    authors = defaultdict(set)
    for said in state.contributions.values():
        authors[said.language].add(said.author)
    shared = {code for code, who in authors.items() if len(who) >= LANGUAGE_SHARED_BY}
    shared |= {COMMON_LANGUAGE, None}
    return [_contribution(said, shared) for said in _by_id(state.contributions.values())]


def _contribution(said: Contribution, shared: set[str | None]) -> ContributionPart:
    if said.withdrawn:
        return ContributionPart(id=said.id, via=said.via, withdrawn=True)
    language = said.language if said.language in shared or not said.author else None
    return ContributionPart(id=said.id, text=said.text, via=said.via, language=language)


def _live(state: WorkshopState, topic: Topic) -> list[str]:
    return sorted(said.id for said in state.live_contributions(topic))


def _topic(state: WorkshopState, topic: Topic) -> TopicPart:
    return TopicPart(
        id=topic.id,
        title=state.topic_title(topic),
        state=state.topic_state(topic),
        contributions=_live(state, topic),
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


def _retired(
    state: WorkshopState, topics: list[TopicPart], dissolved: list[GroupPart]
) -> list[RetiredPart]:
    """The topics that those on the board came from, all the way back."""
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
    return _by_id(found.values())


def _former(state: WorkshopState, topic: Topic) -> RetiredPart:
    """A retired topic; one that went by a contribution since withdrawn has no title."""
    live = _live(state, topic)
    title = topic.title or (title_of(state.contributions[live[0]].text) if live else "")
    return RetiredPart(
        id=topic.id,
        title=title,
        contributions=live,
        sources=list(topic.sources),
        flags=_flags(state, topic),
    )


def _on_known(groups: list[GroupPart], known: set[str]) -> list[GroupPart]:
    """A topic whose contributions were all withdrawn is no longer anywhere."""
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


def _help(state: WorkshopState) -> list[HelpPart]:
    counts = Counter(state.earlier.help)
    counts.update(task for person in state.participants.values() for task in person.help)
    tasks = dict.fromkeys([*state.settings.help_tasks, *sorted(counts)])
    return [HelpPart(task=task, people=counts[task]) for task in tasks]


def _history(state: WorkshopState, told: set[str]) -> list[DeedPart]:
    """What facilitators did. `told` is what the harvest says anyway: nothing else is quoted."""
    earlier = list(state.earlier.history)
    first = max((deed.by for deed in earlier), default=0) + 1
    withdrawn = {title_of(c.text) for c in state.contributions.values() if c.withdrawn}
    numbers: dict[str, int] = {}
    for n in sorted(state.steps.keys()):
        step = state.steps[n]
        gaps, own = step.gaps, step.kind in OWN_WORDS
        title, old = gaps.get("title"), gaps.get("old")
        keep = title in told or (own and title not in withdrawn)
        earlier.append(
            DeedPart(
                at=step.at,
                by=numbers.setdefault(step.by, first + len(numbers)),
                kind=step.kind,
                title=title if keep else None,
                old=old if old in told else None,
                reason=gaps.get("reason"),
                count=gaps.get("count"),
                undone=step.status != "done",
            )
        )
    return earlier
