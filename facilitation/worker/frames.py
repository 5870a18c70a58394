"""Messages between the server and its worker process: msgpack, each after its length."""

import socket
import struct

import msgspec

LENGTH = struct.Struct(">I")
LARGEST_READ_BYTES = 1 << 20


def write_frame(connection: socket.socket, message: object) -> None:
    data = msgspec.msgpack.encode(message)
    connection.sendall(LENGTH.pack(len(data)) + data)


def read_frame(connection: socket.socket) -> dict:
    """Return the next message. Raises ConnectionError where the other side is gone."""
    (length,) = LENGTH.unpack(_read(connection, LENGTH.size))
    return msgspec.msgpack.decode(_read(connection, length))


def _read(connection: socket.socket, length: int) -> bytes:
    parts = []
    while length:
        part = connection.recv(min(length, LARGEST_READ_BYTES))
        if not part:
            raise ConnectionError("The other side of the worker's connection is gone")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
