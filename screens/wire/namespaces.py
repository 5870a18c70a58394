"""What the namespaces of the three screens share: connect, act, sync. Everything else is refused.

Handlers are dispatched here rather than by method name: a client may emit any event name, and
python-socketio would call the connect handler again for one that emits "connect".
"""

from collections import Counter
from dataclasses import dataclass

import socketio

from facilitation.domain.refusals import Invalid, Refusal, TooFast
from facilitation.workshop import Workshop
from screens import wording
from screens.limits.rate_limits import RateLimiter
from screens.replies import answered
from screens.wire.connections import Connection, Connections
from screens.wire.sync import Sync
from screens.wire.transport import inbound

UNANSWERED_MAX = 1_000
"""So many acts of one connection may wait for their answers."""

UNREAD_MAX_CHARS = 2_000_000
"""So much may wait for a reader who asks for still more."""


@dataclass(frozen=True)
class WireContext:
    """What every namespace works with."""

    workshop: Workshop
    connections: Connections
    sync: Sync
    rate_limiter: RateLimiter


class ScreenNamespace(socketio.Namespace):
    """One namespace: who is connected, and what they may send."""

    def __init__(self, namespace: str, context: WireContext):
        super().__init__(namespace)
        self.workshop, self.sync = context.workshop, context.sync
        self.rate_limiter = context.rate_limiter
        self._connections = context.connections
        self._unanswered: Counter[str] = Counter()

    def trigger_event(self, event: str, *args):
        sid = args[0]
        environ = self.server.get_environ(sid, self.namespace)
        if event == "connect" and len(args) > 1 and args[1] is environ:
            return self._connect(sid, environ, args[2] if len(args) > 2 else None)
        if event == "disconnect" and not self.server.manager.is_connected(sid, self.namespace):
            return self.sync.remove(self.namespace, sid)
        connection = self._connections.get(self.namespace, sid)
        if connection is None:
            return None
        message = args[1] if len(args) == 2 else None
        self._unanswered[sid] += 1
        try:
            return answered(
                lambda: self.dispatch(event, sid, connection, message), self.language(connection)
            )
        finally:
            self._unanswered[sid] -= 1
            if not self._unanswered[sid]:
                del self._unanswered[sid]

    def authenticate(self, environ: dict, auth: object) -> Connection:
        """Return who connects. Raises ConnectionRefusedError for strangers."""
        raise NotImplementedError

    def since(self, connection: Connection, auth: dict) -> int:
        """Return what a returning client has seen already, 0 for a newcomer."""
        return self.sync.known_since(auth)

    def language(self, connection: Connection) -> str:
        return connection.language

    def act(self, connection: Connection, message: object) -> dict:
        return self.workshop.act(message, connection.caller)

    def dispatch(self, event: str, sid: str, connection: Connection, message: object) -> dict:
        """Return the answer to one event. Raises a Refusal."""
        if event == "act":
            if self._unanswered[sid] > UNANSWERED_MAX:
                raise TooFast("refusal.too_fast")
            return self.act(connection, message)
        if event == "sync":
            since = message.get("since") if isinstance(message, dict) else None
            if isinstance(since, int) and not isinstance(since, bool) and since >= 0:
                self.refuse_if_unread(sid)
                return self.sync.catch_up(self.namespace, connection, since)
        raise Invalid("refusal.not_an_act")

    def refuse_if_unread(self, sid: str) -> None:
        """Raise TooFast for a client that asks for more while much waits for it to be read."""
        if inbound.unread(self.server, self._engine_sid(sid)) > UNREAD_MAX_CHARS:
            raise TooFast("refusal.too_fast")

    def _connect(self, sid: str, environ: dict, auth: object) -> None:
        try:
            self.rate_limiter.check_connection(self._engine_sid(sid))
        except TooFast as refusal:
            raise connection_refused(refusal, auth) from refusal
        connection = self.authenticate(environ, auth)
        self.sync.add(self.namespace, sid, connection)
        since = self.since(connection, auth if isinstance(auth, dict) else {})
        self.server.start_background_task(
            self.sync.send_first, self.namespace, sid, connection, since
        )

    def _engine_sid(self, sid: str) -> str:
        return self.server.manager.eio_sid_from_sid(sid, self.namespace)


def connection_refused(
    refusal: Refusal, auth: object
) -> socketio.exceptions.ConnectionRefusedError:
    """Return what refuses a connection, with a sentence in the client's language."""
    language = wording.known(auth.get("language") if isinstance(auth, dict) else None)
    return socketio.exceptions.ConnectionRefusedError(
        wording.say(refusal.key, language, **refusal.gaps)
    )
