"""Whether all is ready for the day: each check is one sentence that says what to do.

The checks are pure; what they look at is gathered in `Look`, by the command line before the start
and by the console while a workshop runs. What a place cannot know stays None and is not asked.
"""

import os
import platform
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from screens.network.addresses import lan_addresses
from screens.pages import assets

DISK_WANTED_BYTES = 500_000_000
CLOCK_SLACK_S = 60
FILES_SLACK = timedelta(days=1)
"""Unpacked files may carry the time of another zone."""
ISOLATED_AFTER_S = 180
"""So long a console may be open before it is strange that no phone has come."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """What the checks look at. `installed_at` is when the newest file of this program was made,
    before which no day can be; `visitors` counts other devices that opened the phones' page,
    `open_s` is how long a console has been open; `backup` is what Backups.status() says."""

    addresses: list[str]
    now: datetime
    installed_at: datetime
    system: str
    free_bytes: int
    folder: str
    writable: bool
    last_at: str | None = None
    backup: dict | None = None
    port: int | None = None
    port_taken: bool | None = None
    pages_ready: bool | None = None
    visitors: int | None = None
    open_s: float = 0.0


class Finding(NamedTuple):
    """One check: `well` is None for a hint that nobody can check from here."""

    well: bool | None
    key: str
    gaps: dict


def examine(look: Look) -> list[Finding]:
    """Return the findings, in the order in which one would put things right."""
    checks = (network, phones, port, pages, disk, folder, backup, clock, firewall, sleep)
    return [finding for check in checks if (finding := check(look)) is not None]


def network(look: Look) -> Finding:
    if look.addresses == ["127.0.0.1"]:
        return Finding(False, "doctor.no_network", {})
    return Finding(True, "doctor.network", {"addresses": ", ".join(look.addresses)})


def phones(look: Look) -> Finding | None:
    """Whether another device has come; where none does, the Wi-Fi may keep devices apart."""
    if look.visitors is None:
        return Finding(None, "doctor.phones_later", {})
    if look.visitors:
        return Finding(True, "doctor.phones", {"count": look.visitors})
    if look.open_s < ISOLATED_AFTER_S:
        return Finding(None, "doctor.phones_try", {})
    return Finding(False, "doctor.phones_apart", {})


def port(look: Look) -> Finding | None:
    if look.port_taken is None:
        return None
    if look.port_taken:
        return Finding(False, "doctor.port_taken", {"port": look.port})
    return Finding(True, "doctor.port_free", {"port": look.port})


def pages(look: Look) -> Finding | None:
    if look.pages_ready is None:
        return None
    return Finding(
        look.pages_ready, "doctor.pages_ready" if look.pages_ready else "doctor.pages_missing", {}
    )


def disk(look: Look) -> Finding:
    enough = look.free_bytes > DISK_WANTED_BYTES
    key = "doctor.disk_enough" if enough else "doctor.disk_low"
    return Finding(enough, key, {"megabytes": look.free_bytes // 1_000_000})


def folder(look: Look) -> Finding:
    key = "doctor.folder" if look.writable else "doctor.folder_closed"
    return Finding(look.writable, key, {"folder": look.folder})


def backup(look: Look) -> Finding | None:
    if look.backup is None:
        return None
    failing = [one["folder"] for one in look.backup["folders"] if not one["well"]]
    if failing:
        return Finding(False, "doctor.backup_failing", {"folder": ", ".join(failing)})
    folders = ", ".join(one["folder"] for one in look.backup["folders"])
    made_at = look.backup["at"]
    if made_at is None:
        return Finding(None, "doctor.backup_none", {"folder": folders})
    return Finding(True, "doctor.backup", {"folder": folders, "time": _local(made_at)})


def clock(look: Look) -> Finding:
    if look.now < look.installed_at - FILES_SLACK:
        return Finding(False, "doctor.clock_old", {"time": _local(look.now.isoformat())})
    if look.last_at is not None:
        last = datetime.fromisoformat(look.last_at)
        if (last - look.now).total_seconds() > CLOCK_SLACK_S:
            return Finding(False, "doctor.clock_behind", {"time": _local(look.last_at)})
    return Finding(True, "doctor.clock", {"time": _local(look.now.isoformat())})


def firewall(look: Look) -> Finding:
    hints = {"Windows": "doctor.firewall_windows", "Darwin": "doctor.firewall_macos"}
    return Finding(None, hints.get(look.system, "doctor.firewall_linux"), {"port": look.port or ""})


def sleep(look: Look) -> Finding:
    return Finding(None, "doctor.sleep", {})


def look_around(data: Path, **more) -> Look:
    """Look at this machine; `more` is what only the caller knows."""
    folder = next(p for p in (data.absolute().parent, *data.absolute().parents) if p.exists())
    return Look(
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


class Visitors:
    """How many devices other than the laptop opened the phones' page, and since when a console is
    open. Of an address only a number stays, in memory alone, that nobody can turn back."""

    def __init__(
        self,
        own: Callable[[], Iterable[str]] = lan_addresses,
        ticks: Callable[[], float] = time.monotonic,
    ):
        self._own, self._ticks = own, ticks
        self._salt = os.urandom(16)
        self._seen: set[int] = set()
        self._console_since: float | None = None

    def came(self, address: str | None) -> None:
        """Somebody opened the phones' page from this address."""
        if address and not address.startswith(("127.", "::1")):
            self._seen.add(self._number(address))

    def console_opened(self) -> None:
        if self._console_since is None:
            self._console_since = self._ticks()

    @property
    def count(self) -> int:
        return len(self._seen - {self._number(address) for address in self._own()})

    @property
    def open_s(self) -> float:
        return 0.0 if self._console_since is None else self._ticks() - self._console_since

    def _number(self, address: str) -> int:
        return hash((self._salt, address))


def _local(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%d.%m.%Y %H:%M")
