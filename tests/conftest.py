"""Fixtures: a real server process, and a real browser."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from random import SystemRandom

import pytest

from tests.needs import LEFT_OUT, find_chromium, leave_out

ROOT = Path(__file__).parent.parent
KEY = "the-console-key-of-the-tests"
START_S = 120
PORTS_FROM, PORTS_EACH = 20_000, 1_000
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def free_port() -> int:
    """Return a port that nobody takes before the server does: each worker of pytest-xdist has ports
    of its own, below those that the system gives to whoever connects."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    first = PORTS_FROM + worker * PORTS_EACH
    for port in SystemRandom().sample(range(first, first + PORTS_EACH), PORTS_EACH):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError(f"No port is free from {first} on")


class Server:
    """A server process on a data file; it can be killed and started again on the same file."""

    def __init__(self, folder: Path):
        self.data, self.log_file = folder / "workshop.db", folder / "server.log"
        self.port, self.key = free_port(), KEY
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        """Start, and return once it answers."""
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "app.py", "--no-browser", "--host", "127.0.0.1", *self._options()],
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + START_S
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"The server did not start:\n{self.log()}")
            time.sleep(0.05)

    def _options(self) -> list[str]:
        return ["--port", str(self.port), "--data", str(self.data), "--console-key", self.key]

    def kill(self) -> None:
        """End the process as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def restart(self) -> None:
        if self.process.poll() is None:
            self.kill()
        self.start()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


@pytest.fixture
def server(tmp_path):
    """A running server on a new data file."""
    running = Server(tmp_path)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser():
    """A real browser (`tests/needs.py`)."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_FLAGS)
        yield running
        running.close()


def pytest_configure(config):
    config.addinivalue_line("markers", "needs(name): what it needs of a machine (tests/needs.py)")


def pytest_collection_modifyitems(config, items):
    leave_out(config, items)


def pytest_terminal_summary(terminalreporter, config):
    if said := config.stash.get(LEFT_OUT, None):
        terminalreporter.write_line(said)
