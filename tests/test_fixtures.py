"""What earlier versions wrote is read as they read it, to the byte (tests/fixtures).

The first round was recorded before the folders and names of this program changed. What a view or
the export says differently on purpose since then stands here, and nowhere else.
"""

import json
from collections.abc import Callable

import pytest

from facilitation.domain.commands import MEETING_FIELDS
from facilitation.domain.events import decode_events, encode_events
from facilitation.domain.folding import replay
from facilitation.storage.importing import Import
from facilitation.storage.journal import Journal
from facilitation.storage.journal_file import read
from facilitation.workshop import Caller, Workshop
from tests.fixtures.recordings import (
    all_recordings,
    dump_schema,
    make_data_file,
    read_lines,
    views,
    workshop_json,
)

recordings = pytest.mark.parametrize(
    "recording", all_recordings(), ids=lambda path: f"{path.parent.name}-{path.name}"
)


def _without_notes(document: dict) -> None:
    """A supporter's note is for facilitators alone: it may hold a telephone number."""
    for supporter in document["supporters"]:
        supporter["note"] = ""


def _groups_since_2(view: dict) -> None:
    """A board has fields for when and where its group meets."""
    for group in view["groups"].values():
        for field in MEETING_FIELDS:
            group["board"][field] = {"value": "", "base": 0}


def _console_since_2(view: dict) -> None:
    _groups_since_2(view)
    view["settings"] |= {"date": "", "place": ""}


def _wall_since_1(view: dict) -> None:
    _groups_since_2(view)
    for supporter in view["supporters"]:
        del supporter["note"]


def _phone_since_1(view: dict) -> None:
    _wall_since_1(view)
    view["address"] = "laptop.test:8080"


def _me_since_1(view: dict) -> None:
    view["carry_code"] = None


def _with_marks(document: dict) -> None:
    """An act that names what is hidden says so; one of an earlier workshop cannot know."""
    _without_notes(document)
    for act in document["history"]:
        if "Meier" in json.dumps(act):
            act["hidden"] = True


VIEWS_SINCE: dict[str, dict[str, Callable]] = {
    "1": {
        "console": _console_since_2,
        "phone": _phone_since_1,
        "wall": _wall_since_1,
        "me": _me_since_1,
    },
    "2": {"console": _console_since_2, "phone": _groups_since_2, "wall": _groups_since_2},
}
EXPORTS_SINCE: dict[str, dict[str, Callable]] = {
    "1": {"day": _with_marks, "sealed": _with_marks, "imported": _without_notes}
}


def canonical(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1)


def order(view: dict) -> list[list[str]]:
    """The order of what is listed by id: screens show it so."""
    return [list(view.get(key, ())) for key in ("topics", "groups")]


@pytest.fixture
def data(recording, tmp_path):
    path = tmp_path / "workshop.db"
    make_data_file(recording, path)
    return path


def test_there_is_a_recording_of_every_kind():
    kinds = {path.name for path in all_recordings()}
    assert kinds == {"day", "sealed", "imported"}
    assert "1" in {path.parent.name for path in all_recordings()}


@recordings
def test_every_view_is_as_it_was(recording, data):
    rows, private = read(data)
    recorded = read_lines(recording / "views.jsonl")
    moments = sorted({line["view"]["at"] for line in recorded if line["audience"] == "console"})
    now = [line for at in moments for line in views(rows, private, at)]
    now = json.loads(json.dumps(now))
    assert len(now) == len(recorded) > 0
    changes = VIEWS_SINCE.get(recording.parent.name, {})
    for was, is_ in zip(recorded, now, strict=True):
        changes.get(was["audience"], lambda view: None)(was["view"])
        assert canonical(is_) == canonical(was)
        assert order(is_["view"]) == order(was["view"])


@recordings
def test_the_export_is_as_it_was(recording, data):
    document = json.loads((recording / "workshop.json").read_text(encoding="utf-8"))
    changes = EXPORTS_SINCE.get(recording.parent.name, {})
    changes.get(recording.name, lambda document: None)(document)
    expected = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    assert workshop_json(*read(data)).decode("utf-8") == expected


@recordings
def test_every_stored_event_is_written_as_it_was(recording):
    for n, _, _, _, events, _ in read_lines(recording / "journal.jsonl"):
        assert encode_events(decode_events(events)) == events.encode("utf-8"), n


@recordings
def test_a_new_file_has_the_same_tables(recording, tmp_path):
    Journal(tmp_path / "new.db").close()
    dump_schema(tmp_path / "new.db", tmp_path / "schema.sql")
    recorded = (recording.parent / "schema.sql").read_text(encoding="utf-8")
    assert (tmp_path / "schema.sql").read_text(encoding="utf-8") == recorded


@recordings
def test_a_recorded_workshop_goes_on(recording, data):
    workshop = Workshop.open(data)
    try:
        before = workshop.at
        act = {"id": "one-more", "do": "set_settings", "title": "Es geht weiter"}
        assert workshop.act(act, Caller("console", "karla"))["at"] == before + 1
    finally:
        workshop.close()
    assert replay(read(data)[0]).settings.title == "Es geht weiter"


@recordings
def test_an_export_of_that_time_begins_a_new_workshop(recording, tmp_path):
    state = Import(recording / "workshop.json").create(tmp_path / "next.db")
    document = json.loads((recording / "workshop.json").read_text(encoding="utf-8"))
    assert {topic["id"] for topic in document["topics"]} == set(state.topics.keys())
