"""An export is of this moment: in every phase, with everything that was just said."""

import pytest

from facilitation import exports
from facilitation.domain.commands import PHASES
from tests.facilitation.example_day import Day
from tests.facilitation.exports.reading import rows

FILES = {
    *("workshop.json", "topics.csv", "contributions.csv", "groups.csv", "open_ends.csv"),
    *("report.html", "cloud.png", "cloud.svg"),
}
WITH_TEXTS = FILES - {"groups.csv", "cloud.png"}
MARKER = "Zwergkaninchen"


@pytest.fixture
def day():
    """Three topics; a group works on one, one is hidden."""
    made = Day()
    ada = made.arrive()
    made.act("c", "set_phase", phase="collect")
    bus, cafe, rude = made.say(ada, "Bus am Abend", "Repair-Café am Markt", "Du Schwachkopf")
    made.act("c", "hide", topic=rude, reason="Beleidigung")
    made.act("c", "call_group", topics=[bus], title="Bus")
    made.ids = {"cafe": cafe}
    yield made
    made.workshop.close()


def export(day: Day, previous_cloud: dict | None = None) -> dict[str, bytes]:
    return exports.files(exports.job(day.state, day.private, "de", previous_cloud))


@pytest.mark.parametrize("phase", PHASES)
def test_export_has_every_file_in_every_phase(day, phase):
    day.act("c", "set_phase", phase=phase)

    files = export(day)

    assert set(files) >= FILES
    assert all(files.values())
    assert b"Abend" in files["cloud.svg"]
    assert files["cloud.png"].startswith(b"\x89PNG")
    assert b"Abend</text>" in files["report.html"]


@pytest.mark.parametrize("phase", PHASES)
def test_open_ends_are_the_topics_without_a_group_and_say_so_first(day, phase):
    day.act("c", "set_phase", phase=phase)

    [end] = rows(export(day)["open_ends.csv"])

    assert next(iter(end)) == "Stand"
    said = "offenes Ende" if phase in ("board", "close") else "noch ohne Gruppe"
    assert (end["Stand"], end["Thema"]) == (said, "Repair-Café am Markt")


def test_what_was_just_said_is_in_every_file(day):
    before = export(day)
    day.say(day.people[0], MARKER)
    after = export(day)
    assert {name for name in WITH_TEXTS if MARKER.encode() in before[name]} == set()
    assert {name for name in WITH_TEXTS if MARKER.encode() in after[name]} == WITH_TEXTS
    assert before["cloud.png"] != after["cloud.png"]


def test_cloud_goes_on_from_the_layout_that_the_wall_shows(day):
    from facilitation.worker.jobs import lay_out_cloud

    job = exports.job(day.state, day.private, "de")
    on_the_wall = lay_out_cloud(job["cloud"])
    moved = {**on_the_wall, "words": [dict(word) for word in on_the_wall["words"]]}
    for word in moved["words"]:
        word["x"] += 40
    day.say(day.people[0], MARKER)

    svg = export(day, moved)["cloud.svg"].decode()

    for word in moved["words"]:
        assert f'<text x="{word["x"]:.1f}"' in svg
    assert MARKER in svg


def test_an_empty_day_has_its_cloud_too():
    empty = Day()
    files = export(empty)
    empty.workshop.close()
    assert set(files) >= FILES
    assert b"<figure" not in files["report.html"]


def test_command_writes_the_same_files(day, tmp_path):
    exports.write(day.state, day.private, tmp_path, "de")
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert written == set(export(day))


def test_export_into_a_folder_leaves_no_board_of_an_earlier_one(day, tmp_path):
    exports.write(day.state, day.private, tmp_path)
    (tmp_path / "boards" / "Foto vom Tisch.png").write_bytes(b"mine")
    day.act("c", "undo")

    exports.write(day.state, day.private, tmp_path)

    assert [path.name for path in (tmp_path / "boards").iterdir()] == ["Foto vom Tisch.png"]
