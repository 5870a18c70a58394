"""Dots: rule 4 of DESIGN.md, by examples."""

import rpds

from facilitation.domain.folding.operations import dots as folds
from tests.facilitation.examples import refusal


def test_dots_are_placed_and_taken_back_last_first(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.place("p1", bus, train, bus)

    hall.phone("p1", "take_dot", topic=bus)

    assert hall.placed("p1") == [bus, train]
    assert (hall.hand("p1"), hall.dots()) == (3, {bus: (1, 1), train: (1, 1)})


def test_place_dot_is_refused_above_cap_and_budget(hall):
    topics = [hall.say("p2", text) for text in ("Bus", "Bahn", "Bad")]
    hall.place("p1", topics[0], topics[0])
    cap = refusal(hall.phone, "p1", "place_dot", topic=topics[0])
    hall.place("p1", topics[1], topics[1], topics[2])
    budget = refusal(hall.phone, "p1", "place_dot", topic=topics[2])

    assert cap == ("too_much", "refusal.dots_cap", {"count": 2})
    assert budget == ("too_much", "refusal.dots_used_up", {"count": 5})


def test_take_dot_is_refused_where_one_has_none(hall):
    bus = hall.say("p1", "Bus")
    hall.place("p2", bus)
    assert refusal(hall.phone, "p1", "take_dot", topic=bus)[:2] == (
        "not_found",
        "refusal.dots_none_here",
    )


def test_dots_go_onto_no_hidden_merged_or_unknown_topic(hall):
    bus, train, bad = (hall.say("p1", text) for text in ("Bus", "Bahn", "Schimpf"))
    hall.desk("hide", topic=bad, reason="Beleidigung")
    hall.desk("merge", topics=[bus, train], title="Verkehr")

    for topic in (bad, bus, "nowhere"):
        assert refusal(hall.phone, "p2", "place_dot", topic=topic)[:2] == (
            "not_found",
            "refusal.topic_gone",
        )


def test_merge_adds_dots_up_to_the_cap_and_returns_the_rest(hall):
    bus, train, tram = (hall.say("p1", text) for text in ("Bus", "Bahn", "Tram"))
    hall.place("p1", bus, train, train, tram)
    hall.place("p2", tram)
    hall.desk("enter_paper_dots", topic=bus, count=3)
    hall.desk("enter_paper_dots", topic=tram, count=1)

    merged = hall.desk("merge", topics=[train, bus, tram, bus], title="Verkehr")["topic"]

    assert hall.dots() == {merged: (3 + 4, 2)}
    assert (hall.placed("p1"), hall.hand("p1")) == ([merged, merged], 3)
    assert hall.told("p1") == [("notice.dots_merged", {"count": 2, "title": "Verkehr"})]
    assert (hall.placed("p2"), hall.told("p2")) == ([merged], [])


def test_split_returns_dots_and_says_why(hall):
    bus = hall.say("p1", "Bus")
    hall.place("p2", bus, bus)

    hall.desk("split", topic=bus, parts=[{"title": "A"}, {"title": "B"}])

    assert hall.dots() == {"t2": (0, 0), "t3": (0, 0)}
    assert hall.told("p2") == [("notice.dots_split", {"count": 2, "title": "Bus"})]
    assert hall.hand("p2") == 5


def test_split_with_a_successor_keeps_dots_and_paper_with_it(hall):
    bus = hall.say("p1", "Bus")
    hall.place("p2", bus)
    hall.desk("enter_paper_dots", topic=bus, count=2)

    hall.desk("split", topic=bus, parts=[{"title": "A"}, {"title": "B"}], successor=0)

    assert hall.dots() == {bus: (3, 1), "t2": (0, 0)}
    assert hall.told("p2") == []


def test_hide_returns_dots_and_restore_asks_their_owners_to_place_them_again(hall):
    bus = hall.say("p1", "Bus")
    hall.place("p2", bus, bus)
    hall.desk("enter_paper_dots", topic=bus, count=1)
    hall.desk("hide", topic=bus, reason="Beleidigung")
    assert (hall.hand("p2"), hall.dots()) == (5, {bus: (1, 0)})

    hall.desk("restore", topic=bus)

    assert hall.dots() == {bus: (1, 0)}
    assert hall.told("p2") == [
        ("notice.dots_hidden", {"count": 2}),
        ("notice.dots_place_again", {"title": "Bus"}),
    ]


def test_paper_dots_replace_the_count_before_and_are_no_people(hall):
    bus = hall.say("p1", "Bus")
    hall.place("p1", bus)
    hall.desk("enter_paper_dots", topic=bus, count=7)
    hall.desk("enter_paper_dots", topic=bus, count=4)

    assert hall.dots() == {bus: (5, 1)}
    hall.desk("hide", topic=bus, reason="x")
    assert refusal(hall.desk, "enter_paper_dots", topic=bus, count=1)[1] == "refusal.topic_hidden"


def test_budget_and_cap_are_not_lowered_below_what_is_placed(hall):
    hall.comes()
    bus, train = hall.say("p1", "Bus"), hall.say("p1", "Bahn")
    hall.place("p1", bus, bus, train)
    hall.place("p2", bus, bus)
    hall.place("p3", bus)

    assert refusal(hall.desk, "set_settings", budget=1) == (
        "not_now",
        "refusal.budget_in_use",
        {"count": 2},
    )
    assert refusal(hall.desk, "set_settings", title="Neu", cap=1) == (
        "not_now",
        "refusal.cap_in_use",
        {"count": 2},
    )
    assert hall.state.settings.title == "Open-Sozial"
    hall.desk("set_settings", budget=3, cap=2)
    assert [hall.hand(who) for who in ("p1", "p2", "p3")] == [0, 1, 2]


def test_raised_cap_between_a_merge_and_its_undo_changes_nothing(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p1", "Bahn")
    hall.place("p1", bus, bus, train)
    hall.desk("merge", topics=[bus, train], title="Verkehr")
    hall.desk("set_settings", cap=4)

    hall.desk("undo")

    assert hall.placed("p1") == [bus, bus, train]
    hall.desk("redo")
    assert (hall.placed("p1"), hall.hand("p1")) == (["t3", "t3"], 3)


def test_another_persons_dots_are_their_own(hall):
    token = hall.phone("p1", "speak_for")["token"]
    other = hall.workshop.person(token).id
    bus = hall.say(other, "Bus")
    hall.place("p1", bus, bus)

    hall.place(other, bus)

    assert hall.dots() == {bus: (3, 2)}
    assert (hall.hand("p1"), hall.hand(other)) == (3, 4)


def test_a_dot_costs_the_same_however_many_topics_there_are(hall, monkeypatch):
    """DESIGN.md, section 6: counted in looks into the maps that hold topics and people."""

    class Counting:
        def __init__(self, held):
            self.held = held

        def __getitem__(self, key):
            looks.append(key)
            return self.held[key]

        def insert(self, key, value):
            looks.append(key)
            return Counting(self.held.insert(key, value))

    def looks_of_a_dot() -> int:
        looks.clear()
        state = hall.state
        topics, people = Counting(state.topics), Counting(state.participants)
        counted = folds.replace(state, topics=topics, participants=people)
        folds.put_dot(counted, "p1", "t1", 10**6)
        return len(looks)

    looks: list = []
    hall.say("p1", "Bus")
    with_one = looks_of_a_dot()
    hall.desk("enter_cards", cards=[f"Karte {n}" for n in range(300)], via="wall")

    assert isinstance(hall.state.topics, rpds.HashTrieMap)
    assert looks_of_a_dot() == with_one
