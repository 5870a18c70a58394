"""A server of the rehearsal's own: a process on a throw-away data file, gone without a trace."""

import re
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from facilitation.domain.refusals import NotNow

ROOT = Path(__file__).parent.parent.parent
START_WITHIN_S = 300
STOP_WITHIN_S = 15
POLL_EVERY_S = 0.1
LOG_PROBLEM = re.compile(r"\b(?:WARNING|ERROR|CRITICAL)\b|^Traceback|^\w*(?:Error|Exception):")


class ServerProcess:
    """The server and its files. `address` is what phones open, `url` what this machine opens."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(
            prefix="open-sozial-", ignore_cleanup_errors=True
        )
        self._log = Path(self._folder.name) / "server.log"
        self._process: subprocess.Popen | None = None
        self.key = secrets.token_urlsafe(9)
        self.address = self.url = ""

    def open(self) -> None:
        """Start on a free port and return once it has said its addresses.

        Raises NotNow with what the server said where it does not start. The first start of all
        fetches and builds the pages, which takes a while.
        """
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "app.py", "--no-browser", "--port", "0"),
                    *("--data", str(Path(self._folder.name) / "workshop.db")),
                    f"--console-key={self.key}",
                ],
                cwd=ROOT,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for the rehearsal, which then stops the server
            )
        end = time.monotonic() + START_WITHIN_S
        while not (said := re.search(r"^phone: (\S+:(\d+)/)$", self.log(), re.MULTILINE)):
            if self._process.poll() is not None or time.monotonic() > end:
                raise NotNow("rehearse.no_server", details=self.log().strip())
            time.sleep(POLL_EVERY_S)
        self.address, self.url = said[1], f"http://127.0.0.1:{said[2]}"

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def log_problems(self) -> list[str]:
        """Return the lines of the server's log that tell of something wrong."""
        return [line for line in self.log().splitlines() if LOG_PROBLEM.search(line)]

    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        if self.is_running():
            self._process.terminate()
            try:
                self._process.wait(STOP_WITHIN_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def close(self) -> None:
        """Stop the server and remove its files."""
        self.stop()
        self._folder.cleanup()
