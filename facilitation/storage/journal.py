"""The append-only table, and beside it the names and contact data that can be erased.

One SQLite file is one workshop: WAL, synchronous=FULL, so that what `append` returned from is on
disk. Nothing else writes the file. A file that is foreign, damaged or in use is refused with a
sentence and left as it was: `journal_file` judges it on a copy before it is opened.
"""

import logging
import sqlite3
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout
from sqlite_utils import Database

from facilitation.domain.events import Row, decode_events, encode_events
from facilitation.domain.events.dots import tells_of_dots
from facilitation.domain.refusals import NotNow
from facilitation.storage.journal_file import APPLICATION_ID, VERSION, private_of, read, rows_of

log = logging.getLogger(__name__)


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
            self._vacuum_due = path is not None and _was_not_closed(path)
            self._writer = _connect(path)
            _prepare(self._writer)
            self._reader = _connect(path) if path else self._writer
            self._vacuum_if_due()
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
        self._vacuum_due |= bool(forget)
        self._vacuum_if_due()

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
        self._vacuum_due = True
        self._vacuum_if_due()

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
        return rows_of(self._reader, self.path.name if self.path else "")

    def private(self) -> dict[str, dict]:
        """Return names and contact data by key."""
        return private_of(self._reader)

    def close(self) -> None:
        self._vacuum_if_due()
        self._writer.conn.close()
        if self._reader is not self._writer:
            self._reader.conn.close()
        self._unlock()

    def _vacuum_if_due(self) -> None:
        """Write the file anew without what was deleted, and empty the WAL.

        What was to be stored is on disk by then, so a failure refuses nothing: the next act tries
        again.
        """
        if not self._vacuum_due:
            return
        try:
            self._writer.conn.execute("vacuum")
            checkpoint = self._writer.conn.execute("pragma wal_checkpoint(truncate)").fetchone()
        except sqlite3.Error:
            log.exception("Could not erase what was deleted; trying again with the next act")
        else:
            self._vacuum_due = checkpoint[0] != 0

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()


def _was_not_closed(path: Path) -> bool:
    """Whether the last process did not close the file: something may be left to be erased."""
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


@contextmanager
def locked(path: Path):
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
