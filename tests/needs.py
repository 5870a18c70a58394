"""What a test needs of a machine beyond Python: where it is missing, the test is named, not passed.

A test says so by `pytest.mark.needs(NAME)`, with a name of `HAS`; whatever opens the `browser`
needs Chromium without saying so. In CI nothing may be missing.
"""

import os
import shutil

import pytest

try:
    import pty
    import resource
except ImportError:  # Windows
    pty = resource = None

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def find_chromium() -> str | None:
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


HAS = {
    "Chromium": find_chromium() is not None,
    "a limit on the size of files": resource is not None,
    "a limit on a running process": hasattr(resource, "prlimit"),
    "rights of files": os.name != "nt",
    "terminals": pty is not None,
}


def missing(item: pytest.Item) -> list[str]:
    """Return what this test needs and the machine lacks."""
    needed = [mark.args[0] for mark in item.iter_markers("needs")]
    if "browser" in getattr(item, "fixturenames", ()):
        needed.append("Chromium")
    return [name for name in needed if not HAS[name]]


def leave_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out of `items` what cannot run here, and say so at the end; in CI refuse instead."""
    lacking = {item: what for item in items if (what := missing(item))}
    if not lacking:
        return
    names = ", ".join(sorted({name for what in lacking.values() for name in what}))
    if os.environ.get("CI"):
        raise pytest.UsageError(f"CI needs: {names}")
    items[:] = [item for item in items if item not in lacking]
    config.hook.pytest_deselected(items=list(lacking))
    config.stash[LEFT_OUT] = f"{len(lacking)} tests left out: this machine lacks {names}"


LEFT_OUT = pytest.StashKey[str]()
