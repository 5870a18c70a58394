"""How many examples the property tests try: few in everyday runs, many with `thorough`.

HYPOTHESIS_PROFILE=thorough chooses: 2,000 days, half an hour where TMPDIR is a fast disk. So does
`pytest tests/facilitation --hypothesis-profile=thorough`.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.facilitation.examples import Hall

QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}

settings.register_profile("quick", max_examples=30, stateful_step_count=20, **QUIET)
settings.register_profile("thorough", max_examples=2_000, stateful_step_count=50, **QUIET)


def pytest_configure(config):
    chosen = config.getoption("--hypothesis-profile", None)
    settings.load_profile(chosen or os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture
def hall():
    """An open workshop in memory, with two people."""
    opened = Hall()
    opened.comes(), opened.comes()
    yield opened
    opened.close()
