"""Whoever asks to be let in as a facilitator, by whichever way: the form, the address, the socket.

A wrong key is answered after a pause, and many of them are an alarm; whoever is in already is
never slowed (DESIGN.md, section 5, "GET /console").
"""

import hmac
import time
from collections.abc import Callable

WRONG_KEY_PAUSE_S = 0.5


class Knocks:
    """Judges console keys. `told` hears of each wrong one; `pause(seconds)` waits, and holds up
    nobody but whoever asked."""

    def __init__(
        self,
        key: str,
        *,
        told: Callable[[], None] = lambda: None,
        pause: Callable[[float], None] = time.sleep,
    ):
        self._key, self._told, self._pause = key.encode(), told, pause

    def opens(self, given: object) -> bool:
        """Whether this is the console key; takes the same time whatever is wrong about it."""
        if not isinstance(given, str):
            return False
        return hmac.compare_digest(given.encode(errors="replace"), self._key)

    def was_wrong(self) -> None:
        """Note a wrong key of somebody who is not in; returns after the pause."""
        self._told()
        self._pause(WRONG_KEY_PAUSE_S)
