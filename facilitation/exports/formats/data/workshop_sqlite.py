"""`workshop.sqlite`: the harvest as tables with keys and views, for Datasette and the like.

It keeps what `workshop.json` keeps: hidden topics too, with `hidden` and the reason beside them.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from msgspec import UNSET
from sqlite_utils import Database

from facilitation.domain.document import Document, HistoryPart, Part, RetiredPart, TopicPart
from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material

WORKSHOP = ("title", "date", "place", "phase", "sealed", "participants")
SUPPORTER = ("id", "kind", "name")
GROUP = ("id", "title", "table", "seats", "members", "supporter")
TOPIC = ("id", "title", "state", "reason", "dots", "people", "interest", "group")
CONTRIBUTION = ("id", "text", "via", "language", "withdrawn")
SCHEMA = Path(__file__).parent.parent.parent / "schemas" / "workshop-1.sql"


def make(material: Material) -> bytes:
    db = Database(sqlite3.connect(":memory:"))
    db.conn.executescript(SCHEMA.read_text(encoding="utf-8"))
    db.conn.execute("pragma foreign_keys = on")
    with db.conn:
        db.conn.execute("pragma defer_foreign_keys = on")
        for table, rows in _rows(material.whole.document).items():
            db[table].insert_all(rows)
    content = db.conn.serialize()
    db.conn.close()
    return content


def _rows(doc: Document) -> dict[str, list[dict]]:
    """Return what stands in each table."""
    return {**_things(doc), **_links(doc)}


def _things(doc: Document) -> dict[str, list[dict]]:
    workshop = _columns(doc, WORKSHOP)
    rules = {"budget": doc.settings.budget, "cap": doc.settings.cap}
    return {
        "workshop": [{**workshop, **rules}],
        "supporters": [_columns(supporter, SUPPORTER) for supporter in doc.supporters],
        "groups": [
            *({**_columns(group, GROUP), "dissolved": False} for group in doc.groups),
            *({**_columns(group, GROUP), "dissolved": True} for group in doc.dissolved),
        ],
        "topics": [*map(_topic, doc.topics), *map(_retired, doc.retired)],
        "contributions": [_columns(said, CONTRIBUTION) for said in doc.contributions],
        "helping_tasks": [_columns(offer, ("task", "people")) for offer in doc.help],
        "history": [_act(n, act) for n, act in enumerate(doc.history, start=1)],
    }


def _links(doc: Document) -> dict[str, list[dict]]:
    topics, groups = (*doc.topics, *doc.retired), (*doc.groups, *doc.dissolved)
    return {
        "boards": [
            {"group": group.id, "field": field, "text": text}
            for group in groups
            for field, text in group.board.items()
        ],
        "topic_contributions": [
            {"topic": topic.id, "contribution": id}
            for topic in topics
            for id in topic.contributions
        ],
        "topic_sources": [
            {"topic": topic.id, "source": id} for topic in topics for id in topic.sources
        ],
        "narrower_proposals": [
            {"topic": topic.id, "text": text} for topic in topics for text in topic.flags.narrower
        ],
        "group_topics": [
            {"group": group.id, "topic": id} for group in groups for id in group.topics
        ],
    }


def _columns(part: Part, names: Iterable[str]) -> dict:
    """Return the values of a part; a key that the file may lack is null."""
    values = {name: getattr(part, name) for name in names}
    return {name: None if value is UNSET else value for name, value in values.items()}


def _act(n: int, act: HistoryPart) -> dict:
    columns = _columns(act, ("at", "kind", "title", "reason", "count", "undone"))
    more = {"facilitator": act.by, "old_title": act.old, "hidden": act.hidden is True}
    return {"n": n, **columns, **more}


def _topic(topic: TopicPart) -> dict:
    hidden, too_broad = topic.state == "hidden", topic.flags.count
    return {**_columns(topic, TOPIC), "hidden": hidden, "too_broad": too_broad}


def _retired(topic: RetiredPart) -> dict:
    """A topic that is no longer on the board: where another came from."""
    nothing = dict.fromkeys(("dots", "people", "interest"), 0)
    about = {"id": topic.id, "title": topic.title, "state": "retired", "hidden": False}
    return {**about, **nothing, "too_broad": topic.flags.count, "reason": None, "group": None}


FORMAT = Format("workshop.sqlite", "application/vnd.sqlite3", make)
