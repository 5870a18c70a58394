"""Writes packets straight to the socket of a connection, each as one finished frame.

The library puts every packet into a queue without bound, from which a task of each connection's
own takes it and frames it anew: with 2,000 phones that costs more than the sending itself. Here
a packet is framed once for all who get it, and written by whoever sends it. Where a socket would
block, a task of that connection's own goes on, and a reader that does not read is dropped before
it costs memory. Long polling stays the library's. One task keeps all heartbeats, not one a
connection.

Everything goes the same way (answers, views, changes), so nothing can overtake.
"""

import socket
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress

import socketio
from engineio.exceptions import SocketIsClosedError, UnknownPacketError
from engineio.packet import MESSAGE, PING, Packet
from engineio.socket import Socket
from socketio.packet import EVENT

from screens.wire.transport.frames import CLOSING, read_buffered, text_frame

WAITING_BYTES = 400_000
"""More than this is not kept for one connection, beside the frame that is being sent: a first view
of a full board may be longer, and slow Wi-Fi is no reason to hang up."""
WAITING_PACKETS = 400
"""The same for long polling, where packets wait that many others share."""
HEARTBEAT_CHECK_S = 1.0


class SocketWriter(Socket):
    """An Engine.IO connection that writes to its socket itself.

    The library makes its own class; `install` turns each into this one before it is connected.
    """

    raw_socket: Callable
    _ws = _raw = None
    _draining, waiting_bytes, _ping_due = False, 0, float("inf")

    def send(self, packet: Packet) -> None:
        """Send a packet now, or after what waits already."""
        if self._raw is not None:
            self.write(_frame_of(packet))
        elif self.queue.qsize() < WAITING_PACKETS:
            super().send(packet)
        else:
            self.close(wait=False, abort=True, reason=self.server.reason.PING_TIMEOUT)

    def write(self, frame: bytes) -> None:
        """Send a finished frame; it waits only where the other end is slow to read."""
        sent = 0
        if not self._draining and not self._ws._sendlock.locked():
            try:
                sent = self._raw.send(frame)
            except BlockingIOError:
                pass
            except OSError:
                self._hang_up()
                return
            if sent == len(frame):
                return
        self._queue(frame[sent:])

    def schedule_ping(self) -> None:
        self.last_ping, self._ping_due = None, time.monotonic() + self.server.ping_interval

    def ping_if_due(self, now: float) -> None:
        if now >= self._ping_due and not self.closing:
            self._ping_due, self.last_ping = float("inf"), time.time()
            self.send(Packet(PING))

    def close(self, wait=True, abort=False, reason=None) -> None:
        if self._raw is None:
            super().close(wait=wait, abort=abort, reason=reason)
            return
        super().close(wait=False, abort=abort, reason=reason)
        if not self._draining:
            self.write(CLOSING)
        self._hang_up()

    def _queue(self, frame: bytes) -> None:
        """Keep the rest of a frame, or a whole one, until the other end has read what is before."""
        if self._draining:
            if self.waiting_bytes > WAITING_BYTES:
                self._hang_up()
                return
            self._waiting.append(frame)
            self.waiting_bytes += len(frame)
        else:
            self._current_frame, self._waiting = frame, deque()
            self._draining = True
            locked = self._ws._sendlock.acquire(blocking=False)
            self.server.start_background_task(self._drain, locked)

    def _drain(self, locked: bool) -> None:
        """Send what waits, with the lock that keeps the library's control frames out of frames."""
        if not locked:
            self._ws._sendlock.acquire()
        try:
            self._ws.socket.sendall(self._current_frame)
            while self._waiting:
                self._current_frame = self._waiting.popleft()
                self.waiting_bytes -= len(self._current_frame)
                self._ws.socket.sendall(self._current_frame)
        except OSError:
            self._hang_up()
        finally:
            self._draining, self.waiting_bytes, self._current_frame = False, 0, b""
            self._ws._sendlock.release()

    def _hang_up(self) -> None:
        """Hang up; the task that reads from this connection notices and ends."""
        if self._draining:
            self._waiting.clear()
        with suppress(OSError):
            self._raw.shutdown(socket.SHUT_RDWR)

    def _websocket_handler(self, ws) -> list:
        if self.connected:  # an upgrade from long polling, which the library knows how to do
            return super()._websocket_handler(ws)
        self.connected = self.upgraded = True
        raw = type(self).raw_socket(ws)
        ws.socket.settimeout(self.server.ping_interval + self.server.ping_timeout)
        read_buffered(ws)
        self._ws, self._raw = ws, raw
        for packet in self._queued():
            self.send(packet)
        self._read_frames(ws)
        self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)
        return []

    def _queued(self) -> Iterable[Packet]:
        while not self.queue.empty():
            packet = self.queue.get(block=False)
            self.queue.task_done()
            if packet is not None:
                yield packet

    def _read_frames(self, ws) -> None:
        """Receive what the other end sends, until it ends or sends what no client sends."""
        while not self.closed:
            try:
                data = ws.wait()
                if data is None or len(data) > self.server.max_http_buffer_size:
                    return
                self.receive(Packet(encoded_packet=data))
            except UnknownPacketError:
                pass
            except (OSError, EOFError, ValueError, SocketIsClosedError):
                return


def install(server: socketio.Server, raw_socket: Callable) -> None:
    """Let every new connection write for itself, and start the heartbeat of all.

    `raw_socket(ws)` is the socket behind one of the server's WebSockets, whose `send` does not
    wait: it sends what the system takes and raises BlockingIOError where it takes nothing.
    """
    engine = server.eio
    on_connect = engine.handlers["connect"]
    writer = type("SocketWriter", (SocketWriter,), {"raw_socket": staticmethod(raw_socket)})

    def with_writer(sid: str, environ: dict) -> object:
        engine.sockets[sid].__class__ = writer
        return on_connect(sid, environ)

    engine.handlers["connect"] = with_writer
    server.start_background_task(_send_heartbeats, server)


def broadcast(server: socketio.Server, namespace: str, room: str, event: str, data: object) -> None:
    """Send one event to all in a room, encoded and framed once."""
    packet, sockets = _packet(server, namespace, event, data), server.eio.sockets
    for _, engine_sid in server.manager.get_participants(namespace, room):
        connection = sockets.get(engine_sid)
        if connection is not None and not connection.closed:
            connection.send(packet)


def send(server: socketio.Server, namespace: str, sid: str, event: str, data: object) -> None:
    """Send one event to one connection."""
    engine_sid = server.manager.eio_sid_from_sid(sid, namespace)
    connection = server.eio.sockets.get(engine_sid)
    if connection is not None and not connection.closed:
        connection.send(_packet(server, namespace, event, data))


def _packet(server: socketio.Server, namespace: str, event: str, data: object) -> Packet:
    text = server.packet_class(EVENT, namespace=namespace, data=[event, data]).encode()
    return Packet(MESSAGE, text)


def _frame_of(packet: Packet) -> bytes:
    """Return the packet as a frame, made once however many connections it goes to."""
    frame = getattr(packet, "frame", None)
    if frame is None:
        frame = packet.frame = text_frame(packet.encode())
    return frame


def _send_heartbeats(server: socketio.Server) -> None:
    while True:
        server.sleep(HEARTBEAT_CHECK_S)
        now = time.monotonic()
        for connection in list(server.eio.sockets.values()):
            if isinstance(connection, SocketWriter):
                connection.ping_if_due(now)
