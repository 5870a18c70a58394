"""The check of the console key, whichever way it comes: the form, the address, the socket.

A wrong key is answered after a pause, and many of them are an alarm; a console that is already in
is never slowed (DESIGN.md, section 5, "GET /console").
"""

import hmac
import time
from collections.abc import Callable

WRONG_KEY_PAUSE_S = 0.5


class KeyCheck:
    """Checks console keys. `on_wrong_key` is called for each wrong one; `pause(seconds)` waits, and
    holds up nobody but whoever asked."""

    def __init__(
        self,
        key: str,
        *,
        on_wrong_key: Callable[[], None] = lambda: None,
        pause: Callable[[float], None] = time.sleep,
    ):
        self._key, self._on_wrong_key, self._pause = key.encode(), on_wrong_key, pause

    def accepts(self, given: object) -> bool:
        """Whether this is the console key; takes the same time whatever is wrong about it."""
        if not isinstance(given, str):
            return False
        return hmac.compare_digest(given.encode(errors="replace"), self._key)

    def report_wrong(self) -> None:
        """Report a wrong key of somebody who is not in; returns after the pause."""
        self._on_wrong_key()
        self._pause(WRONG_KEY_PAUSE_S)
