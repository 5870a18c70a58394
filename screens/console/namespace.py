"""The namespace of the consoles: facilitators, by key or by the session of their browser."""

from collections.abc import Callable

from facilitation.domain.refusals import NotYours
from screens import wording
from screens.limits.key_check import KeyCheck
from screens.wire.authentication import authenticate_console
from screens.wire.connections import Connection
from screens.wire.namespaces import ScreenNamespace, WireContext, connection_refused

SessionOf = Callable[[dict], str | None]
"""From the WSGI environ of a request to its console session, if it has one."""


class ConsoleNamespace(ScreenNamespace):
    """Facilitators. A wrong key is reported, and refused after a pause."""

    def __init__(self, context: WireContext, key_check: KeyCheck, session_of: SessionOf):
        super().__init__("/console", context)
        self._key_check, self._session_of = key_check, session_of

    def authenticate(self, environ: dict, auth: object) -> Connection:
        connection = authenticate_console(
            auth, is_key=self._key_check.accepts, session=self._session_of(environ)
        )
        if connection is None:
            if isinstance(auth, dict) and auth.get("key"):
                self._key_check.report_wrong()
            raise connection_refused(NotYours("refusal.key"), auth)
        connection.language = wording.known(connection.language)
        return connection

    def dispatch(self, event: str, sid: str, connection: Connection, message: object) -> dict:
        """Beside acts: `preview` of a merge or split, and what this console is `working` on."""
        if event == "preview":
            return {"ok": True, **self.workshop.preview(message, connection.caller)}
        if event == "working":
            self.sync.set_working(sid, connection, message)
            return {"ok": True}
        return super().dispatch(event, sid, connection, message)
