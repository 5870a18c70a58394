"""Undo and redo: rule 5 of DESIGN.md, by examples."""

from tests.facilitation.examples import refusal

GONE = ("not_now", "refusal.nothing_to_undo", {})


def test_undo_of_a_merge_brings_topics_titles_and_dots_back(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.place("p1", bus, bus, train)
    hall.place("p2", train)
    before, dots = dict(hall.state.topics.items()), hall.dots()
    hall.desk("merge", topics=[bus, train], title="Verkehr")

    assert hall.desk("undo") == {"undone": "merge"}

    assert dict(hall.state.topics.items()) == before
    assert hall.dots() == dots
    assert hall.placed("p1") == [bus, bus, train]
    assert (hall.hand("p1"), hall.hand("p2")) == (2, 4)
    assert [key for key, _ in hall.told("p1")] == ["notice.dots_merged", "notice.dots_restored"]
    assert hall.told("p2") == []


def test_undo_leaves_a_returned_dot_where_its_owner_put_it(hall):
    bus, train, pool = hall.say("p1", "Bus"), hall.say("p2", "Bahn"), hall.say("p2", "Bad")
    hall.desk("set_settings", budget=3)
    hall.place("p1", bus, bus, train)
    hall.desk("merge", topics=[bus, train], title="Verkehr")
    hall.place("p1", pool)

    hall.desk("undo")

    assert hall.placed("p1") == [bus, bus, pool]
    assert hall.dots() == {bus: (2, 1), train: (0, 0), pool: (1, 1)}


def test_undo_returns_a_dot_that_lies_on_what_it_removes(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.desk("merge", topics=[bus, train], title="Verkehr")
    hall.place("p1", "t3")

    hall.desk("undo")

    assert hall.placed("p1") == []
    assert hall.told("p1") == [("notice.dots_undone", {"count": 1, "title": "Verkehr"})]


def test_undo_of_a_split_with_a_successor_restores_its_dots(hall):
    bus = hall.say("p1", "Bus")
    hall.say("p2", "Bahn")
    hall.desk("merge", topics=[bus, "t2"], title="Verkehr")
    hall.place("p1", "t3", "t3")
    parts = [{"title": "B", "contributions": ["c1"]}, {"title": "A", "contributions": ["c2"]}]
    hall.desk("split", topic="t3", parts=parts, successor=1)
    hall.phone("p1", "take_dot", topic="t3")
    hall.place("p1", "t4")

    hall.desk("undo")

    assert hall.placed("p1") == ["t3", "t3"]
    assert hall.topic("t3").shape == ("Verkehr", ("c1", "c2"), ("t1", "t2"), None, None)
    assert set(hall.state.topics) == {"t3"}


def test_successor_of_a_split_starts_without_flags_and_undo_brings_them_back(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    whole = hall.desk("merge", topics=[bus, train], title="Verkehr")["topic"]
    hall.phone("p1", "flag_broad", topic=whole, narrower="Nachtbus")
    hall.phone("p2", "flag_broad", topic=whole)
    parts = [{"title": "B", "contributions": ["c1"]}, {"title": "A", "contributions": ["c2"]}]

    def flags() -> tuple[dict, ...]:
        people = [dict(hall.person(who).flags.items()) for who in ("p1", "p2")]
        return (dict(hall.topic(whole).flags.items()), *people)

    wide = flags()
    assert wide == ({"p1": "Nachtbus", "p2": None}, {whole: "Nachtbus"}, {whole: None})

    hall.desk("split", topic=whole, parts=parts, successor=1)
    assert flags() == ({}, {}, {})

    hall.phone("p1", "flag_broad", topic=whole, narrower="S-Bahn")
    narrow = flags()
    assert narrow == ({"p1": "S-Bahn"}, {whole: "S-Bahn"}, {})
    hall.desk("undo")
    assert flags() == wide

    hall.desk("redo")
    assert flags() == narrow


def test_undo_keeps_what_authors_did_meanwhile(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.desk("merge", topics=[bus, train], title="Verkehr")
    hall.phone("p1", "reword", contribution="c1", text="Nachtbus")
    hall.phone("p2", "withdraw", contribution="c2")

    hall.desk("undo")

    assert [(t.id, hall.state.topic_title(t)) for t in hall.state.board_topics()] == [
        (bus, "Nachtbus")
    ]
    assert hall.topic(train).size == 0


def test_undo_is_refused_where_a_later_act_stands_on_it(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.desk("merge", topics=[bus, train], title="Verkehr", by="anna")
    hall.desk("rename", topic="t3", title="Mobilität", by="bela")

    refused = refusal(hall.desk, "undo", by="anna")

    assert refused == (
        "not_now",
        "refusal.undo_stands_on",
        {"what": "merge", "title": "Verkehr"},
    )
    assert hall.desk("undo", by="bela") == {"undone": "rename"}
    assert hall.desk("undo", by="anna") == {"undone": "merge"}


def test_undo_of_a_merge_is_refused_once_paper_dots_were_counted_on_it(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.desk("merge", topics=[bus, train], title="Verkehr")
    hall.desk("enter_paper_dots", topic="t3", count=4)

    assert refusal(hall.desk, "undo")[1] == "refusal.undo_stands_on"


def test_undo_takes_back_only_ones_own_acts(hall):
    bus = hall.say("p1", "Bus")
    hall.desk("rename", topic=bus, title="Nahverkehr", by="anna")

    assert refusal(hall.desk, "undo", by="bela") == GONE
    assert refusal(hall.desk, "redo", by="anna")[1] == "refusal.nothing_to_redo"


def test_redo_is_possible_until_one_does_something_else(hall):
    bus = hall.say("p1", "Bus")
    hall.desk("rename", topic=bus, title="Nahverkehr")
    hall.desk("undo")
    assert hall.topic(bus).title is None
    assert hall.desk("redo") == {"redone": "rename"}
    assert hall.topic(bus).title == "Nahverkehr"
    hall.desk("undo")
    hall.desk("hide", topic=bus, reason="Beleidigung")

    assert refusal(hall.desk, "redo")[1] == "refusal.nothing_to_redo"
    assert [s.status for _, s in sorted(hall.state.steps.items())] == ["gone", "done"]


def test_undo_of_cards_withdraws_them_and_redo_brings_them_back_with_their_ids(hall):
    topics = hall.desk("enter_cards", cards=["Bus", "Bad"], via="wall")["topics"]
    before = dict(hall.state.topics.items())
    hall.place("p1", topics[0])

    hall.desk("undo")

    assert dict(hall.state.topics.items()) == {}
    assert {c.withdrawn for c in hall.state.contributions.values()} == {True}
    assert hall.hand("p1") == 5

    hall.desk("redo")

    assert set(hall.state.topics) == set(before)
    assert hall.placed("p1") == [topics[0]]
    assert {c.withdrawn for c in hall.state.contributions.values()} == {False}


def test_every_turn_that_hides_a_topic_tells_its_author(hall):
    bus = hall.say("p1", "Bus")
    hall.desk("hide", topic=bus, reason="Beleidigung")
    hall.desk("undo")
    hall.desk("redo")

    hidden = ("notice.topic_hidden", {"title": "Bus", "reason": "Beleidigung"})
    assert hall.told("p1")[::2] == [hidden, hidden]
    assert [key for key, _ in hall.told("p1")][1] == "notice.topic_restored"


def test_restoring_after_a_redone_hiding_tells_those_who_had_dots_then(hall):
    bus = hall.say("p1", "Bus")
    hall.place("p1", bus)
    hall.desk("hide", topic=bus, reason="Beleidigung")
    hall.desk("undo")
    hall.phone("p1", "take_dot", topic=bus)
    hall.place("p2", bus)
    hall.desk("redo")
    assert hall.topic(bus).former == ("p2",)

    hall.desk("restore", topic=bus)

    again = ("notice.dots_place_again", {"title": "Bus"})
    assert again in hall.told("p2")
    assert again not in hall.told("p1")


def test_undoing_a_restoring_keeps_in_mind_whose_dots_were_there(hall):
    bus = hall.say("p1", "Bus")
    hall.place("p1", bus)
    hall.desk("hide", topic=bus, reason="Beleidigung")
    hall.desk("restore", topic=bus)
    hall.place("p2", bus)
    hall.desk("undo")

    assert hall.topic(bus).former == ("p1", "p2")
    assert hall.dots() == {bus: (0, 0)}


def test_undo_of_a_dissolved_group_seats_those_who_went_nowhere_else(hall):
    hall.comes()
    bus, pool = hall.say("p1", "Bus"), hall.say("p2", "Bad")
    one = hall.desk("call_group", topics=[bus], title="Busgruppe")["group"]
    other = hall.desk("call_group", topics=[pool], title="Badgruppe")["group"]
    for who in ("p1", "p2", "p3"):
        hall.phone(who, "join_group", group=one)
    hall.phone("p1", "write_board", group=one, field="goal", value="Mehr Busse", base=0)
    hall.phone("p3", "leave_group")
    hall.desk("dissolve_group", group=one)
    hall.phone("p2", "join_group", group=other)

    hall.desk("undo")

    group = hall.state.groups[one]
    assert set(group.members) == {"p1"}
    assert group.text("goal").value == "Mehr Busse"
    assert hall.person("p2").group == other
    assert hall.topic(bus).group == one
    gone, back = ("notice.group_dissolved", "notice.group_back")
    title = {"title": "Busgruppe"}
    assert (hall.told("p1"), hall.told("p2")) == ([(gone, title), (back, title)], [(gone, title)])


def test_undo_of_cards_says_which_card_somebody_went_on_with(hall):
    (bus,) = hall.desk("enter_cards", cards=["Mehr\nBusse"])["topics"]
    hall.desk("hide", topic=bus, reason="doppelt", by="bela")

    refused = refusal(hall.desk, "undo")

    assert refused[2] == {"what": "enter_cards", "title": "Mehr Busse"}


def test_undo_of_a_called_group_is_refused_once_somebody_sits_there(hall):
    bus = hall.say("p1", "Bus")
    group = hall.desk("call_group", topics=[bus], title="Busgruppe")["group"]
    hall.phone("p1", "join_group", group=group)
    assert refusal(hall.desk, "undo")[1] == "refusal.undo_stands_on"

    hall.phone("p1", "leave_group")
    hall.desk("undo")
    assert (dict(hall.state.groups.items()), hall.topic(bus).group) == ({}, None)

    hall.desk("redo")
    assert hall.topic(bus).group == group


def test_paper_dots_do_not_let_a_called_group_be_undone_under_its_people(hall):
    bus = hall.say("p1", "Bus")
    group = hall.desk("call_group", topics=[bus], title="Busgruppe")["group"]
    hall.phone("p1", "join_group", group=group)
    hall.desk("enter_paper_dots", topic=bus, count=2)

    assert refusal(hall.desk, "undo")[1] == "refusal.undo_stands_on"

    hall.phone("p1", "leave_group")
    assert hall.desk("undo") == {"undone": "call_group"}
    assert hall.dots() == {bus: (2, 0)}


def test_undo_respects_a_cap_that_was_lowered_meanwhile(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.place("p1", bus, bus)
    parts = [{"title": "A", "contributions": ["c1"]}, {"title": "B"}]
    hall.desk("split", topic=bus, parts=parts)
    hall.desk("set_settings", cap=1)

    hall.desk("undo")

    assert hall.placed("p1") == [bus]
    assert hall.dots() == {bus: (1, 1), train: (0, 0)}


def test_undo_of_a_split_knows_what_was_withdrawn_from_its_successor(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    whole = hall.desk("merge", topics=[bus, train], title="Verkehr")["topic"]
    parts = [{"title": "A", "contributions": ["c1"]}, {"title": "B", "contributions": ["c2"]}]
    hall.desk("split", topic=whole, parts=parts, successor=0)
    hall.phone("p1", "withdraw", contribution="c1")
    hall.phone("p2", "withdraw", contribution="c2")

    hall.desk("undo")

    assert (hall.topic(whole).size, hall.state.board_topics()) == (0, [])


def test_undo_of_a_called_group_is_refused_once_somebody_changed_its_table(hall):
    bus = hall.say("p1", "Bus")
    group = hall.desk("call_group", topics=[bus], title="Busgruppe", by="anna")["group"]
    hall.desk("change_group", group=group, table="7", by="bela")

    assert refusal(hall.desk, "undo", by="anna")[1] == "refusal.undo_stands_on"
