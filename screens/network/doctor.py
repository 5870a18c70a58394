"""Whether all is ready for the day: each check is one sentence that says what to do.

The checks are pure; what they judge is gathered in an `Inspection` (inspection.py), by the command
line before the start and by the console while a workshop runs. What cannot be known from there
stays None and is not judged.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

DISK_WANTED_BYTES = 500_000_000
CLOCK_SLACK_S = 60
FILES_SLACK = timedelta(days=1)
"""Unpacked files may carry the time of another zone."""
ISOLATED_AFTER_S = 180
"""So long a console may be open before it is strange that no phone has come."""


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """What the checks judge. `installed_at` is when the newest file of this program was made,
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


def examine(seen: Inspection) -> list[Finding]:
    """Return the findings, in the order in which one would put things right."""
    checks = (network, phones, port, pages, disk, folder, backup, clock, firewall, sleep)
    return [finding for check in checks if (finding := check(seen)) is not None]


def network(seen: Inspection) -> Finding:
    if seen.addresses == ["127.0.0.1"]:
        return Finding(False, "doctor.no_network", {})
    return Finding(True, "doctor.network", {"addresses": ", ".join(seen.addresses)})


def phones(seen: Inspection) -> Finding | None:
    """Whether another device has come; where none does, the Wi-Fi may keep devices apart."""
    if seen.visitors is None:
        return Finding(None, "doctor.phones_later", {})
    if seen.visitors:
        return Finding(True, "doctor.phones", {"count": seen.visitors})
    if seen.open_s < ISOLATED_AFTER_S:
        return Finding(None, "doctor.phones_try", {})
    return Finding(False, "doctor.phones_apart", {})


def port(seen: Inspection) -> Finding | None:
    if seen.port_taken is None:
        return None
    if seen.port_taken:
        return Finding(False, "doctor.port_taken", {"port": seen.port})
    return Finding(True, "doctor.port_free", {"port": seen.port})


def pages(seen: Inspection) -> Finding | None:
    if seen.pages_ready is None:
        return None
    return Finding(
        seen.pages_ready, "doctor.pages_ready" if seen.pages_ready else "doctor.pages_missing", {}
    )


def disk(seen: Inspection) -> Finding:
    enough = seen.free_bytes > DISK_WANTED_BYTES
    key = "doctor.disk_enough" if enough else "doctor.disk_low"
    return Finding(enough, key, {"megabytes": seen.free_bytes // 1_000_000})


def folder(seen: Inspection) -> Finding:
    key = "doctor.folder" if seen.writable else "doctor.folder_closed"
    return Finding(seen.writable, key, {"folder": seen.folder})


def backup(seen: Inspection) -> Finding | None:
    if seen.backup is None:
        return None
    failing = [one["folder"] for one in seen.backup["folders"] if not one["well"]]
    if failing:
        return Finding(False, "doctor.backup_failing", {"folder": ", ".join(failing)})
    folders = ", ".join(one["folder"] for one in seen.backup["folders"])
    made_at = seen.backup["at"]
    if made_at is None:
        return Finding(None, "doctor.backup_none", {"folder": folders})
    return Finding(True, "doctor.backup", {"folder": folders, "time": _local(made_at)})


def clock(seen: Inspection) -> Finding:
    if seen.now < seen.installed_at - FILES_SLACK:
        return Finding(False, "doctor.clock_old", {"time": _local(seen.now.isoformat())})
    if seen.last_at is not None:
        last = datetime.fromisoformat(seen.last_at)
        if (last - seen.now).total_seconds() > CLOCK_SLACK_S:
            return Finding(False, "doctor.clock_behind", {"time": _local(seen.last_at)})
    return Finding(True, "doctor.clock", {"time": _local(seen.now.isoformat())})


def firewall(seen: Inspection) -> Finding:
    hints = {"Windows": "doctor.firewall_windows", "Darwin": "doctor.firewall_macos"}
    return Finding(None, hints.get(seen.system, "doctor.firewall_linux"), {"port": seen.port or ""})


def sleep(seen: Inspection) -> Finding:
    return Finding(None, "doctor.sleep", {})


def _local(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%d.%m.%Y %H:%M")
