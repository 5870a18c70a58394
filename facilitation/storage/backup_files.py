"""The backup files of one workshop in a folder: their names, their order, and which are kept.

The name begins with the journal number, so that neither the order nor what is kept depends on a
clock that may have been set back.
"""

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

EACH_KEPT = 10
"""The newest backups that are all kept; of older ones, one for every ten minutes."""
MOST_KEPT = 60
TEN_MINUTES = len("2026-11-24T18:3")
NAME = re.compile(r"^(?P<stem>.+)-(?P<number>\d{8})-(?P<made>\d{8}T\d{6}Z)\.db$")


@dataclass(frozen=True)
class Backup:
    """One backup file: the journal number it includes, and when it was made by this clock."""

    path: Path
    number: int
    made_at: str


def backup_name(stem: str, number: int, made_at: datetime) -> str:
    return f"{stem}-{number:08d}-{made_at:%Y%m%dT%H%M%SZ}.db"


def list_backups(folder: Path, stem: str) -> list[Backup]:
    """Return the backups of one workshop in a folder, the newest first."""
    found = []
    for path in folder.glob("*.db"):
        name = NAME.match(path.name)
        if name and name["stem"] == stem:
            made = datetime.strptime(name["made"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found.append(Backup(path, int(name["number"]), iso(made)))
    return sorted(found, key=lambda backup: (backup.number, backup.path.name), reverse=True)


def backups_to_remove(newest_first: list[Backup]) -> list[Backup]:
    """Return the backups that need not be kept: not the newest ten, not one every ten minutes."""
    older = newest_first[EACH_KEPT:]
    one_each = {backup.made_at[:TEN_MINUTES]: backup for backup in older}
    kept = sorted(one_each.values(), key=lambda b: b.number, reverse=True)
    kept = kept[: MOST_KEPT - EACH_KEPT]
    return [backup for backup in older if backup not in kept]


def iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def sync_to_disk(path: Path) -> None:
    """Have the disk write a file's content (fsync)."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
