"""What acts do to dots. For every participant: dots placed + hand = budget, always (rule 4)."""

from msgspec.structs import replace
from rpds import HashTrieMap

from facilitation.domain.events.dots import DOT_NOTICES
from facilitation.domain.folding.operations.participants import change_participant, notify
from facilitation.domain.folding.operations.topics import change_topic
from facilitation.domain.state import Topic, WorkshopState


def put_dot(state: WorkshopState, who: str, topic_id: str, number: int) -> WorkshopState:
    """Place the dot with this placement number."""
    topic = state.topics[topic_id]
    mine = topic.voters.get(who) or ()
    dots = tuple(sorted((*state.participants[who].dots, (number, topic_id))))
    state = change_participant(state, who, dots=dots)
    return change_topic(
        state,
        topic_id,
        voters=topic.voters.insert(who, tuple(sorted((*mine, number)))),
        dots=topic.dots + 1,
        people=topic.people + (not mine),
    )


def lift_dot(state: WorkshopState, who: str, topic_id: str) -> WorkshopState:
    """Take the dot back that was placed on the topic last."""
    topic = state.topics[topic_id]
    *rest, last = topic.voters[who]
    dots = tuple(dot for dot in state.participants[who].dots if dot != (last, topic_id))
    state = change_participant(state, who, dots=dots)
    voters = topic.voters.insert(who, tuple(rest)) if rest else topic.voters.remove(who)
    return change_topic(
        state, topic_id, voters=voters, dots=topic.dots - 1, people=topic.people - (not rest)
    )


def lift_all(state: WorkshopState, topic_id: str) -> WorkshopState:
    """Return every dot on the topic to its owner's hand, without a word; paper dots stay."""
    topic = state.topics[topic_id]
    for who in topic.voters:
        dots = tuple(dot for dot in state.participants[who].dots if dot[1] != topic_id)
        state = change_participant(state, who, dots=dots)
    return change_topic(
        state, topic_id, voters=HashTrieMap(), dots=topic.paper, people=topic.counted
    )


def return_all(state: WorkshopState, topic_id: str, *, n: int, key: str, **gaps) -> WorkshopState:
    """Return every dot on the topic to its owner's hand and tell each of them why."""
    owners = {who: len(numbers) for who, numbers in state.topics[topic_id].voters.items()}
    state = lift_all(state, topic_id)
    for who, count in owners.items():
        state = notify(state, who, n=n, key=key, count=count, **gaps)
    return state


def merge_dots(
    state: WorkshopState, sources: list[Topic], into: str, *, n: int, title: str
) -> WorkshopState:
    """Move the dots of topics just merged: each person's add up to the cap, first placed first.

    What is above the cap returns to its owner's hand, and they are told. People whom an import
    had counted may be the same ones on each topic: as many as on one of them are certain.
    """
    owners: dict[str, list[int]] = {}
    for topic in sources:
        for who, numbers in topic.voters.items():
            owners.setdefault(who, []).extend(numbers)
    gone = {topic.id for topic in sources}
    voters = HashTrieMap()
    for who, numbers in owners.items():
        kept = sorted(numbers)[: state.settings.cap]
        voters = voters.insert(who, tuple(kept))
        others = [dot for dot in state.participants[who].dots if dot[1] not in gone]
        dots = tuple(sorted([*others, *((number, into) for number in kept)]))
        state = change_participant(state, who, dots=dots)
        back = len(numbers) - len(kept)
        if back:
            state = notify(state, who, n=n, key="notice.dots_merged", count=back, title=title)
    paper = sum(topic.paper for topic in sources)
    placed = sum(len(numbers) for numbers in voters.values())
    people = len(voters) + max(topic.counted for topic in sources)
    return change_topic(state, into, voters=voters, dots=placed + paper, people=people, paper=paper)


def restore_dots(state: WorkshopState, who: str, wanted: list[tuple[int, str]]) -> WorkshopState:
    """Place a person's earlier dots again, first placed first, as far as the hand allows.

    No dot goes onto an empty or hidden topic, and none above the cap.
    """
    for number, topic_id in sorted(wanted):
        participant, topic = state.participants[who], state.topics.get(topic_id)
        if topic is None or not topic.size or topic.hidden is not None:
            continue
        if participant.dots_on(topic_id) >= state.settings.cap or state.hand(participant) <= 0:
            continue
        if all(number != placed for placed, _ in participant.dots):
            state = put_dot(state, who, topic_id, number)
    return state


def seal(state: WorkshopState, counts: dict[str, tuple[int, int]]) -> WorkshopState:
    """Forget who placed what: only the counts stay, also in notices and in what could be undone.

    Which topics an act was about is still known: what is hidden stays hidden in the history.
    """
    topics = HashTrieMap()
    for id, topic in state.topics.items():
        dots, people = counts.get(id, (topic.paper, 0))
        bare = replace(topic, voters=HashTrieMap(), former=(), dots=dots, people=people)
        topics = topics.insert(id, bare)
    retired = state.retired
    for id, topic in state.retired.items():
        retired = retired.insert(id, replace(topic, former=()))
    participants = state.participants
    for id, person in state.participants.items():
        notices = tuple(x for x in person.notices if not x.key.startswith(DOT_NOTICES))
        participants = participants.insert(id, replace(person, dots=(), notices=notices))
    steps = state.steps
    for n, step in state.steps.items():
        bare = replace(
            step,
            back_topics={},
            back_groups={},
            shapes=dict.fromkeys(step.shapes),
            group_shapes={},
            paper={},
            status="gone" if step.status != "done" else "done",
        )
        steps = steps.insert(n, bare)
    return replace(
        state,
        topics=topics,
        retired=retired,
        participants=participants,
        steps=steps,
        undoable=HashTrieMap(),
        redoable=HashTrieMap(),
        sealed=True,
    )
