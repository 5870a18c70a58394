"""What a console is warned of before it hurts: disk, backups, clock, headcount, guessed keys.

An alarm is a wording key with its gaps. It locks nobody out; facilitators decide.
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from limits import RateLimitItem, parse
from limits.strategies import FixedWindowRateLimiter

from facilitation.domain.state import WorkshopState
from screens.limits.fixed_windows import Windows

DISK_LOW_BYTES = 500_000_000
DISK_FULL_BYTES = 50_000_000
CLOCK_JUMP_S = 90
JOINING = parse("200 per minute")
"""More newcomers than this in a minute are hardly people with a phone each."""
RUSH_S = 120
WRONG_KEYS = parse("10 per 5 minute")
"""More wrong console keys than this are hardly mistyped."""
KNOCKING_S = 600


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
        self._counted = FixedWindowRateLimiter(Windows(ticks))
        self._until = dict.fromkeys((JOINING, WRONG_KEYS), float("-inf"))

    def joined(self) -> bool:
        """Somebody new is there. Returns whether a rush begins with them."""
        return self._begins(JOINING, RUSH_S)

    def wrong_key(self) -> bool:
        """Somebody came with a wrong console key. Returns whether that makes too many now."""
        return self._begins(WRONG_KEYS, KNOCKING_S)

    def _begins(self, bound: RateLimitItem, lasts_s: float) -> bool:
        """Count one more. Returns whether that begins a time of too many, which lasts so long."""
        if self._counted.hit(bound, "all"):
            return False
        begins = self._ticks() >= self._until[bound]
        self._until[bound] = self._ticks() + lasts_s
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
        if self._ticks() < self._until[JOINING]:
            found.append({"key": "console.alarm.rush", "gaps": {"count": JOINING.amount}})
        if self._ticks() < self._until[WRONG_KEYS]:
            found.append({"key": "console.alarm.wrong_keys", "gaps": {}})
        return found


def headcount(state: WorkshopState) -> list[dict]:
    """Return the alarm that more take part than facilitators counted in the hall, if so."""
    counted, there = state.settings.counted, len(state.participants)
    if not counted or there <= counted:
        return []
    return [{"key": "console.alarm.counted", "gaps": {"count": there, "counted": counted}}]
