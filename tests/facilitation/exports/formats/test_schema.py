"""The published schema is what is written, and what was written before still fits it."""

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from facilitation import exports
from facilitation.exports.formats.data.workshop_schema_json import published, schema
from tests.facilitation.example_day import Day
from tests.fixtures.recordings import all_recordings

VALIDATOR = Draft202012Validator(json.loads(schema()))


def test_the_published_schema_is_that_of_the_code():
    Draft202012Validator.check_schema(VALIDATOR.schema)
    assert published().read_bytes() == schema()


def test_export_fits_its_schema(document, files):
    VALIDATOR.validate(document)
    assert json.loads(files["workshop.schema.json"]) == VALIDATOR.schema


def test_an_empty_day_fits_too():
    day = Day()
    VALIDATOR.validate(exports.harvest(day.state, day.private))
    day.workshop.close()


@pytest.mark.parametrize(
    "recording", all_recordings(), ids=lambda path: path.parent.name + path.name
)
def test_what_earlier_versions_wrote_fits(recording):
    VALIDATOR.validate(json.loads((recording / "workshop.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "damage",
    [
        {"title": None},
        {"participants": -1},
        {"topics": "none"},
        {"contributions": [{"text": "Bus"}]},
        {"settings": {"budget": 0}},
        {"history": [{"at": "x", "by": 1}]},
    ],
)
def test_schema_refuses_what_no_export_wrote(document, damage):
    with pytest.raises(ValidationError):
        VALIDATOR.validate({**document, **damage})
