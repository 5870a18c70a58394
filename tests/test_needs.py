"""No test passes by not running, and none waits for a time instead of a condition."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.needs import HAS

pytest_plugins = ["pytester"]
NEVER = {"skip", "skipif", "importorskip", "wait_for_timeout", "xfail"}
TEST = """
import pytest

@pytest.mark.needs("a moon")
def test_of_the_tides(): ...

def test_of_all_else(): ...
"""
CONFTEST = """
import tests.needs
tests.needs.HAS["a moon"] = {there}
from tests.conftest import *
"""


def uses(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in NEVER:
            yield f"{path.relative_to(ROOT)}:{node.lineno}: {node.attr}"


def test_no_test_is_skipped_or_waits_for_a_time():
    files = (ROOT / "tests").rglob("*.py")
    found = [use for path in files if "node_modules" not in path.parts for use in uses(path)]
    assert found == []


def outcome(pytester, monkeypatch, *, there: bool, ci: bool):
    monkeypatch.setenv("CI", "true") if ci else monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest(CONFTEST.format(there=there))
    pytester.makepyfile(TEST)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider")


def test_test_that_lacks_something_is_left_out_in_words(pytester, monkeypatch):
    done = outcome(pytester, monkeypatch, there=False, ci=False)
    done.assert_outcomes(passed=1, deselected=1)
    done.stdout.fnmatch_lines(["*1 tests left out: this machine lacks a moon*"])


def test_nothing_may_be_lacking_in_ci(pytester, monkeypatch):
    done = outcome(pytester, monkeypatch, there=False, ci=True)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*CI needs: a moon*"])


def test_nothing_is_left_out_where_all_is_there(pytester, monkeypatch):
    outcome(pytester, monkeypatch, there=True, ci=True).assert_outcomes(passed=2)


def test_what_is_looked_for_is_what_tests_need():
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    needed = {name for text in texts for name in re.findall(r'mark\.needs\("([^"]+)"\)', text)}
    assert needed - {"a moon"} == set(HAS) - {"Chromium"}
