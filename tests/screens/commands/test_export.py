"""Export and import on the command line, with the file open in another process or not."""

import json
import subprocess
import sys

from facilitation.workshop import Workshop
from tests.conftest import ROOT
from tests.facilitation.example_day import Day


def run(*arguments) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "app.py", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )


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
