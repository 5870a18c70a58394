"""Which facilitator works on what just now: kept in memory, gone when the console leaves."""

import msgspec

from facilitation.domain.refusals import Invalid

TOPICS_MOST = 50
ID_MAX = 64


class Presence:
    """Consoles are numbered in the order they came; a number stays with its console."""

    def __init__(self):
        self._numbers: dict[str, int] = {}
        self._open: dict[str, tuple[str, list[str]]] = {}

    def arrive(self, console: str) -> None:
        self._numbers.setdefault(console, len(self._numbers) + 1)

    def work(self, sid: str, console: str, message: object) -> None:
        """Note the topics that a console has open in a window: {"topics": [ids]}; [] for none."""
        topics = message.get("topics") if isinstance(message, dict) else None
        try:
            topics = msgspec.convert(topics, list[str])
        except msgspec.ValidationError as error:
            raise Invalid("refusal.not_an_act") from error
        if len(topics) > TOPICS_MOST or any(len(id) > ID_MAX for id in topics):
            raise Invalid("refusal.not_an_act")
        self._open.pop(sid, None)
        if topics:
            self._open[sid] = (console, topics)

    def leave(self, sid: str) -> None:
        self._open.pop(sid, None)

    def piece(self) -> list[dict]:
        """Return [{"console", "number", "topics"}], as consoles are shown it."""
        return [
            {"console": console, "number": self._numbers[console], "topics": topics}
            for console, topics in self._open.values()
        ]
