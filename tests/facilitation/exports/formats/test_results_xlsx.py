"""The workbook, read with another library than the one that wrote it."""

import io
from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from facilitation import exports
from facilitation.domain.refusals import Refusal
from facilitation.exports.formats.tables import results_xlsx
from facilitation.exports.material import Material
from tests.facilitation.example_day import Day, rich_day
from tests.facilitation.exports.reading import rows

SHEETS = ["Themen", "Beiträge", "Gruppen", "Gruppentafeln", "Offene Enden", "Helfende Hände"]
FORMULAS = ["=1+1", "+49 661", "-5 Grad", "@Rathaus", '=HYPERLINK("http://x.org")', "http://x.org"]


def workbook_of(day: Day):
    material = Material(exports.job(day.state, day.private, "de"))
    return load_workbook(io.BytesIO(results_xlsx.make(material)))


@pytest.fixture(scope="module")
def workbook(files):
    return load_workbook(io.BytesIO(files["results.xlsx"]))


def entries(sheet) -> list[dict]:
    heads, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def as_typed(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return "" if value is None else str(value)


def test_workbook_has_a_sheet_for_each_kind_with_frozen_heads_and_filters(workbook):
    assert workbook.sheetnames == SHEETS
    for sheet in workbook:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(8 <= column.width <= 64 for column in sheet.column_dimensions.values())


@pytest.mark.parametrize(
    ("sheet", "table"),
    [("Themen", "topics.csv"), ("Gruppen", "groups.csv"), ("Offene Enden", "open_ends.csv")],
)
def test_sheets_say_what_the_tables_say(workbook, files, sheet, table):
    found = [
        {key: as_typed(value) for key, value in entry.items()} for entry in entries(workbook[sheet])
    ]
    said = [
        {key: value.removeprefix("'") for key, value in row.items()} for row in rows(files[table])
    ]
    assert found == said


def test_dates_and_times_of_meetings_are_dates_and_times(workbook):
    bus = entries(workbook["Gruppen"])[0]
    assert bus["Treffen: Datum"] == datetime(2026, 12, 8)
    assert bus["Treffen: Uhrzeit"] == time(19, 0)


def test_numbers_are_numbers_and_boards_and_helpers_are_there(workbook):
    bus = entries(workbook["Themen"])[0]
    assert (bus["Thema"], bus["Punkte"], bus["Personen"]) == ("Bus am Abend", 15, 9)
    goal = "Der letzte Bus fährt freitags und samstags um 23 Uhr."
    assert {"Bus am Abend", "Ziel", goal} <= set(entries(workbook["Gruppentafeln"])[0].values())
    hands = {entry["Aufgabe"]: entry["Personen"] for entry in entries(workbook["Helfende Hände"])}
    assert hands == {"Tische aufbauen": 2, "Getränke verkaufen": 1, "Webseite pflegen": 0}


@given(st.lists(st.one_of(st.sampled_from(FORMULAS), st.text(min_size=1)), min_size=1, max_size=6))
def test_no_cell_is_calculated_and_every_text_is_as_it_was_written(texts):
    day = Day()
    ada = day.arrive()
    day.act("c", "set_phase", phase="collect")
    said = []
    for text in texts:
        try:
            day.say(ada, text)
            said.append(text.strip())
        except Refusal:
            continue
    workbook = workbook_of(day)
    day.workshop.close()
    cells = [cell for row in workbook["Beiträge"].iter_rows(min_row=2) for cell in row]
    assert all(cell.data_type in ("s", "n") for cell in cells)
    assert all(cell.hyperlink is None for cell in cells)
    found = sorted(str(entry["Beitrag"]) for entry in entries(workbook["Beiträge"]) if said)
    assert found == sorted(said)


def test_hidden_texts_are_not_in_the_workbook(files):
    day = rich_day()
    workbook = workbook_of(day)
    day.workshop.close()
    texts = [str(cell.value) for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert not any("Meier" in text for text in texts)


def test_the_same_harvest_gives_the_same_workbook(day, files):
    material = Material(exports.job(day.state, day.private, "de"))
    assert results_xlsx.make(material) == files["results.xlsx"]


def test_a_day_without_anything_has_a_workbook_too():
    day = Day()
    workbook = workbook_of(day)
    day.workshop.close()
    assert workbook.sheetnames == SHEETS
