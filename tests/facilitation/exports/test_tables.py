"""The CSV tables: readable in a spreadsheet, and without codes of the program."""

import re

import pytest

from facilitation import exports, wording
from facilitation.domain.commands import PHASES, SCENES
from facilitation.domain.deciding.imports import KINDS, STATES, VIAS
from tests.facilitation.exports.reading import TABLES, rows


def test_tables_can_be_read_and_have_german_heads(files):
    topics = rows(files["topics.csv"])
    assert list(topics[0])[:4] == ["Thema", "Stand", "Punkte", "Personen"]
    assert topics[0]["Thema"] == "Bus am Abend"
    said = [row["Beitrag"] for row in rows(files["contributions.csv"])]
    assert "Der letzte Bus ist zu früh.\nMeine Tochter kommt nicht heim." in said
    assert "'=SUMME(A1) zahlt keiner" in said
    assert "'@Rathaus: bitte länger öffnen" in said
    groups = rows(files["groups.csv"])
    assert [group["Stand"] for group in groups] == ["arbeitet"] * 3 + ["aufgelöst"]
    assert groups[0]["Erste Schritte"].split("\n")[2] == "3. Bürgerbus prüfen"
    ends = rows(files["open_ends.csv"])
    assert ends[0]["Thema"] == "Ein Fest der Nachbarschaft"
    assert ends[0]["Interessierte"] == "7"


@pytest.mark.parametrize("name", TABLES)
def test_tables_end_every_row_with_crlf(files, name):
    rows_there = len(rows(files[name])) + 1
    assert files[name].count(b"\r\n") == rows_there


def test_contacts_csv_has_those_who_agreed_and_what_groups_wrote(day):
    content = exports.contacts_csv(day.state, day.private, "de")
    purposes = "Treffen meiner Themengruppe, Einladung zur nächsten Veranstaltung, Fahrdienst"
    assert [list(row.values()) for row in rows(content)] == [
        ["'=Ada Adler", "ada@example.org", "'+49 661 123", purposes, "Bus am Abend", ""],
        ["", "", "", "", "Bus am Abend", "ada@example.org"],
    ]


@pytest.mark.parametrize("language", [entry["code"] for entry in wording.languages()])
def test_no_document_shows_a_code_of_the_program(day, language):
    """What stands in a cell by itself are people's words and the catalogue's, and ids."""
    codes = {*PHASES, *VIAS, *STATES, *KINDS, *SCENES, "next_workshop", "de", "en", "uk", "ar"}
    files = exports.files(exports.job(day.state, day.private, language))
    files["contacts.csv"] = exports.contacts_csv(day.state, day.private, language)
    texts = [files["report.html"].decode()]
    for name in (*TABLES, "contacts.csv"):
        texts += [cell for row in rows(files[name]) for cell in (*row, *row.values())]
    cells = re.split(r"<[^>]*>|, ", "<>".join(texts))
    words = set(wording.catalogue(language).values())
    assert {cell.strip() for cell in cells} & codes <= words
