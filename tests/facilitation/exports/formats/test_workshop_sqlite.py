"""The database of an export, read with plain SQLite and held against workshop.json."""

import sqlite3

import pytest
from hypothesis import given

from facilitation import exports
from facilitation.exports.formats.data import workshop_sqlite
from facilitation.exports.material import Material
from tests.facilitation.example_day import Day
from tests.facilitation.storage.test_importing import MOVES, small_day


def database(content: bytes) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.deserialize(content)
    db.row_factory = sqlite3.Row
    return db


def database_of(day: Day) -> sqlite3.Connection:
    return database(workshop_sqlite.make(Material(exports.job(day.state, day.private, "de"))))


def rows(db: sqlite3.Connection, query: str) -> list[tuple]:
    return [tuple(row) for row in db.execute(query)]


@pytest.fixture(scope="module")
def db(files):
    opened = database(files["workshop.sqlite"])
    yield opened
    opened.close()


def test_every_table_has_what_the_document_has(db, document):
    count = {
        name: rows(db, f"select count(*) from {name}")[0][0]
        for name in ("contributions", "supporters", "helping_tasks", "history")
    }
    assert count == {
        "contributions": len(document["contributions"]),
        "supporters": len(document["supporters"]),
        "helping_tasks": len(document["help"]),
        "history": len(document["history"]),
    }
    topics = {t["id"]: (t["title"], t["state"], t["dots"], t["people"]) for t in document["topics"]}
    found = rows(db, "select id, title, state, dots, people from topics where state <> 'retired'")
    assert {id: tuple(more) for id, *more in found} == topics
    assert rows(db, "select count(*) from topics")[0][0] == len(topics) + len(document["retired"])
    boards = {
        (group["id"], field, text)
        for group in document["groups"]
        for field, text in group["board"].items()
    }
    query = 'select boards.* from boards join groups on id = "group" where not dissolved'
    assert set(rows(db, query)) == boards


def test_views_are_ready_to_read_and_leave_out_what_is_hidden(db):
    assert rows(db, "select title, dots, people from result")[0] == ("Bus am Abend", 15, 9)
    assert rows(db, "select title from open_ends")[0] == ("Ein Fest der Nachbarschaft",)
    said = rows(db, "select text from contributions_by_topic where topic = 'Bus am Abend'")
    assert len(said) == 2
    assert ("Bus am Abend", "mandate", "Mit der Verkehrsgesellschaft sprechen.") in rows(
        db, "select * from group_boards"
    )
    for view in ("result", "open_ends", "contributions_by_topic", "group_boards"):
        assert not any("Meier" in str(row) for row in rows(db, f"select * from {view}"))
    hidden = rows(db, "select title, reason from topics where hidden")
    assert hidden == [("Der Nachbar Meier ist ein Idiot", "Beleidigt Menschen")]


@given(MOVES)
def test_every_key_leads_somewhere_after_any_day(moves):
    day = small_day(moves)
    db = database_of(day)
    harvest = exports.harvest(day.state, day.private)
    day.workshop.close()
    assert rows(db, "pragma foreign_key_check") == []
    assert rows(db, "pragma integrity_check") == [("ok",)]
    topics = (*harvest["topics"], *harvest["retired"])
    links = {(topic["id"], id) for topic in topics for id in topic["contributions"]}
    assert set(rows(db, "select topic, contribution from topic_contributions")) == links
    db.close()


def test_the_same_harvest_gives_the_same_database(day, files):
    material = Material(exports.job(day.state, day.private, "de"))
    assert workshop_sqlite.make(material) == files["workshop.sqlite"]
