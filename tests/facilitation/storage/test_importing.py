"""A workshop that begins with the harvest of another holds the same."""

import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation import exports
from facilitation.domain.commands import PHASES
from facilitation.domain.refusals import Refusal
from facilitation.storage.importing import Import
from facilitation.storage.journal_file import read
from facilitation.workshop import Caller, Workshop
from tests.facilitation.example_day import Day, rich_day

TEXTS = st.text(min_size=1, max_size=40)
MOVES = st.lists(
    st.tuples(st.integers(0, 15), st.integers(0, 30), st.integers(0, 30), TEXTS), max_size=60
)


def small_day(moves) -> Day:
    """Play moves as far as the workshop allows them."""
    day = Day()
    people = [day.arrive(code) for code in ("de", "de", "uk")]
    day.act("c1", "set_settings", help_tasks=["Tische"], budget=20, cap=20)
    day.act("c1", "set_settings", open=dict.fromkeys(OPEN, True))
    for kind, a, b, text in moves:
        try:
            _move(day, people[a % 3], kind, a, b, text)
        except Refusal:
            continue
    return day


OPEN = ("contributions", "flags", "dots", "groups", "boards", "interest", "help")


def _move(day: Day, person: Caller, kind: int, a: int, b: int, text: str) -> None:
    topics = sorted(day.state.topics.keys()) or ["none"]
    groups = sorted(day.state.groups.keys()) or ["none"]
    one, two = topics[a % len(topics)], topics[b % len(topics)]
    mine = day.state.participants[person.id].contributions or ("none",)
    live = day.state.live_contributions(day.state.topics[one]) if one != "none" else []
    ids = [said.id for said in live]
    parts = [{"title": text, "contributions": ids}, {"title": "Rest", "contributions": ids}]
    moves = (
        lambda: day.act(person, "contribute", text=text),
        lambda: day.act(person, "contribute", text=text),
        lambda: day.act("c1", "enter_cards", cards=[text, text]),
        lambda: day.act("c1", "merge", topics=[one, two], title=text),
        lambda: day.act("c2", "split", topic=one, parts=parts, successor=[None, 0, 1][b % 3]),
        lambda: day.act("c1", "rename", topic=one, title=text),
        lambda: day.act("c2", "hide", topic=one, reason=text),
        lambda: day.act(person, "place_dot", topic=one),
        lambda: day.act(person, "flag_broad", topic=one, narrower=text),
        lambda: day.act(person, "show_interest", topic=one),
        lambda: day.act("c1", "call_group", topics=[one], title=text, table="4", seats=3),
        lambda: day.act(person, "join_group", group=groups[a % len(groups)]),
        lambda: day.write(person, groups[a % len(groups)], goal=text, contact=text),
        lambda: day.act("c1", "dissolve_group", group=groups[b % len(groups)]),
        lambda: day.act(person, "withdraw", contribution=mine[b % len(mine)]),
        lambda: day.act(["c1", "c2"][a % 2], ["undo", "redo", "undo"][b % 3]),
    )
    moves[kind]()
    if a % 5 == 0:
        day.act("c1", "set_phase", phase=["vote", "close"][b % 2])
    if a % 7 == 0:
        day.act(person, "offer_help", tasks=["Tische"])


def again(day: Day, folder) -> Workshop:
    """Export a day into a folder and open what an import makes of it."""
    harvest = exports.harvest(day.state, day.private)
    source, data = folder / "workshop.json", folder / "new.db"
    source.write_bytes(exports.workshop_json(harvest))
    Import(source).create(data)
    return Workshop.open(data)


@given(MOVES)
def test_export_of_an_import_is_the_same_but_for_what_begins_anew(tmp_path_factory, moves):
    day = small_day(moves)
    workshop = again(day, tmp_path_factory.mktemp("import"))
    before = exports.harvest(day.state, day.private)
    after = exports.harvest(workshop.state, workshop.private)
    workshop.close()
    day.workshop.close()
    anew = {"phase": "welcome", "date": None, "sealed": False, "open_ends": []}
    settings = {**before["settings"], "counts": "hidden", "open": {}}
    topics = [
        {**topic, "state": "open" if topic["state"] == "open_end" else topic["state"]}
        for topic in before["topics"]
    ]
    assert after == {**before, **anew, "settings": settings, "topics": topics}


@pytest.mark.parametrize("phase", PHASES)
def test_import_begins_with_the_welcome_whatever_the_old_day_ended_with(tmp_path, phase):
    day = rich_day()
    day.act("c", "set_phase", phase=phase, minutes=20)
    day.act("c", "set_settings", counts="revealed", open={"dots": True, "contributions": False})
    if phase == "close":
        day.act("c", "seal")
    workshop = again(day, tmp_path)
    day.workshop.close()
    state = workshop.state
    workshop.close()
    assert (state.phase, state.phase_ends_at, state.scene) == ("welcome", None, "auto")
    assert (state.settings.counts, state.settings.open, state.sealed) == ("hidden", {}, False)


@given(MOVES)
def test_import_loses_no_contribution(tmp_path_factory, moves):
    day = small_day(moves)
    workshop = again(day, tmp_path_factory.mktemp("import"))
    state = workshop.state
    for said in day.state.contributions.values():
        copy = state.contributions[said.id]
        if said.withdrawn:
            assert (copy.withdrawn, copy.text) == (True, "")
            continue
        assert (copy.text, copy.via) == (said.text, said.via)
        assert copy.topics
        assert all(said.id in state.topics[id].contributions for id in copy.topics)
        assert set(copy.topics) == set(said.topics)
    workshop.close()
    day.workshop.close()


def test_import_goes_on_as_a_workshop_of_its_own(tmp_path):
    day = rich_day()
    workshop = again(day, tmp_path)
    day.workshop.close()
    onward = Day(workshop)
    bus = next(t for t in workshop.state.topics.values() if t.title == "Bus am Abend")
    care = next(t for t in workshop.state.topics.values() if t.title == "Hilfe am Computer")
    fest = next(t for t in workshop.state.topics.values() if t.paper == 4)
    assert (bus.dots, bus.people, bus.paper) == (15, 9, 15)
    ada = onward.arrive()
    onward.act("c", "set_phase", phase="vote")
    onward.act(ada, "place_dot", topic=fest.id)
    before = workshop.state.topics[fest.id]
    assert (before.dots, before.people) == (5, 1)
    merged = onward.act("c", "merge", topics=[fest.id, _free(workshop, fest.id)], title="Feste")
    assert workshop.state.topics[merged["topic"]].dots == 5
    onward.act("c", "undo")
    assert workshop.state.topics[fest.id] == before
    onward.act("c", "hide", topic=care.id, reason="Probe")
    onward.act("c", "undo")
    kept = workshop.state.topics[care.id]
    assert (kept.dots, kept.people) == (10, 10)
    workshop.close()


def _free(workshop: Workshop, other: str) -> str:
    free = (t for t in workshop.state.board_topics() if not t.group and t.hidden is None)
    return next(t.id for t in free if t.id != other)


def test_import_keeps_names_out_of_the_journal(tmp_path):
    day = rich_day()
    again(day, tmp_path).close()
    day.workshop.close()
    rows, private = read(tmp_path / "new.db")
    assert "Karla König" not in str(rows)
    assert "Karla König" in {said["name"] for said in private.values()}


def test_import_takes_the_zip_too(tmp_path):
    day = rich_day()
    files = exports.files(exports.job(day.state, day.private, "de"))
    (tmp_path / "export.zip").write_bytes(exports.zipped(files))
    state = Import(tmp_path / "export.zip").create(tmp_path / "new.db")
    assert len(state.board_topics()) == len(day.state.board_topics())
    day.workshop.close()


GOOD = {
    "format": "open-sozial/workshop",
    "version": 1,
    "title": "Probe",
    "contributions": [{"id": "c1", "text": "Bus"}],
    "topics": [{"id": "t1", "title": "Bus", "state": "open", "contributions": ["c1"]}],
}
TOPIC = GOOD["topics"][0]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("", "refusal.import_empty"),
        ("Thema;Punkte", "refusal.import_foreign"),
        ("[1]", "refusal.import_foreign"),
        ("[" * 5_000, "refusal.import_foreign"),
        ({"format": "other"}, "refusal.import_foreign"),
        ({**GOOD, "version": 2}, "refusal.file_newer"),
        (json.dumps(GOOD)[:-9], "refusal.import_damaged"),
        ({**GOOD, "topics": "none"}, "refusal.import_damaged"),
        ({**GOOD, "topics": []}, "refusal.import_damaged"),
        ({**GOOD, "topics": [TOPIC, TOPIC]}, "refusal.import_damaged"),
        ({**GOOD, "topics": [{**TOPIC, "contributions": ["c2"]}]}, "refusal.import_damaged"),
        ({**GOOD, "topics": [{**TOPIC, "group": "g1"}]}, "refusal.import_damaged"),
        ({**GOOD, "topics": [{**TOPIC, "dots": -1}]}, "refusal.import_damaged"),
        ({**GOOD, "topics": [{**TOPIC, "title": "x" * 121}]}, "refusal.import_damaged"),
        ({**GOOD, "contributions": [{"id": "c1", "text": " \u0007"}]}, "refusal.import_damaged"),
        ({**GOOD, "phase": "lunch"}, "refusal.import_damaged"),
        ({**GOOD, "date": "gestern"}, "refusal.import_damaged"),
        ({**GOOD, "history": [{"at": "x", "by": 1, "kind": "a"}]}, "refusal.import_damaged"),
    ],
)
def test_import_refuses_what_no_export_wrote_and_makes_no_file(tmp_path, content, key):
    source = tmp_path / "workshop.json"
    source.write_text(content if isinstance(content, str) else json.dumps(content))
    with pytest.raises(Refusal) as no:
        Import(source).create(tmp_path / "new.db")
    assert (no.value.key, no.value.gaps) == (key, {"file": "workshop.json"})
    assert not (tmp_path / "new.db").exists()


def test_import_refuses_a_data_file_that_is_there(tmp_path):
    source, data = tmp_path / "workshop.json", tmp_path / "day.db"
    source.write_text(json.dumps(GOOD))
    data.write_bytes(b"something")
    with pytest.raises(Refusal) as no:
        Import(source).create(data)
    assert no.value.key == "refusal.import_exists"
    assert data.read_bytes() == b"something"


def test_import_refuses_a_missing_file_and_a_zip_of_something_else(tmp_path):
    with pytest.raises(Refusal) as no:
        Import(tmp_path / "none.json").create(tmp_path / "new.db")
    assert no.value.key == "refusal.file_missing"
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(Refusal) as no:
        Import(tmp_path / "other.zip").create(tmp_path / "new.db")
    assert no.value.key == "refusal.import_foreign"


def test_import_accepts_the_smallest_file(tmp_path):
    source = tmp_path / "workshop.json"
    source.write_text(json.dumps(GOOD))
    state = Import(source).create(tmp_path / "new.db")
    assert state.topics["t1"].title is None
    assert state.topic_title(state.topics["t1"]) == "Bus"
