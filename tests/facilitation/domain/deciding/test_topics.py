"""Topics: merge, split, rename, hide, restore."""

import pytest

from tests.facilitation.examples import refusal


@pytest.fixture
def three(hall):
    """Three topics of p1, p2 and p1."""
    return [hall.say(who, text) for who, text in (("p1", "Bus"), ("p2", "Bahn"), ("p1", "Tram"))]


def shapes(hall) -> dict[str, tuple]:
    return {topic.id: topic.shape for topic in hall.state.board_topics()}


def test_merge_makes_a_new_topic_of_all_their_contributions(hall, three):
    answer = hall.desk("merge", topics=[three[1], three[0]], title=" Verkehr ")

    assert answer == {"topic": "t4"}
    assert shapes(hall) == {
        "t3": (None, ("c3",), (), None, None),
        "t4": ("Verkehr", ("c2", "c1"), ("t2", "t1"), None, None),
    }


def test_merge_of_the_same_contribution_twice_holds_it_once(hall, three):
    parts = [{"title": "A"}, {"title": "B"}]
    one, other = hall.desk("split", topic=three[0], parts=parts)["topics"]

    merged = hall.desk("merge", topics=[one, other], title="Bus")["topic"]

    assert hall.topic(merged).contributions == ("c1",)


@pytest.mark.parametrize(
    ("topics", "title", "refused"),
    [
        (["t1"], "x", ("invalid", "refusal.merge_two")),
        (["t1", "t1"], "x", ("invalid", "refusal.merge_two")),
        ([], "x", ("invalid", "refusal.merge_two")),
        (["t1", "t9"], "x", ("not_found", "refusal.topic_gone")),
        (["t1", "t2"], " ", ("invalid", "refusal.empty")),
        (["t1", "t2"], "a\nb", ("invalid", "refusal.one_line")),
        (["t1", "t2"], "x" * 121, ("invalid", "refusal.too_long")),
    ],
)
def test_merge_refuses(hall, three, topics, title, refused):
    before = hall.state
    assert refusal(hall.desk, "merge", topics=topics, title=title)[:2] == refused
    assert hall.state is before


def test_merge_into_a_group_stays_with_it_and_two_groups_refuse(hall, three):
    group = hall.desk("call_group", topics=three[:1], title="Busgruppe")["group"]
    merged = hall.desk("merge", topics=[three[1], three[0]], title="Verkehr")["topic"]
    hall.desk("call_group", topics=three[2:], title="Tramgruppe")

    assert hall.topic(merged).group == group
    assert hall.state.groups[group].topics == (merged,)
    assert refusal(hall.desk, "merge", topics=[merged, three[2]], title="x") == (
        "not_now",
        "refusal.merge_groups",
        {},
    )


def test_split_makes_new_topics_in_the_order_of_their_parts(hall, three):
    whole = hall.desk("merge", topics=three, title="Verkehr")["topic"]
    parts = [
        {"title": "Straße", "contributions": ["c1"]},
        {"title": "Schiene", "contributions": ["c3", "c2", "c1"]},
    ]

    answer = hall.desk("split", topic=whole, parts=parts)

    assert answer == {"topics": ["t5", "t6"]}
    assert shapes(hall) == {
        "t5": ("Straße", ("c1",), (whole,), None, None),
        "t6": ("Schiene", ("c1", "c2", "c3"), (whole,), None, None),
    }
    assert hall.state.contributions["c1"].topics == ("t5", "t6")


def test_split_successor_keeps_the_id(hall, three):
    whole = hall.desk("merge", topics=three[:2], title="Verkehr")["topic"]
    parts = [{"title": "A", "contributions": ["c1"]}, {"title": "B", "contributions": ["c2"]}]

    answer = hall.desk("split", topic=whole, parts=parts, successor=1)

    assert answer == {"topics": ["t5", whole]}
    assert hall.topic(whole).shape == ("B", ("c2",), ("t1", "t2"), None, None)
    assert hall.topic("t5").shape == ("A", ("c1",), (whole,), None, None)


def test_split_gives_an_empty_part_what_it_came_from_where_there_is_too_little(hall, three):
    hall.desk("split", topic=three[0], parts=[{"title": "A"}, {"title": "B"}])

    assert [hall.topic(id).contributions for id in ("t4", "t5")] == [("c1",), ("c1",)]


def test_split_refuses(hall, three):
    whole = hall.desk("merge", topics=three[:2], title="Verkehr")["topic"]

    def split(*shares, title="x", **more):
        parts = [{"title": title, "contributions": share} for share in shares]
        return refusal(hall.desk, "split", topic=whole, parts=parts, **more)

    assert split(["c1"], ["c1"]) == ("invalid", "refusal.split_left_out", {"count": 1})
    assert split(["c1", "c2"], []) == ("invalid", "refusal.split_empty_part", {})
    assert split(["c1"], ["c2", "c3"]) == ("not_found", "refusal.split_foreign", {})
    assert split(["c1"], ["c2"], successor=2) == ("invalid", "refusal.split_successor", {})
    assert split(["c1"], ["c2"], title=" ") == ("invalid", "refusal.empty", {})
    assert split(["c1", "c2"])[:2] == ("invalid", "refusal.not_an_act")


def test_split_leaves_withdrawn_contributions_behind(hall, three):
    whole = hall.desk("merge", topics=three, title="Verkehr")["topic"]
    hall.phone("p2", "withdraw", contribution="c2")
    parts = [{"title": "A", "contributions": ["c1"]}, {"title": "B", "contributions": ["c3"]}]

    hall.desk("split", topic=whole, parts=parts)

    assert [hall.topic(id).contributions for id in ("t5", "t6")] == [("c1",), ("c3",)]
    assert hall.state.contributions["c2"].topics == ()


def test_parts_of_a_topic_stay_with_its_group(hall, three):
    group = hall.desk("call_group", topics=three[:2], title="Gruppe")["group"]
    hall.desk("split", topic=three[0], parts=[{"title": "A"}, {"title": "B"}])

    assert hall.state.groups[group].topics == ("t4", "t5", "t2")
    hall.desk("undo")
    assert hall.state.groups[group].topics == ("t1", "t2")


def test_long_first_contribution_ends_as_a_title_after_a_whole_word(hall):
    words = "Der Arzt kommt nicht mehr ins Haus, und der Bus hält jetzt unten am Kreisel, "
    topics = [hall.say("p1", words * 2), hall.say("p1", "a " * 59 + "b and more")]
    topics.append(hall.say("p1", "社" * 200))

    titles = [hall.state.topic_title(hall.topic(topic)) for topic in topics]
    assert titles[0] == words + "Der Arzt kommt nicht mehr ins Haus, und…"
    assert titles[1] == "a " * 59 + "b…"
    assert titles[2] == "社" * 119 + "…"


def test_topic_goes_by_its_first_contribution_until_it_is_renamed(hall):
    topic = hall.say("p1", "Erste Zeile\n  zweite " + "x" * 150)
    untitled = hall.state.topic_title(hall.topic(topic))
    assert untitled == "Erste Zeile zweite " + "x" * 100 + "…"

    hall.desk("rename", topic=topic, title="Kurz")

    assert hall.state.topic_title(hall.topic(topic)) == "Kurz"


def test_hide_keeps_the_topic_and_tells_its_author_why(hall, three):
    hall.desk("hide", topic=three[1], reason=" Beleidigung\nim Text ")

    assert hall.state.topic_state(hall.topic(three[1])) == "hidden"
    assert [topic.id for topic in hall.state.board_topics()] == three
    told = ("notice.topic_hidden", {"title": "Bahn", "reason": "Beleidigung\nim Text"})
    assert (hall.told("p2"), hall.told("p1")) == ([told], [])


def test_hidden_topic_can_be_renamed_or_restored_and_nothing_else(hall, three):
    hall.desk("hide", topic=three[0], reason="x")
    parts = [{"title": "A"}, {"title": "B"}]
    for do, fields in (
        ("hide", {"topic": three[0], "reason": "y"}),
        ("merge", {"topics": three, "title": "y"}),
        ("split", {"topic": three[0], "parts": parts}),
        ("call_group", {"topics": [three[0]], "title": "y"}),
    ):
        assert refusal(hall.desk, do, **fields)[:2] == ("not_now", "refusal.topic_hidden")

    hall.desk("rename", topic=three[0], title="Sachlich")
    hall.desk("restore", topic=three[0])
    assert hall.topic(three[0]).shape == ("Sachlich", ("c1",), (), None, None)
    assert refusal(hall.desk, "restore", topic=three[0])[:2] == (
        "not_now",
        "refusal.topic_not_hidden",
    )


def test_flags_of_merged_topics_stand_on_what_they_became(hall, three):
    hall.phone("p1", "flag_broad", topic=three[0], narrower="Nachtbus")
    hall.phone("p1", "flag_broad", topic=three[1])
    hall.phone("p2", "flag_broad", topic=three[1], narrower=" ")

    merged = hall.desk("merge", topics=three[:2], title="Verkehr")["topic"]

    assert dict(hall.topic(merged).flags.items()) == {"p1": "Nachtbus", "p2": None}
    assert dict(hall.person("p1").flags.items()) == {merged: "Nachtbus"}
    hall.desk("undo")
    assert dict(hall.person("p1").flags.items()) == {three[0]: "Nachtbus", three[1]: None}


def test_second_flag_replaces_the_first(hall, three):
    hall.phone("p1", "flag_broad", topic=three[1], narrower="Bahnhof")
    hall.phone("p1", "flag_broad", topic=three[1], narrower="Aufzug am Bahnhof")

    assert dict(hall.topic(three[1]).flags.items()) == {"p1": "Aufzug am Bahnhof"}
