"""A phone that arrives as a browser does: the page, what the page names, then the socket."""

import gzip
import re
import selectors
import socket

from tests.bench.load.crowd import Crowd, Line

NAMED = re.compile(rb'(?:src|href)="(/static/[^"]+)"')
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Visitor:
    """Fetches page and assets on one kept connection; `line` is there once they are in."""

    def __init__(self, crowd: Crowd, port: int, arrived):
        self.crowd, self._port, self._arrived = crowd, port, arrived
        self.bytes_in = self.requests = self.missing = 0
        self._wanted: list[bytes] = [b"/"]
        self._in = bytearray()
        self.socket = socket.socket()
        self.socket.setblocking(False)
        self.socket.connect_ex(("127.0.0.1", port))
        crowd.add(self)

    def ready(self, events: int) -> None:
        try:
            if events & selectors.EVENT_WRITE:
                self.crowd.wants(self, selectors.EVENT_READ)
                self._ask()
            if events & selectors.EVENT_READ:
                self._read()
        except BlockingIOError:
            pass
        except OSError:
            self.crowd.lost += 1
            self.crowd.drop(self)

    def _ask(self) -> None:
        self.requests += 1
        head = b"GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept-Encoding: gzip\r\n\r\n"
        self.socket.send(head % (self._wanted[0], self._port))

    def _read(self) -> None:
        data = self.socket.recv(262_144)
        if not data:
            raise ConnectionResetError
        self.bytes_in += len(data)
        self._in += data
        end = self._in.find(b"\r\n\r\n")
        if end < 0:
            return
        length = int(LENGTH.search(self._in[:end]).group(1))
        if len(self._in) < end + 4 + length:
            return
        body = bytes(self._in[end + 4 : end + 4 + length])
        head = bytes(self._in[:end]).lower()
        self.missing += not head.startswith(b"http/1.1 200")
        self._in.clear()
        if self._wanted.pop(0) == b"/":
            self._wanted = assets_of(head, body)
        if self._wanted:
            self._ask()
        else:
            self.crowd.drop(self)
            self._arrived(self, Line(self.crowd, self._port, "/phone", {"token": None}))


def assets_of(head: bytes, page: bytes) -> list[bytes]:
    """Return the addresses that a page names, each once."""
    if b"content-encoding: gzip" in head:
        page = gzip.decompress(page)
    return list(dict.fromkeys(NAMED.findall(page)))
