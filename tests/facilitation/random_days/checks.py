"""The rules of DESIGN.md, section 3, as questions to a state, its views and its file."""

import msgspec

from facilitation import exports
from facilitation.domain.commands import BOARD_FIELDS
from facilitation.domain.events import DotPlaced, DotTakenBack, NoticeDismissed, encode_events
from facilitation.domain.folding import replay
from facilitation.domain.state import WorkshopState
from screens.console import view as console_view
from screens.phone import view as phone_view
from screens.views.audience import Audience
from screens.wall import view as wall_view
from tests.facilitation.random_days.model import Model, Shape, Table

AROUND = {"connected": 3, "address": "http://laptop/", "cloud": None, "backup": None}


def no_contribution_is_lost(state: WorkshopState, model: Model) -> None:
    """Rule 3: everything not withdrawn is in a topic, in its author's words, byte for byte."""
    assert {c: (s.author, s.text, s.withdrawn) for c, s in state.contributions.items()} == {
        c: (s.author, s.text, s.withdrawn) for c, s in model.said.items()
    }
    for id, said in state.contributions.items():
        holders = {t.id for t in state.topics.values() if id in t.contributions}
        assert set(said.topics) == holders
        assert holders or said.withdrawn
    mine = {who: [] for who in state.participants}
    for id, said in sorted(state.contributions.items(), key=lambda item: item[1].n):
        if said.author in mine and not said.withdrawn:
            mine[said.author].append(id)
    assert {who: list(p.contributions) for who, p in state.participants.items()} == mine


def dots_are_conserved(state: WorkshopState, model: Model) -> None:
    """Rule 4: hand + placed = budget, no more than the cap, and every count is the recount."""
    assert (state.settings.budget, state.settings.cap) == (model.budget, model.cap)
    for who, person in state.participants.items():
        assert len(person.dots) + state.hand(person) == state.settings.budget
        assert dict(person.dots) == model.people[who].dots
    for id, topic in state.topics.items():
        voters = {who: len(numbers) for who, numbers in topic.voters.items()}
        assert voters == model.voters(id)
        assert max(voters.values(), default=0) <= state.settings.cap
        assert topic.paper == model.paper[id]
        assert topic.dots == sum(voters.values()) + topic.paper
        assert topic.people == len(voters)


def topics_and_groups_are_as_they_should(state: WorkshopState, model: Model) -> None:
    """Rule 5: topics, titles, memberships and tables are what the acts that stand make them."""
    assert {id: Shape(*topic.shape) for id, topic in state.topics.items()} == model.topics
    for id, topic in state.topics.items():
        assert topic.size == len(model.live(id))
        assert dict(topic.flags.items()) == model.flags.get(id, {})
    assert {id: Table(*group.shape) for id, group in state.groups.items()} == model.groups
    for id, group in state.groups.items():
        assert set(group.members) == model.members(id)
        assert all(state.participants[who].group == id for who in group.members)
        written = {f: group.text(f).value for f in BOARD_FIELDS if group.text(f).value}
        said = {f: text for f, text in model.boards[id].items() if text and f != "contact"}
        assert written == said
    by_topic = {id: topic.group for id, topic in state.topics.items() if topic.group}
    by_group = {id: g.id for g in state.groups.values() for id in g.topics if id in state.topics}
    assert by_topic == by_group


def contacts_of_boards_are_their_writers(state: WorkshopState, private, model: Model) -> None:
    """Rule 8: who had a hand in a contact can erase it; that of a dissolved group is nowhere."""
    for id, board in model.boards.items():
        key = state.any_group(id).text("contact").key
        assert private.get(key, {}).get("text", "") == board.get("contact", "")
        assert bool(key) == bool(board.get("contact"))
    for who, person in state.participants.items():
        hands = {group for group, writers in model.hands.items() if who in writers}
        assert set(person.board_contacts) == hands
    contacts = [model.boards[id].get("contact") for id in state.dissolved]
    gone = [line.encode() for text in contacts if text for line in text.split("\n")]
    if gone:
        views = [Audience(v, state, private, AROUND).whole() for v in (phone_view, wall_view)]
        views += [Audience(console_view, state, private, AROUND).whole()]
        taken = msgspec.json.encode([views, exports.harvest(state, private)])
        taken += exports.contacts_csv(state, private, "de")
        assert not [line for line in gone if line in taken]


def links_hold_both_ways(state: WorkshopState) -> None:
    """Flags and interest of people and of topics say the same."""
    flags = {(who, t.id, n) for t in state.topics.values() for who, n in t.flags.items()}
    assert flags == {
        (p.id, id, n) for p in state.participants.values() for id, n in p.flags.items()
    }
    interest = {(who, t.id) for t in state.topics.values() for who in t.interest}
    assert interest == {(p.id, id) for p in state.participants.values() for id in p.interests}


def history_names_every_act(state: WorkshopState, model: Model) -> None:
    """Rule 5: what, who and when; and whether it stands."""
    assert {n: (s.kind, s.by) for n, s in state.steps.items()} == {
        n: (act.kind, act.by) for n, act in model.acts.items()
    }
    assert {n for n, s in state.steps.items() if s.status == "done"} == {
        n for n, act in model.acts.items() if act.done
    }
    shown = console_view.history(state)
    assert [entry["n"] for entry in shown] == sorted(model.acts, reverse=True)[:50]


def ballot_is_secret(state: WorkshopState, private) -> None:
    """Rule 6: no view names a person but to themselves; no counts before they are revealed."""
    encode = msgspec.json.encode
    people = list(state.participants.values())
    secrets = {who.id: (who.id.encode(), who.token.encode()) for who in people}
    whole = {
        view.__name__: Audience(view, state, private, AROUND).whole()
        for view in (phone_view, wall_view, console_view)
    }
    for view in whole.values():
        text = encode(view)
        assert not any(secret in text for pair in secrets.values() for secret in pair)
    for name in (phone_view.__name__, wall_view.__name__):
        topics = msgspec.json.decode(encode(whole[name]["topics"]))
        for piece in topics.values():
            shown = {"dots", "people"} & piece.keys()
            assert shown == ({"dots", "people"} if state.settings.counts == "revealed" else set())
            assert piece["state"] != "hidden"
    for person in people:
        mine = encode(phone_view.me(state, person))
        for other, pair in secrets.items():
            assert other == person.id or not any(secret in mine for secret in pair)


def journal_gives_the_same_state(state: WorkshopState, rows) -> None:
    """Rule 7: whole value equality with the journal folded anew."""
    assert [row.n for row in rows] == list(range(1, state.at + 1))
    assert replay(rows) == state


def private_data_is_apart(rows, on_disk: bytes, live: set[bytes], erased: set[bytes]) -> None:
    """Rule 8: nothing erased is on the disk, nothing private in the journal."""
    stored = b"".join(encode_events(row.events) + msgspec.json.encode(row.answer) for row in rows)
    assert not any(marker in stored for marker in live | erased)
    assert not [marker for marker in erased if marker in on_disk]


def counts_are_kept(state: WorkshopState, sealed: dict[str, tuple[int, int]]) -> None:
    """Rule 6: the seal keeps the counts of all topics and nobody's dots."""
    assert {id: (t.dots, t.people) for id, t in state.topics.items() if id in sealed} == sealed
    assert not any(person.dots for person in state.participants.values())
    assert not any(topic.voters or topic.former for topic in state.topics.values())


def seal_leaves_no_link(rows, on_disk: bytes, ballot_acts: set[str]) -> None:
    """Rule 6: after the seal no row and no byte says who placed or got back a dot."""
    for row in rows:
        assert not any(isinstance(event, DotPlaced | DotTakenBack) for event in row.events)
        for event in row.events:
            if isinstance(event, NoticeDismissed):
                assert "notice.dots_" not in event.notice
    assert not [act for act in ballot_acts if act.encode() in on_disk]
