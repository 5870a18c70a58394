"""What citizens and facilitators have in common: a line to the server, and how they try an act."""

import threading
import time
from collections.abc import Callable

from screens.rehearsal.client import Line
from screens.rehearsal.scenario import Hall

TRIES = 3
SETTLE_S = 0.3  # what an act was refused for may be decided, but not on disk and in no view yet


class Player(threading.Thread):
    """Somebody in the hall who acts by what their own screen shows."""

    def __init__(self, hall: Hall, line: Line, name: str):
        super().__init__(name=name, daemon=True)
        self.hall, self.line, self.is_in = hall, line, False

    def come(self) -> bool:
        """Connect and take the first view; False, and a fault, where that does not work."""
        try:
            self.line.open()
        except (ConnectionError, TimeoutError) as error:
            self.hall.account.fault("rehearse.fault_not_in", what=str(error))
            self.is_in = False
            return False
        self.is_in = True
        return True

    def try_(self, kind: str, offered: Callable[[], object], **fields) -> dict | None:
        """Act if `offered()` by the view; return the answer, or None if it was refused.

        A refusal is right where a fresh view no longer offers the act. Where it still does, the
        act is tried again with its id, and then it is a fault.
        """
        id = self.line.new_id()
        answer: dict = {}
        for attempt in range(TRIES):
            if attempt and not offered():
                return None
            answer = self.line.act(kind, id, **fields)
            if not answer or answer["ok"]:
                return answer or None
            time.sleep(SETTLE_S)
            self.line.sync()
        if offered():
            self.hall.account.fault(
                "rehearse.fault_refused", kind=kind, message=answer.get("message", "")
            )
        return None
