"""Fixtures: a rich day and all that is exported of it."""

import json

import pytest

from facilitation import exports
from tests.facilitation.example_day import rich_day


@pytest.fixture(scope="module")
def day():
    made = rich_day()
    yield made
    made.workshop.close()


@pytest.fixture(scope="module")
def files(day):
    return exports.files(exports.job(day.state, day.private, "de"))


@pytest.fixture(scope="module")
def document(files):
    return json.loads(files["workshop.json"])
