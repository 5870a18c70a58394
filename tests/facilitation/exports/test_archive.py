"""All files of an export together."""

import io
import re
import zipfile

from facilitation import exports
from facilitation.workshop import Workshop
from tests.facilitation.exports.reading import TABLES


def test_export_has_every_file_and_no_contacts(files):
    assert {*TABLES, "workshop.json", "report.html"} <= set(files)
    assert sum(name.startswith("boards/") for name in files) >= 3
    assert not any("contact" in name for name in files)


def test_files_name_no_participant_no_console_and_no_address(files, day):
    secrets = {"ada@example.org", "Ada Adler", "Console of Karla", "Console of Mo", "661 123"}
    for person in day.state.participants.values():
        secrets |= {person.id, person.token, person.contact or person.id}
    for content in files.values():
        found = [secret for secret in secrets if secret.encode() in content]
        assert found == []


def test_zip_is_the_same_for_the_same_harvest(files):
    packed = exports.zipped(files)
    assert packed == exports.zipped(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == sorted(files)
        assert all(re.fullmatch(r"[\w./-]+", name) for name in archive.namelist())


def test_write_puts_every_file_into_the_folder(day, tmp_path):
    exports.write(day.state, day.private, tmp_path / "out")
    assert (tmp_path / "out" / "report.html").read_bytes().startswith(b"<!doctype html>")
    assert len(list((tmp_path / "out" / "boards").glob("*.png"))) >= 3


def test_an_empty_day_has_an_export_too():
    empty = Workshop.open(None)
    files = exports.files(exports.job(empty.state, empty.private, "en"))
    empty.close()
    assert b"0 people were there." in files["report.html"]
    assert exports.zipped(files)
