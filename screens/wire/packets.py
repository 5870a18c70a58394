"""Socket.IO packets of this wire: JSON alone, and an answer even to what cannot be read."""

import json
import logging
import re

import msgspec
import socketio
from socketio.packet import ACK, Packet

from facilitation.domain.refusals import Invalid
from screens import wording
from screens.replies import refused

log = logging.getLogger(__name__)

ATTACHMENTS_MAX = 4
INT_MAX_DIGITS = 40
EVENT_WITH_ACK = re.compile(r"2(/phone|/console|/wall),(\d{1,15})")
"""An event that asks for an acknowledgement: its namespace, and the number to acknowledge."""


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
    return int(digits) if len(digits) < INT_MAX_DIGITS else 10**INT_MAX_DIGITS


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


def install(server: socketio.Server) -> None:
    """Let the server use these packets, and answer an event whose data cannot be read."""
    server.packet_class = WirePacket
    handle = server.eio.handlers["message"]

    def receive(eio_sid: str, data: object) -> None:
        if isinstance(data, str):
            server._binary_packet.pop(eio_sid, None)  # its binary part did not come
        try:
            handle(eio_sid, data)
        except Exception as error:
            log.info("A frame that is none of the wire's: %s", type(error).__name__)
            server._binary_packet.pop(eio_sid, None)
            _answer_unreadable(server, eio_sid, data)

    server.eio.handlers["message"] = receive


def _answer_unreadable(server: socketio.Server, eio_sid: str, data: object) -> None:
    """Answer an event that asked for an answer but cannot be read, such as broken JSON."""
    event = EVENT_WITH_ACK.match(data) if isinstance(data, str) else None
    if event and server.manager.sid_from_eio_sid(eio_sid, event[1]):
        answer = refused(Invalid("refusal.not_an_act"), wording.ORIGINAL)
        packet = WirePacket(ACK, namespace=event[1], id=int(event[2]), data=[answer])
        server._send_packet(eio_sid, packet)
