"""The three namespaces of the wire: connect, act, sync. Everything else is refused.

Handlers are dispatched here rather than by method name: a client may emit any event name, and
python-socketio would call the connect handler again for one that emits "connect".
"""

import json
import logging
from collections.abc import Callable

import msgspec
import socketio
from socketio.packet import Packet

from facilitation.refusals import Invalid, NotYours
from facilitation.workshop import Workshop
from screens import wording
from screens.live import Live
from screens.pace import Pace
from screens.replies import answered
from screens.seats import Seat, console_seat, phone_seat

log = logging.getLogger(__name__)


class WireJson:
    """The JSON of the wire: quick out (also what is encoded already), lenient in.

    Lone surrogates and NaN come through, so that the act they are in is refused in words.
    """

    @staticmethod
    def dumps(value: object, **_) -> str:
        return msgspec.json.encode(value).decode()

    @staticmethod
    def loads(text: str) -> object:
        return json.loads(text, parse_int=_whole_number)


def _whole_number(digits: str) -> int:
    return int(digits) if len(digits) < 40 else 10**40


class WirePacket(Packet):
    """A Socket.IO packet; nothing the server sends is binary, so it need not be searched."""

    uses_binary_events = False
    json = WireJson


class Face(socketio.Namespace):
    """One namespace: who sits where, and what they may send."""

    def __init__(self, namespace: str, workshop: Workshop, live: Live):
        super().__init__(namespace)
        self.workshop, self.live = workshop, live

    def trigger_event(self, event: str, *args):
        sid = args[0]
        environ = self.server.get_environ(sid, self.namespace)
        if event == "connect" and len(args) > 1 and args[1] is environ:
            return self._connect(sid, environ, args[2] if len(args) > 2 else None)
        if event == "disconnect" and not self.server.manager.is_connected(sid, self.namespace):
            return self.live.leave(self.namespace, sid)
        seat = self.live.seat(self.namespace, sid)
        if seat is None:
            return None
        message = args[1] if len(args) == 2 else None
        return answered(lambda: self._dispatch(event, seat, message), self.language(seat))

    def seat(self, environ: dict, auth: object) -> Seat:
        """Return the seat of whoever connects. Raises ConnectionRefusedError for a stranger."""
        raise NotImplementedError

    def language(self, seat: Seat) -> str:
        return "de"

    def act(self, seat: Seat, message: object) -> dict:
        return self.workshop.act(message, seat.caller)

    def _connect(self, sid: str, environ: dict, auth: object) -> None:
        seat = self.seat(environ, auth)
        self.server.start_background_task(self.live.welcome, self.namespace, sid, seat)

    def _dispatch(self, event: str, seat: Seat, message: object) -> dict:
        if event == "act":
            return self.act(seat, message)
        if event == "sync":
            since = message.get("since") if isinstance(message, dict) else None
            if isinstance(since, int) and not isinstance(since, bool) and since >= 0:
                return self.live.catch_up(self.namespace, seat, since)
        raise Invalid("refusal.not_an_act")


class PhoneFace(Face):
    """Participants."""

    def __init__(self, namespace: str, workshop: Workshop, live: Live):
        super().__init__(namespace, workshop, live)
        self._pace = Pace()

    def seat(self, environ: dict, auth: object) -> Seat:
        return phone_seat(self.workshop, auth, wording.known)

    def language(self, seat: Seat) -> str:
        return wording.known(self.workshop.state.participants[seat.caller.id].language)

    def act(self, seat: Seat, message: object) -> dict:
        self._pace.check(seat.caller.id, message)
        if isinstance(message, dict) and message.get("do") == "set_language":
            message = {**message, "language": wording.known(message.get("language"))}
        return self.workshop.act(message, seat.caller)


class ConsoleFace(Face):
    """Facilitators, by key or by the session of their browser."""

    def __init__(
        self, workshop: Workshop, live: Live, key: str, session: Callable[[dict], str | None]
    ):
        super().__init__("/console", workshop, live)
        self._key, self._session = key, session

    def seat(self, environ: dict, auth: object) -> Seat:
        seat = console_seat(auth, key=self._key, session=self._session(environ))
        if seat is None:
            raise socketio.exceptions.ConnectionRefusedError(wording.say("refusal.key", "de"))
        return seat


class WallFace(Face):
    """The projector, which acts on nothing."""

    def seat(self, environ: dict, auth: object) -> Seat:
        return Seat(None)

    def act(self, seat: Seat, message: object) -> dict:
        raise NotYours("refusal.wall_acts")


def mount(
    server: socketio.Server,
    workshop: Workshop,
    live: Live,
    *,
    console_key: str,
    console_session: Callable[[dict], str | None] = lambda environ: None,
) -> None:
    """Let the server speak the wire. `console_session` names the session of a request, if any."""
    server.packet_class = WirePacket
    server.register_namespace(PhoneFace("/phone", workshop, live))
    server.register_namespace(ConsoleFace(workshop, live, console_key, console_session))
    server.register_namespace(WallFace("/wall", workshop, live))
    heard = server.eio.handlers["message"]

    def unless_garbled(eio_sid: str, data: object) -> None:
        try:
            heard(eio_sid, data)
        except Exception as error:
            log.info("A frame that is none of the wire's: %s", type(error).__name__)

    server.eio.handlers["message"] = unless_garbled
    live.start()
