"""Groups: called, changed, dissolved, joined."""

import pytest

from facilitation.domain.state import Group
from tests.facilitation.examples import refusal


@pytest.fixture
def group(hall):
    hall.say("p1", "Bus")
    return hall.desk("call_group", topics=["t1"], title="Busgruppe", seats=1)["group"]


def test_call_group_puts_topics_title_table_seats_and_supporter_together(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    roster = hall.desk("set_supporters", supporters=[{"name": "Frau Berg"}])
    (supporter,) = roster["supporters"]
    fields = {"title": " Verkehr ", "table": " 4 ", "seats": 8, "supporter": supporter}

    answer = hall.desk("call_group", topics=[bus, train, bus], **fields)

    at = hall.state.at
    assert answer == {"group": "g1"}
    assert hall.state.groups["g1"] == Group(
        id="g1",
        n=at * 1000,
        title="Verkehr",
        topics=(bus, train),
        table="4",
        seats=8,
        supporter=supporter,
    )
    assert [hall.state.topic_state(hall.topic(id)) for id in (bus, train)] == ["group", "group"]


def test_call_group_refuses_topics_that_are_taken_gone_or_hidden(hall, group):
    bad = hall.say("p2", "Schimpfwort")
    hall.desk("hide", topic=bad, reason="Beleidigung")

    def call(topic):
        return refusal(hall.desk, "call_group", topics=[topic], title="Neue")[:2]

    assert call("t1") == ("not_now", "refusal.topic_has_group")
    assert call("nowhere") == ("not_found", "refusal.topic_gone")
    assert call(bad) == ("not_now", "refusal.topic_hidden")


def test_call_group_refuses_a_supporter_who_is_not_on_the_roster(hall):
    bus = hall.say("p1", "Bus")
    refused = refusal(hall.desk, "call_group", topics=[bus], title="Neue", supporter="s9")
    assert refused == ("not_found", "refusal.supporter_unknown", {})


def test_change_group_changes_only_what_is_named(hall, group):
    hall.desk("change_group", group=group, table="7")
    assert hall.state.groups[group].shape == ("Busgruppe", ("t1",), "7", 1, None)

    hall.desk("change_group", group=group, table="", seats=0, title="Nahverkehr")
    assert hall.state.groups[group].shape == ("Nahverkehr", ("t1",), None, None, None)


def test_change_group_moves_topics_in_and_out(hall, group):
    train = hall.say("p2", "Bahn")

    hall.desk("change_group", group=group, topics=[train])

    assert (hall.topic("t1").group, hall.topic(train).group) == (None, group)


def test_change_group_lets_a_hidden_topic_of_its_own_stay(hall, group):
    train = hall.say("p2", "Bahn")
    hall.desk("hide", topic="t1", reason="Beleidigung")

    hall.desk("change_group", group=group, topics=["t1", train])

    assert hall.state.groups[group].topics == ("t1", train)
    assert hall.state.topic_state(hall.topic("t1")) == "hidden"


def test_dissolve_group_tells_its_members_and_frees_its_topics(hall, group):
    hall.phone("p1", "join_group", group=group)

    hall.desk("dissolve_group", group=group)

    assert hall.person("p1").group is None
    assert hall.told("p1") == [("notice.group_dissolved", {"title": "Busgruppe"})]
    assert hall.topic("t1").group is None
    assert refusal(hall.desk, "dissolve_group", group=group)[:2] == (
        "not_found",
        "refusal.group_gone",
    )


def test_join_group_leaves_the_one_before(hall, group):
    train = hall.say("p2", "Bahn")
    other = hall.desk("call_group", topics=[train], title="Bahngruppe")["group"]
    hall.phone("p1", "join_group", group=group)

    hall.phone("p1", "join_group", group=other)

    assert set(hall.state.groups[group].members) == set()
    assert set(hall.state.groups[other].members) == {"p1"}


def test_join_group_is_refused_at_a_full_table_but_not_to_who_sits_there(hall, group):
    hall.phone("p1", "join_group", group=group)

    assert hall.phone("p1", "join_group", group=group) == {}
    assert refusal(hall.phone, "p2", "join_group", group=group) == (
        "too_much",
        "refusal.group_full",
        {"title": "Busgruppe"},
    )


def test_leave_group_is_refused_to_who_is_in_none(hall, group):
    hall.phone("p1", "join_group", group=group)
    hall.phone("p1", "leave_group")

    assert set(hall.state.groups[group].members) == set()
    assert refusal(hall.phone, "p1", "leave_group") == ("not_now", "refusal.not_in_group", {})


def test_topic_is_an_open_end_without_a_group_towards_the_end(hall, group):
    train = hall.say("p2", "Bahn")
    states = {}
    for phase in ("vote", "group", "board", "close"):
        hall.desk("set_phase", phase=phase)
        states[phase] = [hall.state.topic_state(hall.topic(id)) for id in ("t1", train)]

    assert states == {
        "vote": ["group", "open"],
        "group": ["group", "open"],
        "board": ["group", "open_end"],
        "close": ["group", "open_end"],
    }


def test_interest_goes_to_open_ends_alone_and_follows_a_merge(hall, group):
    train, tram = hall.say("p1", "Bahn"), hall.say("p2", "Tram")
    refused = refusal(hall.phone, "p1", "show_interest", topic="t1")
    assert refused == ("not_now", "refusal.topic_has_group", {})
    hall.phone("p1", "show_interest", topic=train)
    hall.phone("p1", "show_interest", topic=tram)
    hall.phone("p2", "show_interest", topic=tram)

    merged = hall.desk("merge", topics=[train, tram], title="Schiene")["topic"]

    assert set(hall.topic(merged).interest) == {"p1", "p2"}
    assert set(hall.person("p1").interests) == {merged}
    hall.desk("undo")
    assert set(hall.person("p1").interests) == {train, tram}


def test_interest_is_taken_back_also_from_what_an_undo_brings_back(hall, group):
    train, tram = hall.say("p1", "Bahn"), hall.say("p2", "Tram")
    for topic in (train, tram):
        hall.phone("p1", "show_interest", topic=topic)
    hall.phone("p2", "show_interest", topic=tram)
    merged = hall.desk("merge", topics=[train, tram], title="Schiene")["topic"]

    hall.phone("p1", "withdraw_interest", topic=merged)

    assert set(hall.topic(merged).interest) == {"p2"}
    assert set(hall.person("p1").interests) == set()
    refused = refusal(hall.phone, "p1", "withdraw_interest", topic=merged)
    assert refused == ("not_found", "refusal.no_interest", {})
    hall.desk("undo")
    assert set(hall.person("p1").interests) == set()
    assert set(hall.person("p2").interests) == {tram}
