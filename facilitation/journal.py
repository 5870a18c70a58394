"""The append-only table, and beside it the names and contact data that can be erased.

One SQLite file is one workshop: WAL, synchronous=FULL, so that what `append` returned from is on
disk. Nothing else writes the file. A file that is foreign, damaged or in use is refused with a
sentence and left as it was: it is judged on a copy before it is opened.
"""

import logging
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout
from sqlite_utils import Database

from facilitation.events import Row, decode_events, encode_events
from facilitation.events.dots import tells_of_dots
from facilitation.refusals import NotNow

log = logging.getLogger(__name__)

APPLICATION_ID = 0x4F53_5A31
VERSION = 1
SQLITE = b"SQLite format 3\0"
SUFFIXES = ("", "-wal", "-journal")
WAL_HEAD_BYTES = 32
COPIES_MAX = 50


class Journal:
    """One open journal; `path` None keeps it in memory (for tests).

    Raises NotNow with a sentence for a file that is in use, foreign, damaged or too new.
    """

    def __init__(self, path: Path | None = None):
        self.path = path
        self._lock = _lock(path) if path else None
        try:
            if path:
                read(path)
            self._to_scrub = path is not None and _ended_badly(path)
            self._writer = _connect(path)
            _prepare(self._writer)
            self._reader = _connect(path) if path else self._writer
            self._scrub_if_owed()
        except sqlite3.Error as error:
            self._unlock()
            raise NotNow("refusal.file_folder", folder=str(path.parent)) from error
        except BaseException:
            self._unlock()
            raise

    def append(
        self, rows: list[Row], *, keep: dict[str, dict] | None = None, forget: Iterable[str] = ()
    ) -> None:
        """Store rows and private data, all or none; on disk when it returns.

        Raises sqlite3.Error where the disk says no; nothing is stored then. After it forgot
        something, no byte of that is left in the file or its WAL (rule 8); where the disk has no
        room for that, it is done at the next chance.
        """
        forget = list(forget)
        with self._writer.atomic():
            self._writer.conn.executemany(
                "insert into journal (n, at, sender, act, events, answer) values (?,?,?,?,?,?)",
                [_stored(row) for row in rows],
            )
            self._writer.conn.executemany(
                "insert into private (key, value) values (?, ?)",
                [(key, msgspec.json.encode(value)) for key, value in (keep or {}).items()],
            )
            self._writer.conn.executemany(
                "delete from private where key = ?", [(key,) for key in forget]
            )
        self._to_scrub |= bool(forget)
        self._scrub_if_owed()

    def seal(self, row: Row) -> None:
        """Store the row that seals the ballot and empty every row that tells of dots, for good."""
        with self._writer.atomic():
            ballot = [
                (n,)
                for n, events in self._writer.conn.execute("select n, events from journal")
                if any(tells_of_dots(event) for event in decode_events(events))
            ]
            self._writer.conn.executemany(
                "update journal set sender = null, act = null, events = '[]', answer = null"
                " where n = ?",
                ballot,
            )
            self._writer.conn.execute(
                "insert into journal (n, at, sender, act, events, answer) values (?,?,?,?,?,?)",
                _stored(row),
            )
        self._to_scrub = True
        self._scrub_if_owed()

    def answer_to(self, by: str, act: str) -> dict | None:
        """Return the answer this sender got for the act with this id, if there was one."""
        found = self._reader.conn.execute(
            "select n, answer from journal where sender = ? and act = ?", (by, act)
        ).fetchone()
        if found is None:
            return None
        return {"ok": True, "at": found[0], **msgspec.json.decode(found[1] or b"{}")}

    def rows(self) -> list[Row]:
        """Return every row. Raises NotNow if one is missing or not readable."""
        return _rows(self._reader, self.path.name if self.path else "")

    def private(self) -> dict[str, dict]:
        """Return names and contact data by key."""
        return _private(self._reader)

    def close(self) -> None:
        self._scrub_if_owed()
        self._writer.conn.close()
        if self._reader is not self._writer:
            self._reader.conn.close()
        self._unlock()

    def _scrub_if_owed(self) -> None:
        """Write the file anew without what was deleted, and empty the WAL.

        What was to be stored is on disk by then, so a failure refuses nothing: it is tried again.
        """
        if not self._to_scrub:
            return
        try:
            self._writer.conn.execute("vacuum")
            checkpoint = self._writer.conn.execute("pragma wal_checkpoint(truncate)").fetchone()
        except sqlite3.Error:
            log.exception("Could not erase what was deleted; trying again with the next act")
        else:
            self._to_scrub = checkpoint[0] != 0

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()


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
            _copy_still(path, Path(folder))
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


def _copy_still(path: Path, folder: Path) -> None:
    """Copy a file and its WAL. A server may be writing: copy again if it moved one to the other."""
    for _ in range(COPIES_MAX):
        before = _marks(path)
        for suffix in SUFFIXES:
            source, copy = path.with_name(path.name + suffix), folder / ("copy" + suffix)
            copy.unlink(missing_ok=True)
            if source.exists():
                shutil.copyfile(source, copy)
        if _marks(path) == before:
            return


def _marks(path: Path) -> tuple:
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
    return _rows(db, path.name), _private(db)


def _ended_badly(path: Path) -> bool:
    """Whether the process before did not close the file: something may be left to be erased."""
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


@contextmanager
def held(path: Path):
    """Keep everybody else from opening the file. Raises NotNow while somebody has it open."""
    lock = _lock(path)
    try:
        yield
    finally:
        lock.release()


def _lock(path: Path) -> FileLock:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.with_name(path.name + ".lock"))
        lock.acquire(timeout=0)
    except Timeout as error:
        raise NotNow("refusal.file_in_use", file=path.name) from error
    except OSError as error:
        raise NotNow("refusal.file_folder", folder=str(path.parent)) from error
    return lock


def _connect(path: Path | None) -> Database:
    target = ":memory:" if path is None else str(path)
    connection = sqlite3.connect(target, check_same_thread=False, timeout=10)
    connection.isolation_level = None
    return Database(connection)


def _prepare(db: Database) -> None:
    """Make the tables of a new file, then switch on WAL and an fsync at every commit.

    The application id is on disk before the WAL begins: a half-made file is known as empty.
    """
    if "journal" not in db.table_names():
        with db.atomic():
            db.conn.execute(f"pragma application_id = {APPLICATION_ID}")
            db.conn.execute(f"pragma user_version = {VERSION}")
            db["journal"].create(
                {"n": int, "at": str, "sender": str, "act": str, "events": str, "answer": str},
                pk="n",
                not_null={"at", "events"},
            )
            db["journal"].create_index(["sender", "act"], unique=True)
            db["private"].create({"key": str, "value": str}, pk="key")
    db.conn.execute("pragma journal_mode = wal")
    db.conn.execute("pragma synchronous = full")
    db.conn.execute("pragma secure_delete = on")


def _stored(row: Row) -> tuple:
    answer = msgspec.json.encode(row.answer or {}).decode()
    return (row.n, row.at, row.by, row.act, encode_events(row.events).decode(), answer)


def _rows(db: Database, file: str) -> list[Row]:
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


def _private(db: Database) -> dict[str, dict]:
    stored = db.conn.execute("select key, value from private")
    return {key: msgspec.json.decode(value) for key, value in stored}
