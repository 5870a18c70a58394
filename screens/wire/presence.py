"""Which console has which topics open: kept in memory, gone when the console leaves."""

import msgspec

from facilitation.domain.refusals import Invalid

TOPICS_MAX = 50
ID_MAX_CHARS = 64


class Presence:
    """Consoles are numbered in the order they came; a number stays with its console."""

    def __init__(self):
        self._numbers: dict[str, int] = {}
        self._open: dict[str, tuple[str, list[str]]] = {}

    def add_console(self, console: str) -> None:
        self._numbers.setdefault(console, len(self._numbers) + 1)

    def set_topics(self, sid: str, console: str, message: object) -> None:
        """Note the topics a console has open in a dialog: {"topics": [ids]}. Raises Invalid."""
        topics = message.get("topics") if isinstance(message, dict) else None
        try:
            topics = msgspec.convert(topics, list[str])
        except msgspec.ValidationError as error:
            raise Invalid("refusal.not_an_act") from error
        if len(topics) > TOPICS_MAX or any(len(id) > ID_MAX_CHARS for id in topics):
            raise Invalid("refusal.not_an_act")
        self._open.pop(sid, None)
        if topics:
            self._open[sid] = (console, topics)

    def remove(self, sid: str) -> None:
        self._open.pop(sid, None)

    def serialise(self) -> list[dict]:
        """Return [{"console", "number", "topics"}], the view key `working`."""
        return [
            {"console": console, "number": self._numbers[console], "topics": topics}
            for console, topics in self._open.values()
        ]
