"""What a console is warned of before it hurts: the disk, the backups, the clock, the headcount.

An alarm is a wording key with its gaps. It locks nobody out; facilitators decide.
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from facilitation.state import WorkshopState

DISK_LOW_BYTES = 500_000_000
DISK_FULL_BYTES = 50_000_000
CLOCK_JUMP_S = 90
JOINING = parse("200 per minute")
"""More newcomers than this in a minute are hardly people with a phone each."""
RUSH_S = 120


class Alarms:
    """What this process alone can notice; `clock` and `ticks` are wall time and a steady one."""

    def __init__(
        self,
        data: Path,
        *,
        clock: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
    ):
        self._folder = data.absolute().parent
        self._clock, self._ticks = clock, ticks
        self._started = clock() - ticks()
        self._joins = FixedWindowRateLimiter(MemoryStorage())
        self._rush_until = float("-inf")

    def joined(self) -> bool:
        """Somebody new is there. Returns whether a rush begins with them."""
        if self._joins.hit(JOINING, "all"):
            return False
        begins = self._ticks() >= self._rush_until
        self._rush_until = self._ticks() + RUSH_S
        return begins

    def machine(self, backup: dict | None) -> list[dict]:
        """Return the alarms about this laptop; `backup` is what Backups.status() says."""
        found = []
        free = shutil.disk_usage(self._folder).free
        if free < DISK_LOW_BYTES:
            key = "console.alarm.disk_full" if free < DISK_FULL_BYTES else "console.alarm.disk_low"
            found.append({"key": key, "gaps": {"megabytes": free // 1_000_000}})
        for folder in (backup or {}).get("folders", []):
            if not folder["well"]:
                gaps = {"folder": folder["folder"]}
                found.append({"key": "console.alarm.backup", "gaps": gaps})
        if abs(self._clock() - self._ticks() - self._started) > CLOCK_JUMP_S:
            found.append({"key": "console.alarm.clock", "gaps": {}})
        if self._ticks() < self._rush_until:
            found.append({"key": "console.alarm.rush", "gaps": {"count": JOINING.amount}})
        return found


def headcount(state: WorkshopState) -> list[dict]:
    """Return the alarm that more take part than facilitators counted in the hall, if so."""
    counted, there = state.settings.counted, len(state.participants)
    if not counted or there <= counted:
        return []
    return [{"key": "console.alarm.counted", "gaps": {"count": there, "counted": counted}}]
