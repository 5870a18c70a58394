"""Putting a backup in the place of a workshop's file."""

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path

from facilitation.domain.refusals import NotFound, NotNow, Refusal
from facilitation.storage.backup_files import Backup, list_backups, sync_to_disk
from facilitation.storage.journal import locked
from facilitation.storage.journal_file import SUFFIXES, read


def restore(data: Path, folders: list[Path], chosen: Path | None = None) -> Backup:
    """Put a backup in the place of a workshop's file and return it; the newest readable one unless
    `chosen`. What was there is moved aside, never deleted.

    Raises NotNow while the workshop runs, NotFound where no backup can be read.
    """
    with locked(data):
        backup = _readable(chosen) if chosen else _newest_readable(data, folders)
        aside = datetime.now(UTC).strftime("before-restore-%Y%m%dT%H%M%SZ")
        for suffix in (*SUFFIXES, "-shm"):
            old = data.with_name(data.name + suffix)
            if old.exists():
                old.rename(data.with_name(f"{data.name}.{aside}{suffix}"))
        part = data.with_name(data.name + ".part")
        part.write_bytes(backup.path.read_bytes())
        sync_to_disk(part)
        os.replace(part, data)
    return backup


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
