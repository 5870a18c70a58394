"""What comes in before it is a message: frames that are none of the wire's end their connection.

The libraries below look into a frame before anybody here is asked, and answer some garbage with a
traceback. Whoever reads too slowly, or asks for more than they read, is looked after here too: what
waits for one connection is bounded.
"""

import binascii
import io
import socket
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from itertools import count, islice

import socketio
from engineio.payload import Payload

UNSENT_MAX_PACKETS = 4_000
UNSENT_MAX_CHARS = 8_000_000
FRAMES_A_TURN = 16
GO_OUT_NEXT = 300
LOOK_EVERY_S = 1.0
PACKETS_A_POST = 500
CONTROL_MAX_CHARS = 64


def is_packet(frame: str | bytes) -> bool:
    """Whether a frame is an Engine.IO packet; a message in it must begin as Socket.IO's do."""
    if isinstance(frame, bytes):
        return True
    if frame[:1] == "4":
        return frame[1:2] in set("0123456")
    return frame[:1] in set("12356") and len(frame) <= CONTROL_MAX_CHARS and frame.isalnum()


def watch(server: socketio.Server) -> None:
    """Have every connection's frames looked at, and let go of those who do not read."""
    library = server.eio._async["websocket"]

    def rest() -> None:
        server.sleep(0)

    class Watched(library):
        def __init__(self, handler, eio):
            super().__init__(lambda wire: handler(_watched(wire, handler.__self__, rest)), eio)

    server.eio._async = {**server.eio._async, "websocket": Watched}
    server.eio.logger.addFilter(lambda record: record.exc_info or record.levelname != "ERROR")
    Payload.max_decode_packets = PACKETS_A_POST
    server.start_background_task(_let_go_for_ever, server)


def _watched(wire, connection, rest: Callable[[], None]):
    """Let garbage look like a hang-up; remember the wire, to be able to cut it.

    Somebody who sends without a pause must not keep all others waiting: after a few frames it is
    their turn.
    """
    wait, numbers = wire.wait, count(1)

    def checked() -> str | bytes | None:
        if next(numbers) % FRAMES_A_TURN == 0:
            rest()
        frame = wait()
        if frame is None or connection.closed or not is_packet(frame):
            return None
        return frame

    wire.wait, connection.wire = checked, wire
    return wire


def unread(server: socketio.Server, eio_sid: str) -> int:
    """Return how many characters wait for a connection, of those that go out next."""
    connection = server.eio.sockets.get(eio_sid)
    return 0 if connection is None else _chars(connection, GO_OUT_NEXT)


def _chars(connection, packets: int | None = None) -> int:
    """Count what waits in the library's queue, or where a connection writes for itself, there."""
    if connection.queue.empty():
        return getattr(connection, "waiting_bytes", 0)
    waiting = islice(connection.queue.queue, packets)
    return sum(len(packet.data or "") for packet in waiting if packet)


def _let_go_for_ever(server: socketio.Server) -> None:
    while True:
        server.sleep(LOOK_EVERY_S)
        for connection in list(server.eio.sockets.values()):
            packets = connection.queue.qsize()
            if packets > UNSENT_MAX_PACKETS or _chars(connection) > UNSENT_MAX_CHARS:
                _cut(connection)


def _cut(connection) -> None:
    """End a connection without waiting for its reader, and forget what was to be sent."""
    connection.queue.queue.clear()
    connection.close(wait=False, abort=True)
    wire = getattr(connection, "wire", None)
    if wire is not None:
        with suppress(OSError):  # it may be gone already
            wire.socket.shutdown(socket.SHUT_RDWR)


def without_garbage(site):
    """Refuse the posts of the polling transport that the library would stumble over."""

    def wrapped(environ, start_response):
        if environ["REQUEST_METHOD"] == "POST" and environ["PATH_INFO"].startswith("/socket.io"):
            body = _body(environ)
            if body is None:
                start_response("400 Bad Request", [("Content-Type", "text/plain")])
                return [b"Bad Request"]
            environ["wsgi.input"] = io.BytesIO(body)
        return site(environ, start_response)

    return wrapped


def _body(environ: dict, most: int = 100_000) -> bytes | None:
    """Return the body of a post whose every packet is one; None for anything else."""
    try:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if not 0 <= length <= most:
            return None
        body = environ["wsgi.input"].read(length)
        packets = body.decode().split("\x1e") if body else []
        if len(packets) > PACKETS_A_POST or not all(_is_posted(packet) for packet in packets):
            return None
        return body
    except (ValueError, OSError):
        return None


def _is_posted(packet: str) -> bool:
    if packet[:1] != "b":
        return is_packet(packet)
    try:
        b64decode(packet[1:])
    except binascii.Error:
        return False
    return True
