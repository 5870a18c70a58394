"""What one connection is sent to be up to date: its first view, and answers to `sync`."""

import socketio

from facilitation.domain.deciding.facts import random_id
from screens.views.audience import Audience
from screens.wire.ambient import Ambient
from screens.wire.audiences import Audiences
from screens.wire.connections import Connection, Connections
from screens.wire.personal import add_hidden_topics, me_of, note_sent
from screens.wire.presence import Presence
from screens.wire.ticks import ROOM
from screens.wire.transport.socket_writer import send


class Sync:
    """Brings connections up to date as they come, and keeps the counts of who is there."""

    def __init__(
        self,
        server: socketio.Server,
        connections: Connections,
        ambient: Ambient,
        audiences: Audiences,
    ):
        self._server, self._connections, self._audiences = server, connections, audiences
        self._ambient, self._presence = ambient, Presence()
        self._run = random_id("r")

    def add(self, namespace: str, sid: str, connection: Connection) -> None:
        """Add a connection: what it sends from now on is answered."""
        self._connections.add(namespace, sid, connection)
        if namespace == "/console":
            self._presence.add_console(connection.caller.id)

    def send_first(self, namespace: str, sid: str, connection: Connection, since: int = 0) -> None:
        """Send a connection its first view, or what changed `since`; ticks follow from then on."""
        if not self._server.manager.is_connected(sid, namespace):
            self.remove(namespace, sid)
            return
        if namespace == "/phone":
            self._connections.count_as_present(sid, connection)
        self._server.enter_room(sid, ROOM, namespace=namespace)
        self._ambient.set(connected=self._connections.present)
        audience = self._audiences.current(namespace)
        first = self._content(audience, namespace, connection, since)
        if namespace == "/phone":
            note_sent(audience, connection)
        send(self._server, namespace, sid, "change" if "from" in first else "view", first)

    def remove(self, namespace: str, sid: str) -> None:
        self._connections.remove(namespace, sid)
        if namespace == "/console":
            self._presence.remove(sid)
            self._ambient.set(working=self._presence.serialise())
        self._ambient.set(connected=self._connections.present)

    def set_working(self, sid: str, connection: Connection, message: object) -> None:
        """Show the other consoles what a facilitator works on. Raises Invalid."""
        self._presence.set_topics(sid, connection.caller.id, message)
        self._ambient.set(working=self._presence.serialise())

    def known_since(self, auth: dict) -> int:
        """Return up to which number a returning client has seen everything; 0 where unknown.

        Numbers only count within one run: a backup may have been restored in between.
        """
        since = auth.get("since")
        known = auth.get("run") == self._run and type(since) is int and since > 0
        return since if known else 0

    def catch_up(self, namespace: str, connection: Connection, since: int) -> dict:
        """Return what the answer to a `sync` holds: a change since that number, or a view.

        Ticks bring the same once more: the answer may have been for a look.
        """
        return self._content(self._audiences.current(namespace), namespace, connection, since)

    def _content(
        self, audience: Audience, namespace: str, connection: Connection, since: int
    ) -> dict:
        content = audience.since(since) if since else None
        if content is None:
            content = {**audience.whole(), "run": self._run}
        if namespace == "/phone":
            self._add_own_part(content, audience, connection)
        connection.at = max(connection.at, audience.state.at)
        return content

    def _add_own_part(self, content: dict, audience: Audience, connection: Connection) -> None:
        content["me"] = me_of(audience, connection)
        hidden = content["me"]["hidden"]
        if "from" in content:
            add_hidden_topics(content, audience, connection)
        elif hidden:
            shown = audience.topics.items()
            topics = {id: topic for id, (topic, _) in shown if topic is not None}
            content["topics"] = {**topics, **hidden}
        connection.hidden |= hidden.keys()
