"""The three namespaces of the wire: connect, act, sync. Everything else is refused.

Handlers are dispatched here rather than by method name: a client may emit any event name, and
python-socketio would call the connect handler again for one that emits "connect".
"""

import json
import logging
import re
from collections import Counter
from collections.abc import Callable

import msgspec
import socketio
from socketio.packet import ACK, Packet

from facilitation.domain.refusals import Invalid, NotYours, Refusal, TooFast
from facilitation.workshop import Workshop
from screens import wording
from screens.limits.key_check import Knocks
from screens.limits.rate_limits import Pace
from screens.replies import answered, refused
from screens.wire.authentication import Seat, console_seat, phone_seat
from screens.wire.connections import Live
from screens.wire.transport import inbound

log = logging.getLogger(__name__)

UNANSWERED_MAX = 1_000
"""So many acts of one connection may wait for their answers."""

UNREAD_MAX_CHARS = 2_000_000
"""So much may wait for a reader who asks for still more."""

ATTACHMENTS_MAX = 4

_ASKED = re.compile(r"2(/phone|/console|/wall),(\d{1,15})")


Echoes = Callable[[str, str], dict]
"""From a contribution and its author to what screens/jobs/suggestions.py tells about it."""


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
    """A Socket.IO packet; nothing the server sends is binary, so it need not be searched.

    Nor has any act a binary part: a packet that announces many is not waited for.
    """

    uses_binary_events = False
    json = WireJson

    def decode(self, encoded_packet: str) -> int:
        attachments = super().decode(encoded_packet)
        if attachments > ATTACHMENTS_MAX:
            raise ValueError("Too many attachments")
        return attachments


class Face(socketio.Namespace):
    """One namespace: who sits where, and what they may send."""

    def __init__(self, namespace: str, workshop: Workshop, live: Live, pace: Pace):
        super().__init__(namespace)
        self.workshop, self.live, self.pace = workshop, live, pace
        self._unanswered: Counter[str] = Counter()

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
        self._unanswered[sid] += 1
        try:
            return answered(lambda: self._dispatch(event, sid, seat, message), self.language(seat))
        finally:
            self._unanswered[sid] -= 1
            if not self._unanswered[sid]:
                del self._unanswered[sid]

    def seat(self, environ: dict, auth: object) -> Seat:
        """Return the seat of whoever connects. Raises ConnectionRefusedError for a stranger."""
        raise NotImplementedError

    def since(self, seat: Seat, auth: dict) -> int:
        """Return what somebody who comes back has seen already, 0 for a newcomer."""
        return self.live.known_since(auth)

    def language(self, seat: Seat) -> str:
        return seat.language

    def act(self, seat: Seat, message: object) -> dict:
        return self.workshop.act(message, seat.caller)

    def _connect(self, sid: str, environ: dict, auth: object) -> None:
        try:
            self.pace.check_seat(self.server.manager.eio_sid_from_sid(sid, self.namespace))
        except TooFast as refusal:
            raise _turned_away(refusal, auth) from refusal
        seat = self.seat(environ, auth)
        self.live.sit(self.namespace, sid, seat)
        since = self.since(seat, auth if isinstance(auth, dict) else {})
        self.server.start_background_task(self.live.welcome, self.namespace, sid, seat, since)

    def _dispatch(self, event: str, sid: str, seat: Seat, message: object) -> dict:
        if event == "act":
            if self._unanswered[sid] > UNANSWERED_MAX:
                raise TooFast("refusal.too_fast")
            return self.act(seat, message)
        if event == "sync":
            since = message.get("since") if isinstance(message, dict) else None
            if isinstance(since, int) and not isinstance(since, bool) and since >= 0:
                self._unless_unread(sid)
                return self.live.catch_up(self.namespace, seat, since)
        raise Invalid("refusal.not_an_act")

    def _unless_unread(self, sid: str) -> None:
        eio_sid = self.server.manager.eio_sid_from_sid(sid, self.namespace)
        if inbound.unread(self.server, eio_sid) > UNREAD_MAX_CHARS:
            raise TooFast("refusal.too_fast")


class PhoneFace(Face):
    """Participants. `echoes` says what others wrote that is like a contribution of one's own."""

    def __init__(self, workshop: Workshop, live: Live, pace: Pace, echoes: Echoes):
        super().__init__("/phone", workshop, live, pace)
        self._echoes = echoes

    def _dispatch(self, event: str, sid: str, seat: Seat, message: object) -> dict:
        if event != "echoes":
            return super()._dispatch(event, sid, seat, message)
        contribution = message.get("contribution") if isinstance(message, dict) else None
        if not isinstance(contribution, str):
            raise Invalid("refusal.not_an_act")
        self._unless_unread(sid)
        return {"ok": True, **self._echoes(contribution, seat.caller.id)}

    def seat(self, environ: dict, auth: object) -> Seat:
        return phone_seat(self.workshop, auth, wording.known)

    def since(self, seat: Seat, auth: dict) -> int:
        """What one person saw is nothing to another."""
        person = self.workshop.state.participants[seat.caller.id]
        return super().since(seat, auth) if auth.get("token") == person.token else 0

    def language(self, seat: Seat) -> str:
        return wording.known(self.workshop.state.participants[seat.caller.id].language)

    def act(self, seat: Seat, message: object) -> dict:
        self.pace.check(seat.caller.id, message)
        if isinstance(message, dict) and message.get("do") == "set_language":
            language = message.get("language")
            if isinstance(language, str):
                message = {**message, "language": wording.known(language)}
        return self.workshop.act(message, seat.caller)


class ConsoleFace(Face):
    """Facilitators, by key or by the session of their browser."""

    def __init__(
        self,
        workshop: Workshop,
        live: Live,
        pace: Pace,
        knocks: Knocks,
        session: Callable[[dict], str | None],
    ):
        super().__init__("/console", workshop, live, pace)
        self._knocks, self._session = knocks, session

    def seat(self, environ: dict, auth: object) -> Seat:
        seat = console_seat(auth, opens=self._knocks.opens, session=self._session(environ))
        if seat is None:
            if isinstance(auth, dict) and auth.get("key"):
                self._knocks.was_wrong()
            raise _turned_away(NotYours("refusal.key"), auth)
        seat.language = wording.known(seat.language)
        return seat

    def _dispatch(self, event: str, sid: str, seat: Seat, message: object) -> dict:
        """Beside acts: `preview` of a merge or split, and what this console is `working` on."""
        if event == "preview":
            return {"ok": True, **self.workshop.preview(message, seat.caller)}
        if event == "working":
            self.live.work(sid, seat, message)
            return {"ok": True}
        return super()._dispatch(event, sid, seat, message)


class WallFace(Face):
    """The projector, which acts on nothing."""

    def seat(self, environ: dict, auth: object) -> Seat:
        language = auth.get("language") if isinstance(auth, dict) else None
        return Seat(None, language=wording.known(language))

    def act(self, seat: Seat, message: object) -> dict:
        raise NotYours("refusal.wall_acts")


def _turned_away(refusal: Refusal, auth: object) -> socketio.exceptions.ConnectionRefusedError:
    """Return what turns somebody away at the door, with a sentence in their language."""
    language = wording.known(auth.get("language") if isinstance(auth, dict) else None)
    return socketio.exceptions.ConnectionRefusedError(
        wording.say(refusal.key, language, **refusal.gaps)
    )


def mount(
    server: socketio.Server,
    workshop: Workshop,
    live: Live,
    *,
    knocks: Knocks,
    console_session: Callable[[dict], str | None] = lambda environ: None,
    echoes: Echoes,
) -> None:
    """Let the server speak the wire. `console_session` names the session of a request, if any."""
    server.packet_class = WirePacket
    pace = Pace()
    server.register_namespace(PhoneFace(workshop, live, pace, echoes))
    server.register_namespace(ConsoleFace(workshop, live, pace, knocks, console_session))
    server.register_namespace(WallFace("/wall", workshop, live, pace))
    server.namespaces = list(server.namespace_handlers)
    heard = server.eio.handlers["message"]

    def unless_garbled(eio_sid: str, data: object) -> None:
        if isinstance(data, str):
            server._binary_packet.pop(eio_sid, None)  # its binary part did not come
        try:
            heard(eio_sid, data)
        except Exception as error:
            log.info("A frame that is none of the wire's: %s", type(error).__name__)
            server._binary_packet.pop(eio_sid, None)
            _answer_garbled(server, eio_sid, data)

    server.eio.handlers["message"] = unless_garbled
    inbound.watch(server)
    live.start()


def _answer_garbled(server: socketio.Server, eio_sid: str, data: object) -> None:
    """Answer an event that asked for an answer but cannot be read, such as broken JSON."""
    asked = _ASKED.match(data) if isinstance(data, str) else None
    if asked and server.manager.sid_from_eio_sid(eio_sid, asked[1]):
        answer = refused(Invalid("refusal.not_an_act"), wording.ORIGINAL)
        packet = WirePacket(ACK, namespace=asked[1], id=int(asked[2]), data=[answer])
        server._send_packet(eio_sid, packet)
