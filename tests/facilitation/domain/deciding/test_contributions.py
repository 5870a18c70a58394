"""Contributions: what one person said, in their own words."""

import pytest

from facilitation.domain.state import Contribution
from facilitation.workshop import Caller
from tests.facilitation.examples import Hall, refusal


def text_of(hall, id="c1") -> str:
    return hall.state.contributions[id].text


def test_contribute_starts_a_topic_of_its_own(hall):
    answer = hall.phone("p1", "contribute", text="Mehr Busse")

    n = hall.state.at * 1000
    assert answer == {"contribution": "c1", "topic": "t1"}
    assert dict(hall.state.contributions.items()) == {
        "c1": Contribution(
            id="c1",
            n=n,
            text="Mehr Busse",
            via="phone",
            author="p1",
            language="de",
            topics=("t1",),
        )
    }
    assert hall.person("p1").contributions == ("c1",)


def test_contribution_says_how_it_came(hall):
    hall.act(Caller("phone", "p1", "kiosk"), "contribute", text="Mehr Busse")
    hall.desk("enter_cards", cards=["Karte"], via="wall")

    assert [(c.via, c.author) for c in sorted(hall.state.contributions.values(), key=by_n)] == [
        ("kiosk", "p1"),
        ("wall", "anna"),
    ]


def by_n(said):
    return said.n


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Bus \n", "Bus"),
        ("\u00a0\u3000Bus\u2003", "Bus"),
        ("Erste\n\n  zweite\tZeile", "Erste\n\n  zweite\tZeile"),
        ("x" * 280, "x" * 280),
        (" " * 500 + "🙂" * 280 + " " * 500, "🙂" * 280),
        ("👨‍👩‍👧 \u200f\u202bשלום\u202c مرحبا", "👨‍👩‍👧 \u200f\u202bשלום\u202c مرحبا"),
        ("e\u0301", "e\u0301"),
        ("<b>&amp;</b> =1+1", "<b>&amp;</b> =1+1"),
    ],
)
def test_text_is_trimmed_once_and_otherwise_what_the_author_wrote(hall, typed, stored):
    hall.phone("p1", "contribute", text=typed)
    assert text_of(hall) == stored


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "refusal.empty"),
        (" \n\t\u3000", "refusal.empty"),
        ("x" * 281, "refusal.too_long"),
        ("🙂" * 281, "refusal.too_long"),
        ("a\x00b", "refusal.characters"),
        ("a\rb", "refusal.characters"),
        ("a\x7fb", "refusal.characters"),
        ("a\x85b", "refusal.characters"),
        ("a\ud83d", "refusal.characters"),
        ("\x1f", "refusal.characters"),
    ],
)
def test_text_is_refused(hall, typed, key):
    assert refusal(hall.phone, "p1", "contribute", text=typed)[:2] == ("invalid", key)


def test_too_long_text_is_told_its_length(hall):
    assert refusal(hall.phone, "p1", "contribute", text="x" * 300)[2] == {
        "longest": 280,
        "count": 300,
    }


@pytest.mark.parametrize("phase", ["welcome", "vote", "group", "board", "close"])
def test_contribute_is_refused_in_other_phases(phase):
    hall = Hall(opened=False)
    hall.comes()
    hall.desk("set_phase", phase=phase)
    assert refusal(hall.phone, "p1", "contribute", text="Bus") == (
        "not_now",
        "refusal.closed_contributions",
        {},
    )
    hall.close()


def test_reword_and_withdraw_are_always_open_to_the_author():
    hall = Hall(opened=False)
    hall.comes(), hall.comes()
    hall.desk("set_phase", phase="collect")
    hall.say("p1", "Bus"), hall.say("p1", "Bahn")
    hall.desk("set_phase", phase="close")

    hall.phone("p1", "reword", contribution="c1", text=" Nachtbus ")
    hall.phone("p1", "withdraw", contribution="c2")

    assert text_of(hall) == "Nachtbus"
    assert hall.person("p1").contributions == ("c1",)
    assert [topic.id for topic in hall.state.board_topics()] == ["t1"]
    hall.close()


def test_reword_and_withdraw_are_refused_to_others(hall):
    hall.say("p1", "Bus")
    for do, more in (("reword", {"text": "x"}), ("withdraw", {})):
        refused = refusal(hall.phone, "p2", do, contribution="c1", **more)
        assert refused == ("not_yours", "refusal.contribution_not_yours", {})
        gone = refusal(hall.phone, "p2", do, contribution="c9", **more)
        assert gone == ("not_found", "refusal.contribution_gone", {})


def test_reword_and_withdraw_are_refused_once_a_topic_has_dots_or_a_group(hall):
    bus, pool, train = (hall.say("p1", text) for text in ("Bus", "Bad", "Bahn"))
    hall.place("p2", bus)
    hall.desk("enter_paper_dots", topic=pool, count=1)
    hall.desk("call_group", topics=[train], title="Bahngruppe")

    for do, more in (("reword", {"text": "x"}), ("withdraw", {})):
        keys = [refusal(hall.phone, "p1", do, contribution=c, **more) for c in ("c1", "c2", "c3")]
        assert keys == [
            ("not_now", "refusal.contribution_has_dots", {}),
            ("not_now", "refusal.contribution_has_dots", {}),
            ("not_now", "refusal.contribution_in_group", {}),
        ]


def test_withdrawn_contribution_is_gone_for_good(hall):
    bus = hall.say("p1", "Bus")
    hall.phone("p2", "flag_broad", topic=bus)
    hall.phone("p2", "show_interest", topic=bus)
    hall.phone("p1", "withdraw", contribution="c1")

    assert refusal(hall.phone, "p1", "withdraw", contribution="c1")[0] == "not_found"
    assert refusal(hall.phone, "p2", "place_dot", topic=bus)[0] == "not_found"
    assert refusal(hall.desk, "rename", topic=bus, title="x")[0] == "not_found"
    assert hall.state.board_topics() == []


def test_withdrawing_one_of_several_leaves_the_others(hall):
    topics = [hall.say("p1", "Bus"), hall.say("p2", "Bahn")]
    merged = hall.desk("merge", topics=topics, title="Verkehr")["topic"]

    hall.phone("p1", "withdraw", contribution="c1")

    live = hall.state.live_contributions(hall.topic(merged))
    assert [said.id for said in live] == ["c2"]


def test_cards_are_refused_all_together_where_one_is_no_text(hall):
    before = hall.state
    assert refusal(hall.desk, "enter_cards", cards=["Bus", " "])[:2] == (
        "invalid",
        "refusal.empty",
    )
    assert refusal(hall.desk, "enter_cards", cards=[])[:2] == ("invalid", "refusal.not_an_act")
    assert hall.state is before
