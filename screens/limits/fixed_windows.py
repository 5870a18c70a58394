"""The counts behind every limit: fixed windows in this process, by a steady clock.

The library's own storage starts a thread of its own for nearly every count. On the server's loop
that lets the next act of a connection overtake, and by the wall clock, a laptop whose clock is set
back would hold everybody up.
"""

import time
from collections.abc import Callable

from limits.storage import Storage

SWEEP_FROM = 1_000


class FixedWindowStorage(Storage):
    """Counts by key, each until its window ends; counting never waits. For one thread alone."""

    STORAGE_SCHEME = ("windows",)
    base_exceptions = ValueError

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        super().__init__()
        self._clock = clock
        self._counts: dict[str, tuple[int, float]] = {}
        self._sweep_at = SWEEP_FROM

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count `amount` more and return the count of a window that lasts `expiry` seconds from
        its first count on."""
        now = self._clock()
        count, ends = self._counts.get(key, (0, 0.0))
        if ends <= now:
            self._forget_ended(now)
            count, ends = 0, now + expiry
        self._counts[key] = (count + amount, ends)
        return count + amount

    def get(self, key: str) -> int:
        count, ends = self._counts.get(key, (0, 0.0))
        return count if ends > self._clock() else 0

    def get_expiry(self, key: str) -> float:
        """Return when the window of a key ends, by the steady clock."""
        return self._counts.get(key, (0, self._clock()))[1]

    def check(self) -> bool:
        return True

    def reset(self) -> int:
        gone = len(self._counts)
        self._counts.clear()
        return gone

    def clear(self, key: str) -> None:
        self._counts.pop(key, None)

    def _forget_ended(self, now: float) -> None:
        """Forget windows that are over, once there are twice as many as were left last time."""
        if len(self._counts) < self._sweep_at:
            return
        self._counts = {key: one for key, one in self._counts.items() if one[1] > now}
        self._sweep_at = max(SWEEP_FROM, 2 * len(self._counts))
