"""Putting a backup in the place of a workshop's file."""

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path

from facilitation.domain.refusals import NotFound, NotNow, Refusal
from facilitation.storage.atomic_files import refusal_of, write_file
from facilitation.storage.backup_files import Backup, list_backups
from facilitation.storage.journal import locked
from facilitation.storage.journal_file import SUFFIXES, read


def restore(data: Path, folders: list[Path], chosen: Path | None = None) -> Backup:
    """Put a backup in the place of a workshop's file and return it; the newest readable one unless
    `chosen`. What was there is moved aside, never deleted.

    Raises NotNow while the workshop runs or the disk is full, NotFound where no backup can be read;
    everything is as it was then.
    """
    with locked(data):
        backup = _readable(chosen) if chosen else _newest_readable(data, folders)
        restored = _copy_beside(backup.path, data)
        aside = datetime.now(UTC).strftime("before-restore-%Y%m%dT%H%M%SZ")
        for suffix in (*SUFFIXES, "-shm"):
            old = data.with_name(data.name + suffix)
            if old.exists():
                old.rename(data.with_name(f"{data.name}.{aside}{suffix}"))
        os.replace(restored, data)
    return backup


def _copy_beside(source: Path, data: Path) -> Path:
    """Return a copy of a file in the folder of `data`, whole and on disk."""
    restored = data.with_name(data.name + ".restored")
    try:
        write_file(restored, source.read_bytes())
    except OSError as error:
        raise refusal_of(error, data.parent) from error
    return restored


def _newest_readable(data: Path, folders: list[Path]) -> Backup:
    found = [backup for folder in folders for backup in list_backups(folder, data.stem)]
    for backup in sorted(found, key=lambda b: (b.number, b.made_at), reverse=True):
        with contextlib.suppress(Refusal):
            return _readable(backup.path)
    raise NotFound("refusal.no_backup", folder=", ".join(str(folder) for folder in folders))


def _readable(path: Path) -> Backup:
    if not path.exists():
        raise NotFound("refusal.no_backup", folder=str(path))
    rows, _ = read(path)
    if not rows:
        raise NotNow("refusal.file_damaged", file=path.name)
    return Backup(path, rows[-1].n, rows[-1].at)
