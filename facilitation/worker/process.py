"""The process that does long work, so that no act ever waits for a layout or an export.

The child connects back to a port on the loopback that this side opened, and shows a secret. Only
`socket`, `threading` and `subprocess` without pipes are used, so that it works on Windows, and
whether or not the standard library has been patched for cooperative threads.
"""

import os
import secrets
import socket
import subprocess
import sys
import threading
from pathlib import Path

from facilitation.worker.frames import read_frame, write_frame

START_S = 60
ROOT = Path(__file__).parent.parent.parent


class WorkerFailed(Exception):
    """A job could not be done; the message says why, for the log."""


class Worker:
    """One child process. `ask` may be called from several threads; jobs are done in order."""

    def __init__(self):
        self._one_at_a_time = threading.Lock()
        self._connection: socket.socket | None = None
        self._child: subprocess.Popen | None = None
        self._closed = False

    def ask(self, job: str, payload: dict, *, timeout_s: float = 30) -> object:
        """Have the child do one job and return its plain data.

        A child that died is started again once. Raises WorkerFailed for a job that fails, takes
        longer than `timeout_s`, or finds no living child.
        """
        with self._one_at_a_time:
            for attempt in (1, 2):
                try:
                    answer = self._exchange({"job": job, "payload": payload}, timeout_s)
                    break
                except TimeoutError as error:
                    self._stop_child()
                    raise WorkerFailed(f"{job} took longer than {timeout_s} s") from error
                except OSError as error:
                    self._stop_child()
                    if attempt == 2 or self._closed:
                        raise WorkerFailed(f"The worker is gone: {error}") from error
        if "error" in answer:
            raise WorkerFailed(f"{job}: {answer['error']}")
        return answer["result"]

    @property
    def closed(self) -> bool:
        """Whether `close` was called: no job can be done then, and that is no failure."""
        return self._closed

    def close(self) -> None:
        """End the child; jobs asked for later fail."""
        self._closed = True
        self._stop_child()

    def _exchange(self, message: dict, timeout_s: float) -> dict:
        if self._closed:
            raise WorkerFailed("The worker is closed")
        if self._connection is None:
            self._start()
        self._connection.settimeout(timeout_s)
        write_frame(self._connection, message)
        return read_frame(self._connection)

    def _start(self) -> None:
        secret = secrets.token_hex(16)
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(START_S)
            port = listener.getsockname()[1]
            self._child = subprocess.Popen(
                [sys.executable, "-m", "facilitation.worker.child", str(port)],
                cwd=ROOT,
                env={**os.environ, "OPEN_SOZIAL_WORKER": secret},
                stdin=subprocess.DEVNULL,
            )
            while True:
                connection, _ = listener.accept()
                connection.settimeout(START_S)
                if read_frame(connection) == {"secret": secret}:
                    self._connection = connection
                    return
                connection.close()

    def _stop_child(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()
            self._child.wait()
        self._child = None
