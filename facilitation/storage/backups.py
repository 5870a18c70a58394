"""Rolling backups of a workshop's file, made while it is in use.

A backup is a whole file of its own, copied with SQLite's backup API and checked before it gets its
name. What was erased or sealed in the workshop is erased in its backups too (DESIGN.md, rules 6
and 8).
"""

import logging
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from facilitation.storage.backup_files import (
    Backup,
    backup_name,
    backups_to_remove,
    iso,
    list_backups,
    sync_to_disk,
)

log = logging.getLogger(__name__)

TRIES = 3
SMALL_CACHE = "pragma cache_size = -200"
"""In kB: a file is read through once, so that more would only take memory as it grows."""


@dataclass
class BackupFolder:
    """Where backups go; it may vanish (a stick pulled out) and come back."""

    path: Path
    newest: Backup | None = None
    well: bool = True
    checked_at: str | None = None


@dataclass
class Backups:
    """The backups of the workshop in `data`, in one or more folders."""

    data: Path
    folders: list[Path]
    _folders: list[BackupFolder] = field(init=False)
    _erasures: int = field(init=False, default=0)

    def __post_init__(self):
        self._folders = [BackupFolder(path) for path in self.folders]

    def make_all(self) -> None:
        """Make a backup in every folder that has none of the newest act; keep old ones few.

        A folder that cannot be written is noted and tried again the next time. Waits for the disk.
        """
        for folder in self._folders:
            try:
                self._make_in(folder)
                folder.well = True
            except (OSError, sqlite3.Error) as error:
                if folder.well:
                    log.warning("No backup in %s: %s", folder.path, error)
                folder.well = False
            folder.checked_at = _now()

    def clean(self) -> None:
        """Erase in every backup what is erased in the workshop; on disk when it returns."""
        self._erasures += 1
        for folder in self._folders:
            try:
                self._clean(folder)
            except (OSError, sqlite3.Error) as error:
                log.warning("Backups in %s could not be cleaned yet: %s", folder.path, error)

    def status(self) -> dict:
        """Return what a console shows: the newest backup, and each folder with how it went."""
        made = [folder.newest for folder in self._folders if folder.newest and folder.well]
        newest = max(made, key=lambda backup: backup.number, default=None)
        return {
            "at": newest.made_at if newest else None,
            "number": newest.number if newest else None,
            "folders": [
                {"folder": str(folder.path), "well": folder.well, "checked_at": folder.checked_at}
                for folder in self._folders
            ],
        }

    def _make_in(self, folder: BackupFolder) -> None:
        if folder.path != self.folders[0] and not folder.path.parent.exists():
            raise FileNotFoundError(f"{folder.path} is not there")
        folder.path.mkdir(parents=True, exist_ok=True)
        with closing(_open_read_only(self.data)) as live:
            number = _last_number(live)
            known = list_backups(folder.path, self.data.stem)
            if not known or known[0].number < number:
                known.insert(0, self._copy(live, folder.path))
        folder.newest = known[0]
        self._clean(folder)
        for old in backups_to_remove(known):
            old.path.unlink(missing_ok=True)

    def _copy(self, live: sqlite3.Connection, folder: Path) -> Backup:
        part = folder / f".{self.data.stem}.part"
        for _ in range(TRIES):
            erasures = self._erasures
            _remove(part)
            with closing(sqlite3.connect(part)) as copy:
                copy.execute(SMALL_CACHE)
                live.backup(copy)
                copy.execute("pragma journal_mode = delete")
                if copy.execute("pragma quick_check").fetchone()[0] != "ok":
                    raise sqlite3.DatabaseError("the copy is damaged")
                number = _last_number(copy)
            sync_to_disk(part)
            if erasures == self._erasures:
                break
        made_at = datetime.now(UTC)
        path = folder / backup_name(self.data.stem, number, made_at)
        os.replace(part, path)
        return Backup(path, number, iso(made_at))

    def _clean(self, folder: BackupFolder) -> None:
        if not folder.path.is_dir():
            return
        with closing(_open_read_only(self.data)) as live:
            keys = {key for (key,) in live.execute("select key from private")}
            sealed = _sealed_by(live)
        for backup in list_backups(folder.path, self.data.stem):
            if sealed is not None and backup.number < sealed:
                backup.path.unlink(missing_ok=True)
            else:
                _erase_all_but(backup.path, keys)


def _open_read_only(data: Path) -> sqlite3.Connection:
    live = sqlite3.connect(f"{data.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
    live.execute(SMALL_CACHE)
    return live


def _last_number(db: sqlite3.Connection) -> int:
    return db.execute("select coalesce(max(n), 0) from journal").fetchone()[0]


def _sealed_by(db: sqlite3.Connection) -> int | None:
    """Return the number of the row that sealed the ballot, if one did."""
    found = db.execute(
        "select n from journal, json_each(journal.events) as fact"
        " where json_extract(fact.value, '$.event') = 'BallotSealed' limit 1"
    ).fetchone()
    return found[0] if found else None


def _erase_all_but(path: Path, keys: set[str]) -> None:
    """Erase names and contact data from a backup that the workshop no longer has."""
    with closing(sqlite3.connect(path)) as db:
        there = {key for (key,) in db.execute("select key from private")}
        gone = there - keys
        if not gone:
            return
        db.execute("pragma secure_delete = on")
        db.executemany("delete from private where key = ?", [(key,) for key in gone])
        db.commit()
        db.execute("vacuum")
    sync_to_disk(path)


def _remove(path: Path) -> None:
    for suffix in ("", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _now() -> str:
    return iso(datetime.now(UTC))
