"""What citizens and facilitators have in common: a client, and how they try an act."""

import threading
import time
from collections.abc import Callable

from screens.rehearsal.client import Client
from screens.rehearsal.scenario import Rehearsal

TRIES = 3
SETTLE_S = 0.3  # what an act was refused for may be decided, but not on disk and in no view yet


class Actor(threading.Thread):
    """Somebody in the rehearsal who acts by what their own screen shows."""

    def __init__(self, rehearsal: Rehearsal, client: Client, name: str):
        super().__init__(name=name, daemon=True)
        self.rehearsal, self.client, self.is_connected = rehearsal, client, False

    def connect(self) -> bool:
        """Connect and take the first view; False, and a fault, where that does not work."""
        try:
            self.client.open()
        except (ConnectionError, TimeoutError) as error:
            self.rehearsal.report.fault("rehearse.fault_not_in", what=str(error))
            self.is_connected = False
            return False
        self.is_connected = True
        return True

    def try_(self, kind: str, offered: Callable[[], object], **fields) -> dict | None:
        """Act if `offered()` by the view; return the answer, or None if it was refused.

        A refusal is right where a fresh view no longer offers the act. Where it still does, the
        act is tried again with its id, and then it is a fault.
        """
        id = self.client.new_id()
        answer: dict = {}
        for attempt in range(TRIES):
            if attempt and not offered():
                return None
            answer = self.client.act(kind, id, **fields)
            if not answer or answer["ok"]:
                return answer or None
            time.sleep(SETTLE_S)
            self.client.sync()
        if offered():
            self.rehearsal.report.fault(
                "rehearse.fault_refused", kind=kind, message=answer.get("message", "")
            )
        return None
