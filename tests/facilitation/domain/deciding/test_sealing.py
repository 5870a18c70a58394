"""The seal: who placed what is gone for good, the counts stay (rules 6 and 7)."""

import sqlite3

import pytest

from facilitation.domain.folding import replay
from facilitation.storage.journal_file import read
from tests.facilitation.examples import Hall, refusal


@pytest.fixture
def sealed(tmp_path):
    """A sealed workshop on a file: dots on two topics, some returned by a merge and read about."""
    hall = Hall(path=tmp_path / "workshop.db")
    hall.comes(), hall.comes()
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.place("p1", bus, bus, train)
    hall.place("p2", train)
    hall.desk("enter_paper_dots", topic=bus, count=3)
    hall.desk("merge", topics=[bus, train], title="Verkehr")
    (notice,) = hall.person("p1").notices
    hall.phone("p1", "dismiss_notice", notice=notice.id)
    hall.desk("seal")
    yield hall
    hall.close()


def test_seal_keeps_the_counts_and_forgets_the_ballots(sealed):
    assert sealed.dots() == {"t3": (6, 2)}
    assert [(p.dots, sealed.hand(p.id)) for p in sealed.state.participants.values()] == [
        ((), 5),
        ((), 5),
    ]
    assert dict(sealed.topic("t3").voters.items()) == {}


def test_seal_is_the_same_after_a_restart(sealed, tmp_path):
    rows, _ = read(tmp_path / "workshop.db")

    assert replay(rows) == sealed.state


def test_seal_leaves_no_row_that_tells_whose_dots_were_where(sealed, tmp_path):
    rows, _ = read(tmp_path / "workshop.db")
    emptied = [row for row in rows if row.by is None]

    assert [(row.act, row.events, row.answer) for row in emptied] == [(None, [], None)] * 5
    with sqlite3.connect(tmp_path / "workshop.db") as db:
        stored = "".join(str(line) for line in db.execute("select * from journal"))
    db.close()
    for trace in ("DotPlaced", "NoticeDismissed", "notice.dots_"):
        assert trace not in stored


@pytest.mark.parametrize(
    ("do", "fields"),
    [
        ("merge", {"topics": ["t3", "t4"], "title": "x"}),
        ("split", {"topic": "t3", "parts": [{"title": "A"}, {"title": "B"}]}),
        ("hide", {"topic": "t3", "reason": "x"}),
        ("restore", {"topic": "t3"}),
        ("enter_paper_dots", {"topic": "t3", "count": 1}),
        ("undo", {}),
        ("redo", {}),
        ("seal", {}),
    ],
)
def test_seal_refuses_whatever_would_move_dots(sealed, do, fields):
    sealed.say("p1", "Bad")
    assert refusal(sealed.desk, do, **fields) == ("not_now", "refusal.sealed", {})


def test_seal_refuses_dots(sealed):
    assert refusal(sealed.phone, "p1", "place_dot", topic="t3")[1] == "refusal.sealed"
    assert refusal(sealed.phone, "p1", "take_dot", topic="t3")[1] == "refusal.sealed"


def test_seal_lets_the_rest_of_the_day_go_on(sealed):
    sealed.say("p1", "Bad")
    sealed.desk("rename", topic="t3", title="Mobilität")
    group = sealed.desk("call_group", topics=["t3"], title="Gruppe")["group"]
    sealed.phone("p1", "join_group", group=group)
    sealed.desk("dissolve_group", group=group)

    assert sealed.dots() == {"t3": (6, 2), "t4": (0, 0)}
    assert sealed.state == replay(read(sealed.workshop._journal.path)[0])
