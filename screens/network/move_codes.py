"""One-time codes that lead a phone on to another of the laptop's addresses as the same person.

A browser keeps what it knows by address: at the new one a phone would be somebody new. In memory
alone: a code is used within seconds, and a phone that comes too late asks for another.
"""

import time
from collections.abc import Callable

from facilitation.domain.deciding.facts import random_id

VALID_S = 900
REPEAT_WITHIN_S = 60
"""A page that loads badly is loaded again: so long after its first use a code still works."""
CODE_LENGTH = 16


class MoveCodes:
    """Codes by which the participants of one phone are known at another address."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self._clock = clock
        self._codes: dict[str, tuple[list[str], float]] = {}
        self._used: set[str] = set()

    def issue(self, participants: list[str]) -> str:
        """Return a new code for the people of one phone."""
        self._forget_ended()
        code = random_id("", CODE_LENGTH)
        self._codes[code] = (participants, self._clock() + VALID_S)
        return code

    def redeem(self, code: str) -> list[str]:
        """Return the people behind a code, and let it end soon; [] for one that does not count."""
        participants, ends = self._codes.get(code, ([], 0.0))
        if ends <= self._clock():
            return []
        if code not in self._used:
            self._used.add(code)
            self._codes[code] = (participants, self._clock() + REPEAT_WITHIN_S)
        return participants

    def _forget_ended(self) -> None:
        now = self._clock()
        self._codes = {code: kept for code, kept in self._codes.items() if kept[1] > now}
        self._used &= self._codes.keys()
