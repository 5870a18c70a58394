"""The JavaScript tests, run by node, which pip brought where the machine has none."""

import subprocess
from pathlib import Path

from screens.pages import assets

ROOT = Path(__file__).parent.parent
TESTS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "js").rglob("*.test.js"))


def test_javascript_modules_pass_their_own_tests():
    assets.setup()  # some of them build on a library that is fetched
    done = subprocess.run(
        [*assets.node_command("node"), "--test", *TESTS],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert TESTS
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
