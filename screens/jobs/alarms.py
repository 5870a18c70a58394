"""What a console is warned of before it hurts: disk, backups, clock, headcount, guessed keys.

An alarm is a wording key with its gaps. It locks nobody out; facilitators decide.
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from limits import RateLimitItem, parse
from limits.strategies import FixedWindowRateLimiter

from screens.limits.fixed_windows import FixedWindowStorage

DISK_LOW_BYTES = 500_000_000
DISK_FULL_BYTES = 50_000_000
CLOCK_JUMP_S = 90
NEWCOMERS = parse("200 per minute")
"""More newcomers than this in a minute are hardly people with a phone each."""
RUSH_S = 120
WRONG_KEYS = parse("10 per 5 minute")
"""More wrong console keys than this are hardly mistyped."""
WRONG_KEYS_S = 600


class Alarms:
    """What this process alone can notice. `clock` gives wall time in seconds, `steady_clock` time
    that nobody can set."""

    def __init__(
        self,
        data: Path,
        *,
        clock: Callable[[], float] = time.time,
        steady_clock: Callable[[], float] = time.monotonic,
    ):
        self._folder = data.absolute().parent
        self._clock, self._steady_clock = clock, steady_clock
        self._started = clock() - steady_clock()
        self._counted = FixedWindowRateLimiter(FixedWindowStorage(steady_clock))
        self._until = dict.fromkeys((NEWCOMERS, WRONG_KEYS), float("-inf"))

    def joined(self) -> bool:
        """Somebody new is there. Returns whether a rush begins with them."""
        return self._exceeds(NEWCOMERS, RUSH_S)

    def wrong_key(self) -> bool:
        """Somebody came with a wrong console key. Returns whether that makes too many now."""
        return self._exceeds(WRONG_KEYS, WRONG_KEYS_S)

    def _exceeds(self, bound: RateLimitItem, lasts_s: float) -> bool:
        """Count one more. Returns whether that begins a time of too many, which lasts so long."""
        if self._counted.hit(bound, "all"):
            return False
        begins = self._steady_clock() >= self._until[bound]
        self._until[bound] = self._steady_clock() + lasts_s
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
        if abs(self._clock() - self._steady_clock() - self._started) > CLOCK_JUMP_S:
            found.append({"key": "console.alarm.clock", "gaps": {}})
        if self._steady_clock() < self._until[NEWCOMERS]:
            found.append({"key": "console.alarm.rush", "gaps": {"count": NEWCOMERS.amount}})
        if self._steady_clock() < self._until[WRONG_KEYS]:
            found.append({"key": "console.alarm.wrong_keys", "gaps": {}})
        return found
