"""Many phones in one thread: non-blocking sockets on one selector, so that they cost little.

Every time is of one clock, `time.perf_counter`, in this one process.
"""

import selectors
import socket
import time
from collections import deque
from collections.abc import Callable

import msgspec

from tests.bench.load.frames import CLOSE, UPGRADE, packed, unpacked

READ_BYTES = 262_144


class Crowd:
    """The loop that all lines of one run share."""

    def __init__(self):
        self._selector = selectors.DefaultSelector()
        self.lost = 0

    def add(self, line: "Line") -> None:
        self._selector.register(line.socket, selectors.EVENT_READ | selectors.EVENT_WRITE, line)

    def wants(self, line: "Line", events: int) -> None:
        self._selector.modify(line.socket, events, line)

    def drop(self, line: "Line") -> None:
        self._selector.unregister(line.socket)
        line.socket.close()

    def run(self, done: Callable[[], bool], *, within_s: float, due: Callable | None = None):
        """Turn until `done()` or the time is up; return whether it was done.

        `due()` is called each turn and returns the seconds until it wants to be called again.
        """
        end = time.perf_counter() + within_s
        while not done():
            left = end - time.perf_counter()
            if left <= 0:
                return False
            wait = min(left, 0.05 if due is None else due())
            for key, events in self._selector.select(max(wait, 0)):
                key.data.ready(events)
        return True

    def close(self) -> None:
        for key in list(self._selector.get_map().values()):
            self.drop(key.data)
        self._selector.close()


class Line:
    """One connection of one screen, from the upgrade on.

    `heard(line, event, body)` is called for every event the server sends, with its JSON bytes;
    `ready_at` is when the first view was here. `bytes_in` counts what came over the socket.
    """

    def __init__(self, crowd: Crowd, port: int, namespace: str, auth: dict, heard=None):
        self.crowd, self.namespace, self.heard = crowd, namespace, heard
        self.auth = msgspec.json.encode(auth).decode()
        self.view: bytes = b""
        self.begun_at, self.ready_at = time.perf_counter(), 0.0
        self.bytes_in = self.events_in = 0
        self.answers: dict[int, Callable[[bytes], None]] = {}
        self._number, self._upgraded = 0, False
        self._in, self._out = bytearray(), deque([UPGRADE.format(port=port).encode()])
        self._event = f'42{namespace},["'.encode()
        self._ack = f"43{namespace},".encode()
        self.socket = socket.socket()
        self.socket.setblocking(False)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.connect_ex(("127.0.0.1", port))
        crowd.add(self)

    @property
    def person(self) -> str:
        """The participant's id, from the first view."""
        return msgspec.json.decode(self.view)["me"]["participant"]

    def ask(self, event: str, message: dict, answered: Callable[[bytes], None]) -> None:
        """Send an event and have `answered(json)` called with the answer."""
        number, self._number = self._number, self._number + 1
        self.answers[number] = answered
        body = msgspec.json.encode([event, message]).decode()
        self.send(f"42{self.namespace},{number}{body}")

    def send(self, text: str) -> None:
        frame = packed(text)
        if self._out:
            self._out.append(frame)
            return
        try:
            sent = self.socket.send(frame)
        except BlockingIOError:
            sent = 0
        except OSError:
            return
        if sent < len(frame):
            self._out.append(frame[sent:])
            self.crowd.wants(self, selectors.EVENT_READ | selectors.EVENT_WRITE)

    def ready(self, events: int) -> None:
        try:
            if events & selectors.EVENT_WRITE:
                self._flush()
            if events & selectors.EVENT_READ:
                self._read()
        except OSError:
            self._end()

    def _flush(self) -> None:
        while self._out:
            frame = self._out[0]
            sent = self.socket.send(frame)
            if sent < len(frame):
                self._out[0] = frame[sent:]
                return
            self._out.popleft()
        self.crowd.wants(self, selectors.EVENT_READ)

    def _read(self) -> None:
        try:
            data = self.socket.recv(READ_BYTES)
        except BlockingIOError:
            return
        if not data:
            self._end()
            return
        self.bytes_in += len(data)
        self._in += data
        if not self._upgraded:
            head = self._in.find(b"\r\n\r\n")
            if head < 0:
                return
            self._upgraded = True
            del self._in[: head + 4]
        for kind, body in unpacked(self._in):
            if kind == CLOSE:
                self._end()
                return
            self._take(body)

    def _take(self, body: bytes) -> None:
        if body.startswith(self._event):
            self.events_in += 1
            name, _, rest = body[len(self._event) :].partition(b'",')
            if name == b"view" and not self.ready_at:
                self.view, self.ready_at = rest[:-1], time.perf_counter()
            if self.heard is not None:
                self.heard(self, name, rest[:-1])
        elif body.startswith(self._ack):
            number, _, rest = body[len(self._ack) :].partition(b"[")
            answered = self.answers.pop(int(number), None)
            if answered is not None:
                answered(rest[:-1])
        elif body == b"2":
            self.send("3")
        elif body[:1] == b"0":
            self.send(f"40{self.namespace},{self.auth}")

    def _end(self) -> None:
        self.crowd.lost += 1
        self.crowd.drop(self)
