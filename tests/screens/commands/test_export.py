"""Export and import on the command line, with the file open in another process or not."""

import json
import os
import subprocess
import sys

import pytest

from facilitation.workshop import Workshop
from tests.conftest import ROOT
from tests.facilitation.example_day import Day
from tests.needs import pty


def run(*arguments, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "app.py", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        **{"stdin": subprocess.DEVNULL, **options},
    )


def run_in_a_terminal(typed: str, *arguments) -> subprocess.CompletedProcess:
    """Run where somebody sits at the keyboard and types this."""
    keyboard, terminal = pty.openpty()
    try:
        os.write(keyboard, typed.encode())
        return run(*arguments, stdin=terminal)
    finally:
        os.close(keyboard)
        os.close(terminal)


def test_export_and_import_work_while_the_file_is_open(tmp_path):
    data, out = tmp_path / "day.db", tmp_path / "out"
    day = Day(Workshop.open(data))
    day.act("c", "enter_cards", cards=["Bus am Abend", "Mehr Bänke"])
    done = run("export", "--data", data, "--out", out)
    day.workshop.close()
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads((out / "workshop.json").read_text(encoding="utf-8"))
    assert {said["text"] for said in document["contributions"]} == {"Bus am Abend", "Mehr Bänke"}

    new = tmp_path / "new.db"
    done = run("import", "--from", out / "workshop.json", "--data", new)
    assert (done.returncode, done.stderr) == (0, "")
    again = run("import", "--from", out / "workshop.json", "--data", new)
    assert again.returncode == 2
    assert again.stderr.startswith("„new.db“ gibt es schon.")


def test_export_refuses_a_missing_and_a_foreign_file_with_a_sentence(tmp_path):
    missing = run("export", "--data", tmp_path / "none.db", "--out", tmp_path / "out")
    assert (missing.returncode, missing.stderr[:10]) == (2, "Die Datei ")
    foreign = tmp_path / "letter.txt"
    foreign.write_text("Liebe Gemeinde,\n" * 100)
    refused = run("export", "--data", foreign, "--out", tmp_path / "out")
    assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)
    assert refused.stderr.startswith("„letter.txt“ ist keine Veranstaltung")
    assert not (tmp_path / "out").exists()


@pytest.fixture
def harvest(tmp_path):
    day = Day(Workshop.open(tmp_path / "day.db"))
    day.act("c", "set_settings", title="Open-Sozial in Grieth \U0001f9e1")
    day.act("c", "enter_cards", cards=["Bus am Abend", "Mehr Bänke"])
    day.act("c", "call_group", topics=[next(iter(day.state.topics))], title="Bus")
    done = run("export", "--data", tmp_path / "day.db", "--out", tmp_path / "out")
    day.workshop.close()
    assert (done.returncode, done.stderr) == (0, "")
    return tmp_path / "out"


def test_import_shows_what_it_found_before_anything_is_made(harvest, tmp_path):
    new = tmp_path / "new.db"
    done = run("import", "--from", harvest, "--data", new)
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Gefunden: „Open-Sozial in Grieth \U0001f9e1“ vom ")
    assert lines[1] == "2 Themen, 2 Beiträge, 1 Themengruppe"
    assert lines[2].startswith("2 Themen liegen jetzt in ")
    assert new.exists()


@pytest.mark.needs("terminals")
@pytest.mark.parametrize(("typed", "made"), [("n\n", False), ("\n", False), ("j\n", True)])
def test_import_asks_whoever_sits_at_the_keyboard(harvest, tmp_path, typed, made):
    new = tmp_path / "new.db"
    done = run_in_a_terminal(typed, "import", "--from", harvest, "--data", new)
    assert "Daraus die neue Veranstaltung" in done.stdout
    assert (new.exists(), done.returncode) == (made, 0 if made else 1)
    assert ("Es ist nichts entstanden." in done.stdout) != made


@pytest.mark.needs("terminals")
def test_import_does_not_ask_where_it_is_told_not_to(harvest, tmp_path):
    new = tmp_path / "new.db"
    done = run_in_a_terminal("", "import", "--from", harvest, "--data", new, "--yes")
    assert (new.exists(), done.returncode, "Daraus" in done.stdout) == (True, 0, False)


def test_import_prints_what_a_terminal_has_no_letters_for(harvest, tmp_path):
    new = tmp_path / "new.db"
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = run("import", "--from", harvest, "--data", new, env=ascii_only)
    assert (done.returncode, new.exists()) == (0, True)
