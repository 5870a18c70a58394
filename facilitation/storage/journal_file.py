"""A journal's file, read without touching it: it is checked on a copy.

Whatever lies there may be foreign, damaged, half made, of a newer version, or written to at this
moment by a server.
"""

import shutil
import sqlite3
import tempfile
from pathlib import Path

import msgspec
from sqlite_utils import Database

from facilitation.domain.events import Row, decode_events
from facilitation.domain.refusals import NotNow

APPLICATION_ID = 0x4F53_5A31
VERSION = 1
SQLITE = b"SQLite format 3\0"
SUFFIXES = ("", "-wal", "-journal")
WAL_HEAD_BYTES = 32
COPIES_MAX = 50


def read(path: Path) -> tuple[list[Row], dict[str, dict]]:
    """Return all rows and private data of a file without touching it.

    Raises NotNow with a sentence for a file of another program, a damaged one, or one that a
    newer version wrote. An absent or empty file has no rows.
    """
    if path.is_dir():
        raise NotNow("refusal.file_foreign", file=path.name)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            if not path.exists() or path.stat().st_size == 0:
                return [], {}
            _copy_unchanged(path, Path(folder))
        except OSError as error:
            raise NotNow("refusal.file_unreadable", file=path.name) from error
        if not _is_sqlite(Path(folder)):
            raise NotNow("refusal.file_foreign", file=path.name)
        db = Database(sqlite3.connect(Path(folder) / "copy"))
        try:
            return _read_checked(db, path)
        except (sqlite3.Error, msgspec.MsgspecError) as error:
            raise NotNow("refusal.file_damaged", file=path.name) from error
        finally:
            db.conn.close()


def _copy_unchanged(path: Path, folder: Path) -> None:
    """Copy a file and its WAL. A server may be writing: copy again if it moved one to the other."""
    for _ in range(COPIES_MAX):
        before = _fingerprint(path)
        for suffix in SUFFIXES:
            source, copy = path.with_name(path.name + suffix), folder / ("copy" + suffix)
            copy.unlink(missing_ok=True)
            if source.exists():
                shutil.copyfile(source, copy)
        if _fingerprint(path) == before:
            return


def _fingerprint(path: Path) -> tuple:
    """What changes when a checkpoint writes to the file or when the WAL begins anew."""
    try:
        with path.with_name(path.name + "-wal").open("rb") as wal:
            head = wal.read(WAL_HEAD_BYTES)
    except FileNotFoundError:
        head = b""
    about = path.stat()
    return (about.st_mtime_ns, about.st_size, head)


def _is_sqlite(folder: Path) -> bool:
    """Whether SQLite wrote the copy or was about to: it takes a few foreign bytes for nothing."""
    half_made = (folder / "copy-journal").exists()
    with (folder / "copy").open("rb") as file:
        return half_made or file.read(len(SQLITE)) == SQLITE


def _read_checked(db: Database, path: Path) -> tuple[list[Row], dict[str, dict]]:
    try:
        tables = {name for (name,) in db.conn.execute("select name from sqlite_master")}
    except sqlite3.DatabaseError as error:
        raise NotNow("refusal.file_foreign", file=path.name) from error
    if db.conn.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        if tables:
            raise NotNow("refusal.file_foreign", file=path.name)
        return [], {}
    if db.conn.execute("pragma user_version").fetchone()[0] > VERSION:
        raise NotNow("refusal.file_newer", file=path.name)
    if db.conn.execute("pragma quick_check").fetchone()[0] != "ok":
        raise NotNow("refusal.file_damaged", file=path.name)
    return rows_of(db, path.name), private_of(db)


def rows_of(db: Database, file: str) -> list[Row]:
    """Return every row. Raises NotNow, naming `file`, if one is missing or not readable."""
    rows = []
    query = "select n, at, sender, act, events, answer from journal order by n"
    try:
        for n, at, by, act, events, answer in db.conn.execute(query):
            if n != len(rows) + 1:
                raise NotNow("refusal.file_damaged", file=file)
            answer = msgspec.json.decode(answer) if answer else None
            rows.append(Row(n, at, by, act, decode_events(events), answer))
    except msgspec.MsgspecError as error:
        raise NotNow("refusal.file_damaged", file=file) from error
    return rows


def private_of(db: Database) -> dict[str, dict]:
    """Return names and contact data by key."""
    stored = db.conn.execute("select key, value from private")
    return {key: msgspec.json.decode(value) for key, value in stored}
