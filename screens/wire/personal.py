"""What goes to one participant alone: `me`, and the hidden topics they see as an author."""

from facilitation.domain.state import WorkshopState
from facilitation.workshop import Workshop
from screens.views.audience import Audience
from screens.views.touched import touched_ids
from screens.wire.audiences import Audiences
from screens.wire.connections import Connection, Connections


def me_of(audience: Audience, connection: Connection) -> dict:
    """Return the `me` of a connection's participant."""
    return audience.view.me(audience.state, audience.state.participants[connection.caller.id])


def note_sent(audience: Audience, connection: Connection) -> None:
    """Note that a connection has its participant's part as it is now: ticks need not repeat it.

    Not for the answer to a `sync`, which may have been for a look.
    """
    connection.person = audience.state.participants[connection.caller.id]


def add_hidden_topics(change: dict, audience: Audience, connection: Connection) -> None:
    """Add the hidden topics that an author may see, and null for those no longer theirs.

    One that everybody sees again is as everybody sees it.
    """
    hidden = change["me"]["hidden"]
    gone = connection.hidden - hidden.keys()
    visible = {id: (audience.topics.get(id) or (None,))[0] for id in gone}
    if hidden or visible:
        change["topics"] = {**change.get("topics", {}), **visible, **hidden}


class PendingPeople:
    """The connected participants whose own part changed since they were last sent it."""

    def __init__(self, workshop: Workshop, connections: Connections, audiences: Audiences):
        self._workshop, self._connections, self._audiences = workshop, connections, audiences
        self._pending: set[str] = set()
        self._collected_at = workshop.state

    def __bool__(self) -> bool:
        return bool(self._pending)

    def take(self) -> set[str]:
        """Return the ids of those who need a new `me`; they count as served."""
        pending, self._pending = self._pending, set()
        return pending

    def collect(self, after: WorkshopState) -> None:
        """Add those whose own part differs between the state last collected at and this one."""
        before, self._collected_at = self._collected_at, after
        touched = self._audiences.take_touched_topics()
        if before is after:
            return
        if before.settings is not after.settings or before.sealed != after.sealed:
            self._pending.update(self._connections.people)
            return
        if before.participants is not after.participants:
            self._pending.update(self._changed_people(before, after))
        for id in touched:
            for topic in (before.topics.get(id), after.topics.get(id)):
                if topic is not None and topic.hidden is not None:
                    self._pending.update(after.contributions[c].author for c in topic.contributions)

    def _changed_people(self, before: WorkshopState, after: WorkshopState) -> list[str]:
        touched = touched_ids(self._workshop.rows_since(before.at))
        present = self._connections.people
        people = present if touched is None else touched.people & present
        return [who for who in people if self._is_behind(who, after)]

    def _is_behind(self, who: str, state: WorkshopState) -> bool:
        person = state.participants.get(who)
        phones = self._connections.phones_of(who)
        return any(connection.person is not person for connection in phones.values())
