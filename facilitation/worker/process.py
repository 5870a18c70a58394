"""The process that does long work, so that no act ever waits for a layout or an export.

The child connects back to a port on the loopback that this side opened, and shows a secret. Frames
are length-prefixed msgpack. Only `socket`, `threading` and `subprocess` without pipes are used, so
that it works whether or not the standard library has been made green, and on Windows.
"""

import logging
import os
import secrets
import socket
import struct
import subprocess
import sys
import threading
from pathlib import Path

import msgspec

log = logging.getLogger(__name__)

START_S = 60
LENGTH = struct.Struct(">I")
ROOT = Path(__file__).parent.parent.parent


class WorkerFailed(Exception):
    """A job could not be done; the message says why, for the log."""


class Worker:
    """One child process. `ask` may be called from several threads; jobs are done in order."""

    def __init__(self):
        self._turn = threading.Lock()
        self._link: socket.socket | None = None
        self._child: subprocess.Popen | None = None
        self._closed = False

    def ask(self, job: str, payload: dict, *, timeout_s: float = 30) -> object:
        """Have the child do one job and return its plain data.

        A child that died is started again once. Raises WorkerFailed for a job that fails, takes
        longer than `timeout_s`, or finds no living child.
        """
        with self._turn:
            for attempt in (1, 2):
                try:
                    answer = self._exchange({"job": job, "payload": payload}, timeout_s)
                    break
                except TimeoutError as error:
                    self._end()
                    raise WorkerFailed(f"{job} took longer than {timeout_s} s") from error
                except OSError as error:
                    self._end()
                    if attempt == 2 or self._closed:
                        raise WorkerFailed(f"The worker is gone: {error}") from error
        if "error" in answer:
            raise WorkerFailed(f"{job}: {answer['error']}")
        return answer["result"]

    @property
    def closed(self) -> bool:
        """Whether this side ended it: then no job can be done, and that is no failure."""
        return self._closed

    def close(self) -> None:
        """End the child; jobs asked for later fail."""
        self._closed = True
        self._end()

    def _exchange(self, message: dict, timeout_s: float) -> dict:
        if self._closed:
            raise WorkerFailed("The worker is closed")
        if self._link is None:
            self._start()
        self._link.settimeout(timeout_s)
        write_frame(self._link, message)
        return read_frame(self._link)

    def _start(self) -> None:
        secret = secrets.token_hex(16)
        with socket.create_server(("127.0.0.1", 0)) as door:
            door.settimeout(START_S)
            self._child = subprocess.Popen(
                [sys.executable, "-m", "facilitation.worker.child", str(door.getsockname()[1])],
                cwd=ROOT,
                env={**os.environ, "OPEN_SOZIAL_WORKER": secret},
                stdin=subprocess.DEVNULL,
            )
            while True:
                link, _ = door.accept()
                link.settimeout(START_S)
                if read_frame(link) == {"secret": secret}:
                    self._link = link
                    return
                link.close()

    def _end(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()
            self._child.wait()
        self._child = None


def write_frame(link: socket.socket, message: object) -> None:
    data = msgspec.msgpack.encode(message)
    link.sendall(LENGTH.pack(len(data)) + data)


def read_frame(link: socket.socket) -> dict:
    """Return the next message. Raises ConnectionError where the other side is gone."""
    (length,) = LENGTH.unpack(_read(link, LENGTH.size))
    return msgspec.msgpack.decode(_read(link, length))


def _read(link: socket.socket, length: int) -> bytes:
    parts = []
    while length:
        part = link.recv(min(length, 1 << 20))
        if not part:
            raise ConnectionError("The other side of the worker's connection is gone")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
