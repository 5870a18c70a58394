"""Guards what comes in before it is a message, and bounds what waits to go out.

The libraries below parse a frame before any handler of ours is called, and answer some garbage with
a traceback: a frame that is no Engine.IO packet ends its connection here. A client that reads too
slowly, or asks for more than it reads, is dropped.
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
FRAMES_BEFORE_YIELD = 16
NEXT_PACKETS = 300
CHECK_EVERY_S = 1.0
PACKETS_PER_POST = 500
CONTROL_MAX_CHARS = 64


def is_packet(frame: str | bytes) -> bool:
    """Whether a frame is an Engine.IO packet; a message in it must begin as Socket.IO's do."""
    if isinstance(frame, bytes):
        return True
    if frame[:1] == "4":
        return frame[1:2] in set("0123456")
    return frame[:1] in set("12356") and len(frame) <= CONTROL_MAX_CHARS and frame.isalnum()


def guard(server: socketio.Server) -> None:
    """Check every connection's frames, and drop those who do not read."""
    library = server.eio._async["websocket"]

    def yield_to_others() -> None:
        server.sleep(0)

    class GuardedWebSocket(library):
        def __init__(self, handler, eio):
            connection = handler.__self__
            super().__init__(lambda ws: handler(_guarded(ws, connection, yield_to_others)), eio)

    server.eio._async = {**server.eio._async, "websocket": GuardedWebSocket}
    server.eio.logger.addFilter(lambda record: record.exc_info or record.levelname != "ERROR")
    Payload.max_decode_packets = PACKETS_PER_POST
    server.start_background_task(_drop_slow_readers, server)


def _guarded(websocket, connection, yield_to_others: Callable[[], None]):
    """Let garbage look like a hang-up; remember the WebSocket, to be able to shut it down.

    A client that sends without a pause must not keep all others waiting: after a few frames the
    loop goes on to them.
    """
    wait, numbers = websocket.wait, count(1)

    def checked() -> str | bytes | None:
        if next(numbers) % FRAMES_BEFORE_YIELD == 0:
            yield_to_others()
        frame = wait()
        if frame is None or connection.closed or not is_packet(frame):
            return None
        return frame

    websocket.wait, connection.websocket = checked, websocket
    return websocket


def unread(server: socketio.Server, eio_sid: str) -> int:
    """Return how many characters wait for a connection, of those that go out next."""
    connection = server.eio.sockets.get(eio_sid)
    return 0 if connection is None else _chars(connection, NEXT_PACKETS)


def _chars(connection, packets: int | None = None) -> int:
    """Count what waits in the library's queue, or where a connection writes for itself, there."""
    if connection.queue.empty():
        return getattr(connection, "waiting_bytes", 0)
    waiting = islice(connection.queue.queue, packets)
    return sum(len(packet.data or "") for packet in waiting if packet)


def _drop_slow_readers(server: socketio.Server) -> None:
    while True:
        server.sleep(CHECK_EVERY_S)
        for connection in list(server.eio.sockets.values()):
            packets = connection.queue.qsize()
            if packets > UNSENT_MAX_PACKETS or _chars(connection) > UNSENT_MAX_CHARS:
                _drop(connection)


def _drop(connection) -> None:
    """End a connection without waiting for its reader, and forget what was to be sent."""
    connection.queue.queue.clear()
    connection.close(wait=False, abort=True)
    websocket = getattr(connection, "websocket", None)
    if websocket is not None:
        with suppress(OSError):  # it may be gone already
            websocket.socket.shutdown(socket.SHUT_RDWR)


def refuse_malformed_posts(site):
    """Wrap a WSGI application: refuse posts of the polling transport that the library chokes on."""

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
        if len(packets) > PACKETS_PER_POST or not all(_is_posted(packet) for packet in packets):
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
