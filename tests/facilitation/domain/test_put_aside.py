"""Suggestions that were put aside, and what people arranged by hand."""

import pytest

from facilitation.domain.put_aside import key_of, postponed, settled
from tests.facilitation.examples import refusal


@pytest.fixture
def three(hall):
    return [hall.say(who, text) for who, text in (("p1", "Bus"), ("p2", "Bahn"), ("p1", "Tram"))]


def test_suggestion_dismissed_for_good_is_settled_in_either_order_and_nearness(hall, three):
    hall.desk("put_aside", topics=three[:2], kind="same", until="never")

    assert settled(hall.state) == {key_of("together", [three[1], three[0]])}
    assert key_of("opposed", three[:2]) not in settled(hall.state)


def test_suggestion_put_off_is_postponed_until_dismissed(hall, three):
    hall.desk("put_aside", topics=three[:1], kind="broad", until="later")
    assert postponed(hall.state) == {key_of("broad", three[:1])}

    hall.desk("put_aside", topics=three[:1], kind="broad", until="never")
    assert (postponed(hall.state), settled(hall.state)) == (set(), {key_of("broad", three[:1])})


def test_putting_aside_keeps_undo_and_redo_as_they_were(hall, three):
    hall.desk("merge", topics=three[:2], title="Verkehr")
    hall.desk("undo")
    hall.desk("put_aside", topics=three[:2], kind="same", until="later")

    assert hall.desk("redo")


@pytest.mark.parametrize(
    ("topics", "kind", "code"),
    [
        (["t1"], "same", "invalid"),
        (["t1", "t1"], "together", "invalid"),
        (["t1", "t2"], "broad", "invalid"),
        (["t1", "t9"], "same", "not_found"),
    ],
)
def test_putting_aside_refuses(hall, three, topics, kind, code):
    before = hall.state
    assert refusal(hall.desk, "put_aside", topics=topics, kind=kind, until="never")[0] == code
    assert hall.state is before


def test_undone_merge_keeps_its_topics_apart_until_redone(hall, three):
    pair = key_of("same", three[:2])
    hall.desk("merge", topics=three[:2], title="Verkehr")
    assert pair not in settled(hall.state)

    hall.desk("undo")
    assert pair in settled(hall.state)

    hall.desk("redo")
    assert pair not in settled(hall.state)


def test_split_keeps_its_parts_apart(hall, three):
    merged = hall.desk("merge", topics=three, title="Verkehr")["topic"]
    parts = [{"title": "A", "contributions": ["c1", "c2"]}, {"title": "B", "contributions": ["c3"]}]
    made = hall.desk("split", topic=merged, parts=parts)["topics"]

    assert key_of("same", made) in settled(hall.state)


def test_undone_split_keeps_its_topic_whole(hall, three):
    merged = hall.desk("merge", topics=three, title="Verkehr")["topic"]
    parts = [{"title": "A", "contributions": ["c1", "c2"]}, {"title": "B", "contributions": ["c3"]}]
    hall.desk("split", topic=merged, parts=parts)
    hall.desk("undo")

    assert key_of("mixed", [merged]) in settled(hall.state)
