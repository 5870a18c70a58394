"""The bytes of the wire, by hand: WebSocket frames around Engine.IO 4 and Socket.IO 5 texts.

The library's own client takes about a millisecond a message; one core could not be a thousand
phones with it. Masks are all zero, which is allowed and costs nothing.
"""

import struct

UPGRADE = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
    "Host: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n"
)
TEXT, CLOSE = 1, 8


def packed(text: str, *, mask: bool = True) -> bytes:
    """Return one text frame; `mask` as a client does, without as a server does."""
    body = text.encode()
    bit, key = (0x80, b"\0\0\0\0") if mask else (0, b"")
    if len(body) < 126:
        return struct.pack("!BB", 0x81, bit | len(body)) + key + body
    if len(body) < 65_536:
        return struct.pack("!BBH", 0x81, bit | 126, len(body)) + key + body
    return struct.pack("!BBQ", 0x81, bit | 127, len(body)) + key + body


def unpacked(buffer: bytearray) -> list[tuple[int, bytes]]:
    """Take all whole frames off the front of `buffer`: their kind and contents, in order.

    Contents of masked frames are right only for the all-zero mask of `packed`.
    """
    frames, start, have = [], 0, len(buffer)
    while have - start >= 2:
        length, at = buffer[start + 1] & 0x7F, start + 2
        if length == 126:
            if have - start < 4:
                break
            length, at = int.from_bytes(buffer[start + 2 : start + 4], "big"), start + 4
        elif length == 127:
            if have - start < 10:
                break
            length, at = int.from_bytes(buffer[start + 2 : start + 10], "big"), start + 10
        if buffer[start + 1] & 0x80:
            at += 4
        if have < at + length:
            break
        frames.append((buffer[start] & 0x0F, bytes(buffer[at : at + length])))
        start = at + length
    del buffer[:start]
    return frames
