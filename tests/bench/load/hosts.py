"""The servers under load: the product's, and bare ones beside it for the ratio."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psutil

from screens.pages.assets import node_command
from tests.conftest import KEY, ROOT, Server

SOCKET_IO = "socket.io@4.8.4"


class Product(Server):
    """The real server on a file of its own."""

    key = KEY

    def memory_bytes(self) -> int:
        return psutil.Process(self.process.pid).memory_info().rss

    def cpu_s(self) -> float:
        times = psutil.Process(self.process.pid).cpu_times()
        return times.user + times.system

    def stored(self) -> set[tuple[str, str]]:
        """Return sender and id of every act in the journal; ask once the server is stopped."""
        with sqlite3.connect(f"file:{self.data}?mode=ro", uri=True) as db:
            rows = db.execute("select sender, act from journal where act is not null")
            return set(rows.fetchall())


class Bare:
    """A server without a workshop, as a process; `port` is where it listens."""

    key = ""

    def __init__(self, command: list[str]):
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        self.port = int(self._process.stdout.readline())

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


def bare() -> Bare:
    return Bare([sys.executable, "-m", "tests.bench.load.bare"])


def node_socket_io(folder: Path) -> Bare:
    """Return bare Node.js Socket.IO; its package goes into `folder` and nowhere else."""
    if not (folder / "node_modules").exists():
        install = ["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", SOCKET_IO]
        subprocess.run(
            [*node_command("npm"), *install], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
    script = Path(__file__).with_name("bare.mjs")
    return Bare([*node_command("node"), str(script), str(folder)])


def seconds_of_fsync(folder: Path, times: int = 100) -> list[float]:
    """Return how long this disk takes to keep 4 kB, each time."""
    seconds, path = [], folder / "fsync"
    with path.open("wb", buffering=0) as file:
        for _ in range(times):
            begun = time.perf_counter()
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
            seconds.append(time.perf_counter() - begun)
    path.unlink()
    return seconds


def has_node() -> bool:
    return shutil.which("node") is not None
