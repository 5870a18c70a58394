"""The open connections of all three screens, and the people behind those of the phones."""

from dataclasses import dataclass

from facilitation.domain.state import Participant
from facilitation.workshop import Caller

NAMESPACES = ("/phone", "/console", "/wall")


@dataclass(slots=True)
class Connection:
    """One connection. `caller` None may not act; `at` is the highest number it was sent.

    On a phone, `person` is the participant as last sent in `me` unasked, and `hidden` are the
    hidden topics that it may have been sent, as those of their author.
    """

    caller: Caller | None
    at: int = 0
    language: str = "de"
    hidden: frozenset[str] = frozenset()
    person: Participant | None = None


class Connections:
    """Connections by namespace and session id (`sid`); several may belong to one participant."""

    def __init__(self):
        self._connections: dict[str, dict[str, Connection]] = {name: {} for name in NAMESPACES}
        self._phones: dict[str, dict[str, Connection]] = {}

    def get(self, namespace: str, sid: str) -> Connection | None:
        return self._connections[namespace].get(sid)

    def add(self, namespace: str, sid: str, connection: Connection) -> None:
        """Add a connection: what it sends from now on is answered."""
        self._connections[namespace][sid] = connection

    def count_as_present(self, sid: str, connection: Connection) -> None:
        """Count a phone's participant as present; their own changes go to this connection too."""
        self._phones.setdefault(connection.caller.id, {})[sid] = connection

    def remove(self, namespace: str, sid: str) -> None:
        connection = self._connections[namespace].pop(sid, None)
        if connection is None or namespace != "/phone":
            return
        phones = self._phones.get(connection.caller.id, {})
        phones.pop(sid, None)
        if not phones:
            self._phones.pop(connection.caller.id, None)

    @property
    def present(self) -> int:
        """How many participants have at least one connection."""
        return len(self._phones)

    @property
    def people(self) -> set[str]:
        """The ids of the participants that have at least one connection."""
        return set(self._phones)

    def phones_of(self, participant: str) -> dict[str, Connection]:
        """Return the connections of a participant by session id."""
        return dict(self._phones.get(participant, {}))
