"""A file for people is whole or as it was before, even where the disk fills while it is written."""

import errno
import os
import stat
import subprocess
import sys

import pytest

from facilitation.domain.refusals import NotNow
from facilitation.exports import write
from facilitation.storage.atomic_files import write_file, write_files
from facilitation.storage.backups import Backups
from facilitation.storage.restoring import restore
from facilitation.workshop import Workshop
from screens.commands.startup import console_key
from tests.conftest import ROOT
from tests.facilitation.example_day import rich_day
from tests.needs import resource

pytestmark = pytest.mark.needs("a limit on the size of files")
ROOM_BYTES = 20_000


@pytest.fixture
def little_room():
    """No file of this process can grow beyond so many bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_BYTES, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def everything_in(folder) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_write_file_replaces_what_was_there(tmp_path):
    path = tmp_path / "note.txt"
    write_file(path, b"one\r\n")
    write_file(path, b"two\n")
    assert everything_in(tmp_path) == {"note.txt": b"two\n"}


@pytest.mark.needs("rights of files")
def test_write_file_gives_the_rights_it_is_told(tmp_path):
    write_file(tmp_path / "key", b"secret", mode=0o600)
    write_file(tmp_path / "table.csv", b"a;b")
    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert rights["key"] == 0o600
    assert rights["table.csv"] & 0o444 == 0o444


def test_write_file_leaves_the_old_file_where_there_is_no_room(tmp_path, little_room):
    path = tmp_path / "note.txt"
    write_file(path, b"old")
    with pytest.raises(OSError, match="too large"):
        write_file(path, b"x" * 2 * ROOM_BYTES)
    assert everything_in(tmp_path) == {"note.txt": b"old"}


def test_write_files_are_all_there_or_none_is_new(tmp_path, little_room):
    out = tmp_path / "out"
    write_files(out, {"a.txt": b"old", "boards/b.txt": b"old"})
    with pytest.raises(OSError, match="too large"):
        write_files(out, {"a.txt": b"new", "boards/b.txt": b"x" * 2 * ROOM_BYTES})
    assert everything_in(out) == {"a.txt": b"old", "boards/b.txt": b"old"}

    with pytest.raises(OSError, match="too large"):
        write_files(tmp_path / "other", {"a.txt": b"x" * 2 * ROOM_BYTES})
    assert list(tmp_path.iterdir()) == [out]


def test_export_onto_a_full_disk_leaves_no_half_file_and_says_so(tmp_path):
    day = rich_day()
    write(day.state, day.private, tmp_path / "out")
    before = everything_in(tmp_path)
    day.act("c", "set_settings", title="Ein anderer Tag")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_BYTES, hard))
    try:
        with pytest.raises(NotNow) as no:
            write(day.state, day.private, tmp_path / "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        day.workshop.close()
    assert no.value.key == "refusal.disk_full"
    assert everything_in(tmp_path) == before


def test_key_is_whole_or_not_there(tmp_path):
    """An empty key file would be a console without a key."""
    data = tmp_path / "workshop.db"
    told = "import sys, pathlib; from screens.commands.startup import console_key;"
    told += "console_key(pathlib.Path(sys.argv[1]))"
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0));"
    done = subprocess.run(
        [sys.executable, "-c", limit + told, str(data)], cwd=ROOT, capture_output=True, text=True
    )
    assert "NotNow" in done.stderr
    assert list(tmp_path.iterdir()) == []

    data.with_name("workshop.db.key").write_text("")
    key = console_key(data)
    assert len(key) > 20
    assert console_key(data) == key


def test_restore_onto_a_full_disk_leaves_the_workshop_where_it_was(tmp_path, monkeypatch):
    data = tmp_path / "workshop.db"
    workshop = Workshop.open(data)
    workshop.join()
    Backups(data, [tmp_path / "backups"]).make_all()
    workshop.close()
    before = everything_in(tmp_path)

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotNow) as no:
        restore(data, [tmp_path / "backups"])
    assert no.value.key == "refusal.disk_full"
    assert everything_in(tmp_path) == before
