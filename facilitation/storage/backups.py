"""Rolling backups of a workshop's file, made while it goes on, and taking one back.

A backup is a whole file of its own, copied with SQLite's backup API and checked before it gets its
name. The name begins with the journal number, so that neither the order nor what is kept depends
on a clock that may have been set back. What was erased or sealed in the workshop is erased in its
backups too (DESIGN.md, rules 6 and 8).
"""

import contextlib
import logging
import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from facilitation.domain.refusals import NotFound, NotNow, Refusal
from facilitation.storage.journal import held
from facilitation.storage.journal_file import SUFFIXES, read

log = logging.getLogger(__name__)

EACH_KEPT = 10
"""The newest backups that are all kept; of older ones, one for every ten minutes."""
MOST_KEPT = 60
TRIES = 3
SMALL_CACHE = "pragma cache_size = -200"
"""In kB: a file is read through once, so that more would only take memory as it grows."""
TEN_MINUTES = len("2026-11-24T18:3")
NAME = re.compile(r"^(?P<stem>.+)-(?P<number>\d{8})-(?P<made>\d{8}T\d{6}Z)\.db$")


@dataclass(frozen=True)
class Backup:
    """One backup file: the journal number it includes, and when it was made by this clock."""

    path: Path
    number: int
    made_at: str


@dataclass
class Folder:
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
    _states: list[Folder] = field(init=False)
    _erasures: int = field(init=False, default=0)

    def __post_init__(self):
        self._states = [Folder(path) for path in self.folders]

    def make_all(self) -> None:
        """Make a backup in every folder that has none of the newest act; keep old ones few.

        A folder that cannot be written is noted and tried again the next time. Waits for the disk.
        """
        for state in self._states:
            try:
                self._make_in(state)
                state.well = True
            except (OSError, sqlite3.Error) as error:
                if state.well:
                    log.warning("No backup in %s: %s", state.path, error)
                state.well = False
            state.checked_at = _now()

    def clean(self) -> None:
        """Erase in every backup what is erased in the workshop; on disk when it returns."""
        self._erasures += 1
        for state in self._states:
            try:
                self._clean(state)
            except (OSError, sqlite3.Error) as error:
                log.warning("Backups in %s could not be cleaned yet: %s", state.path, error)

    def status(self) -> dict:
        """Return what a console shows: the newest backup, and each folder with how it went."""
        made = [state.newest for state in self._states if state.newest and state.well]
        newest = max(made, key=lambda backup: backup.number, default=None)
        return {
            "at": newest.made_at if newest else None,
            "number": newest.number if newest else None,
            "folders": [
                {"folder": str(state.path), "well": state.well, "checked_at": state.checked_at}
                for state in self._states
            ],
        }

    def _make_in(self, state: Folder) -> None:
        if state.path != self.folders[0] and not state.path.parent.exists():
            raise FileNotFoundError(f"{state.path} is not there")
        state.path.mkdir(parents=True, exist_ok=True)
        with closing(_reading(self.data)) as live:
            number = _last_number(live)
            known = listed(state.path, self.data.stem)
            if not known or known[0].number < number:
                known.insert(0, self._copy(live, state.path))
        state.newest = known[0]
        self._clean(state)
        for old in too_many(known):
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
            _on_disk(part)
            if erasures == self._erasures:
                break
        made_at = datetime.now(UTC)
        name = f"{self.data.stem}-{number:08d}-{made_at:%Y%m%dT%H%M%SZ}.db"
        os.replace(part, folder / name)
        return Backup(folder / name, number, _now())

    def _clean(self, state: Folder) -> None:
        if not state.path.is_dir():
            return
        with closing(_reading(self.data)) as live:
            keys = {key for (key,) in live.execute("select key from private")}
            sealed = _sealed_by(live)
        for backup in listed(state.path, self.data.stem):
            if sealed is not None and backup.number < sealed:
                backup.path.unlink(missing_ok=True)
            else:
                _forget_others(backup.path, keys)


def listed(folder: Path, stem: str) -> list[Backup]:
    """Return the backups of one workshop in a folder, the newest first."""
    found = []
    for path in folder.glob("*.db"):
        name = NAME.match(path.name)
        if name and name["stem"] == stem:
            made = datetime.strptime(name["made"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found.append(Backup(path, int(name["number"]), _iso(made)))
    return sorted(found, key=lambda backup: (backup.number, backup.path.name), reverse=True)


def too_many(newest_first: list[Backup]) -> list[Backup]:
    """Return the backups that need not be kept: not the newest ten, not one every ten minutes."""
    older = newest_first[EACH_KEPT:]
    one_each = {backup.made_at[:TEN_MINUTES]: backup for backup in older}
    kept = sorted(one_each.values(), key=lambda b: b.number, reverse=True)
    kept = kept[: MOST_KEPT - EACH_KEPT]
    return [backup for backup in older if backup not in kept]


def restore(data: Path, folders: list[Path], chosen: Path | None = None) -> Backup:
    """Put a backup in the place of a workshop's file and return it; the newest good one unless
    `chosen`. What was there is moved aside, never deleted.

    Raises NotNow while the workshop runs, NotFound where no backup can be read.
    """
    with held(data):
        backup = _good(chosen) if chosen else _newest_good(data, folders)
        aside = datetime.now(UTC).strftime("before-restore-%Y%m%dT%H%M%SZ")
        for suffix in (*SUFFIXES, "-shm"):
            old = data.with_name(data.name + suffix)
            if old.exists():
                old.rename(data.with_name(f"{data.name}.{aside}{suffix}"))
        part = data.with_name(data.name + ".part")
        part.write_bytes(backup.path.read_bytes())
        _on_disk(part)
        os.replace(part, data)
    return backup


def _newest_good(data: Path, folders: list[Path]) -> Backup:
    found = [backup for folder in folders for backup in listed(folder, data.stem)]
    for backup in sorted(found, key=lambda b: (b.number, b.made_at), reverse=True):
        with contextlib.suppress(Refusal):
            return _good(backup.path)
    raise NotFound("refusal.no_backup", folder=", ".join(str(folder) for folder in folders))


def _good(path: Path) -> Backup:
    if not path.exists():
        raise NotFound("refusal.no_backup", folder=str(path))
    rows, _ = read(path)
    if not rows:
        raise NotNow("refusal.file_damaged", file=path.name)
    return Backup(path, rows[-1].n, rows[-1].at)


def _reading(data: Path) -> sqlite3.Connection:
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


def _forget_others(path: Path, keys: set[str]) -> None:
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
    _on_disk(path)


def _remove(path: Path) -> None:
    for suffix in ("", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _on_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _now() -> str:
    return _iso(datetime.now(UTC))


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
