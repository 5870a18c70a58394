"""Each threat has its tests, and they are there; prints the table."""

import ast
import re
from functools import cache

import pytest

from tests.conftest import ROOT
from tests.faults.threats import THREATS

NAMED = sorted({test for threats in THREATS.values() for each in threats for test in each.tests})


@cache
def names_in(file: str) -> set[str]:
    source = (ROOT / file).read_text(encoding="utf-8")
    if file.endswith(".js"):
        return set(re.findall(r'^test\("([^"]+)"', source, re.M))
    return {node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("test", NAMED)
def test_test_that_covers_a_threat_is_there(test):
    file, _, name = test.partition("::")

    assert name in names_in(file)


def test_every_threat_has_a_test_and_the_table_is_shown(capsys):
    lines = []
    for part, threats in THREATS.items():
        lines.append(f"\n{part}")
        for threat in threats:
            assert threat.tests
            lines.append(f"  {threat.what}")
            lines += [f"      {test}" for test in threat.tests]
            lines += [f"      long: {threat.long}"] if threat.long else []

    with capsys.disabled():
        print("\n" + "\n".join(lines))
