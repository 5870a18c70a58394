"""What a row may have changed is never less than what it did change."""

from hypothesis import given, settings

from facilitation.domain.events import DotPlaced, Row, TopicsMerged
from facilitation.storage.group_commit import RECENT_ROWS
from facilitation.workshop import Workshop
from screens.views.changed_topics import changed_topics
from screens.views.touched import touched_ids
from tests.screens.random_acts import Day, acts


@settings(max_examples=200, deadline=None)
@given(acts)
def test_traces_hold_every_topic_and_person_that_changed(todo):
    day = Day()
    for act in todo:
        before = day.workshop.state
        day.do(*act)
        after = day.workshop.state
        touched = touched_ids(day.workshop.rows_since(before.at))
        if touched is None:
            continue
        changed = {
            id
            for id, person in after.participants.items()
            if before.participants.get(id) is not person
        }
        assert changed_topics(before, after) <= touched.topics
        assert changed <= touched.people
        assert after.groups is before.groups
    day.close()


def test_traces_of_a_merge_are_not_known():
    vote = Row(1, "2026-05-09T10:00:00.000Z", "p1", "a1", [DotPlaced(topic="t1")], {})
    merge = TopicsMerged(topics=["t1", "t2"], into="t3", title="Zusammen")

    assert touched_ids([vote]) == ({"t1"}, {"p1"})
    assert touched_ids([vote, Row(2, vote.at, "k1", "a2", [merge], {})]) is None
    assert touched_ids(None) is None


def test_rows_since_are_the_rows_after_a_number_as_long_as_they_are_kept():
    day = Day()
    at = day.workshop.at
    for n in range(3):
        day.do_as_console("rename", topic=next(iter(day.workshop.state.topics)), title=f"Name {n}")

    assert [row.n for row in day.workshop.rows_since(at)] == [at + 3, at + 2, at + 1]
    assert day.workshop.rows_since(at + 3) == []
    assert day.workshop.rows_since(at + 9) == []
    assert len(day.workshop.rows_since(0)) == at + 3 < RECENT_ROWS
    day.close()


def test_rows_since_a_number_before_the_start_are_not_at_hand(tmp_path):
    file = tmp_path / "day.db"
    first = Workshop.open(file)
    first.join()
    first.close()
    again = Workshop.open(file)

    assert again.rows_since(0) is None
    assert again.rows_since(1) == []
    again.close()
