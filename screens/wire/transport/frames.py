"""WebSocket frames as a server sends them, and a quicker way to read a client's.

The library's WebSocket asks the system several times a message and lifts the mask byte by byte:
a frame of 64 kB would hold up everybody for milliseconds.
"""

import struct

READ_BYTES = 4096
CLOSING = b"\x88\x00"


def text_frame(text: str) -> bytes:
    """Return one whole text frame, without a mask, as servers send."""
    body = text.encode()
    if len(body) < 126:
        return struct.pack("!BB", 0x81, len(body)) + body
    if len(body) < 65_536:
        return struct.pack("!BBH", 0x81, 126, len(body)) + body
    return struct.pack("!BBQ", 0x81, 127, len(body)) + body


def unmasked(data: bytes, mask: tuple, length: int | None = None, offset: int = 0) -> bytes:
    """Lift the mask from a piece of a frame that begins at `offset`."""
    length = len(data)
    rotated = bytes(mask[(offset + i) % 4] for i in range(4))
    key = (rotated * (length // 4 + 1))[:length]
    number = int.from_bytes(data, "little") ^ int.from_bytes(key, "little")
    return number.to_bytes(length, "little")


class BufferedSocket:
    """A socket that asks the system for more than it is asked for; all else is the socket's."""

    def __init__(self, socket):
        self._socket, self._buffer = socket, b""

    def recv(self, most: int) -> bytes:
        if not self._buffer:
            self._buffer = self._socket.recv(READ_BYTES)
        taken, self._buffer = self._buffer[:most], self._buffer[most:]
        return taken

    def __getattr__(self, name: str):
        return getattr(self._socket, name)


def read_buffered(ws) -> None:
    """Let a WebSocket of the server's read through a buffer and lift masks quickly."""
    ws.socket, ws._apply_mask = BufferedSocket(ws.socket), unmasked
