"""What the doctor judges, read off this laptop; nothing is changed."""

import os
import platform
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from screens.network.doctor import Inspection
from screens.pages import assets


def inspect_laptop(data: Path, **more) -> Inspection:
    """Inspect this machine; `more` is what only the caller knows."""
    folder = next(p for p in (data.absolute().parent, *data.absolute().parents) if p.exists())
    return Inspection(
        now=datetime.now(UTC),
        installed_at=_installed_at(),
        system=platform.system(),
        free_bytes=shutil.disk_usage(folder).free,
        folder=str(folder),
        writable=os.access(folder, os.W_OK),
        last_at=last_act_at(data),
        **more,
    )


@cache
def _installed_at() -> datetime:
    files = [*Path(__file__).parent.parent.rglob("*.py"), *assets.BUILT.rglob("*.*")]
    return datetime.fromtimestamp(max(path.stat().st_mtime for path in files), UTC)


def last_act_at(data: Path) -> str | None:
    """Return when the last act of a workshop's file was, by the clock of then; the file is only
    read. None where there is none, or it is no workshop's."""
    if not data.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{data.resolve().as_uri()}?mode=ro", uri=True)) as db:
            found = db.execute("select at from journal order by n desc limit 1").fetchone()
    except sqlite3.Error:
        return None
    return found[0] if found else None
