"""What is taken home, checked against the day it comes from."""

import csv
import io
import json
import re
import zipfile
from datetime import UTC, datetime
from itertools import count

import pytest

from facilitation import exports, wording
from facilitation.domain.commands import PHASES, SCENES
from facilitation.domain.deciding.imports import KINDS, STATES, VIAS
from facilitation.workshop import Workshop
from tests.facilitation.example_day import Day, rich_day

NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)
TABLES = ("topics.csv", "contributions.csv", "groups.csv", "open_ends.csv")


@pytest.fixture(scope="module")
def day():
    made = rich_day()
    yield made
    made.workshop.close()


@pytest.fixture(scope="module")
def files(day):
    return exports.files(exports.job(day.state, day.private, "de"))


@pytest.fixture(scope="module")
def told(files):
    return json.loads(files["workshop.json"])


def rows(content: bytes) -> list[dict]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def topic(told: dict, title: str) -> dict:
    return next(topic for topic in told["topics"] if topic["title"] == title)


def test_export_has_every_file_and_no_contacts(files):
    assert {*TABLES, "workshop.json", "report.html"} <= set(files)
    assert sum(name.startswith("boards/") for name in files) >= 3
    assert not any("contact" in name for name in files)


def test_workshop_json_counts_dots_and_each_person_once(told):
    bus = topic(told, "Bus am Abend")
    assert (bus["dots"], bus["people"], bus["state"]) == (15, 9, "group")
    paper = topic(told, "Ein Fest der Nachbarschaft")
    assert (paper["dots"], paper["people"], paper["interest"]) == (4, 0, 7)


def test_workshop_json_lets_every_topic_be_followed_to_where_it_came_from(told, day):
    everything = {t["id"]: t for t in (*told["topics"], *told["retired"])}
    whole = everything[day.ids["split"]]
    assert whole["title"] == "Digitalisierung"
    assert len(whole["sources"]) == 2
    assert topic(told, "Hilfe am Computer")["sources"] == [whole["id"]]
    assert all(source in everything for t in everything.values() for source in t["sources"])
    assert day.ids["undone"] not in everything


def test_workshop_json_leaves_out_what_was_withdrawn_but_counts_it(told, files):
    assert [said["text"] for said in told["contributions"] if said["withdrawn"]] == [""]
    assert not any("nehme ich lieber" in content.decode("latin-1") for content in files.values())


def test_workshop_json_keeps_hidden_topics_with_their_reason(told, day):
    hidden = next(t for t in told["topics"] if t["id"] == day.ids["hidden"])
    assert (hidden["state"], hidden["reason"]) == ("hidden", "Beleidigt Menschen")
    assert len(hidden["contributions"]) == 1


def test_workshop_json_has_flags_help_and_history_without_names(told):
    offices = next(t for t in told["retired"] if t["title"] == "Digitalisierung")
    narrower = ["Hilfe beim Online-Formular", "Sprechstunde im Rathaus"]
    assert offices["flags"] == {"count": 3, "narrower": narrower}
    assert {offer["task"]: offer["people"] for offer in told["help"]} == {
        "Tische aufbauen": 2,
        "Getränke verkaufen": 1,
        "Webseite pflegen": 0,
    }
    assert {deed["by"] for deed in told["history"]} == {1, 2}
    assert [deed["title"] for deed in told["history"] if deed["undone"]] == ["Irrtum"]


def test_workshop_json_has_the_roster_and_dissolved_groups(told):
    assert [s["name"] for s in told["supporters"]] == ["Karla König", "Nachbarschaftshilfe e. V."]
    assert [g["board"] for g in told["dissolved"]] == [{"goal": "Ein Fest im Sommer"}]


def test_files_name_no_participant_no_console_and_no_address(files, day):
    secrets = {"ada@example.org", "Ada Adler", "Console of Karla", "Console of Mo", "661 123"}
    for person in day.state.participants.values():
        secrets |= {person.id, person.token, person.contact or person.id}
    for content in files.values():
        found = [secret for secret in secrets if secret.encode() in content]
        assert found == []


def test_a_language_of_few_authors_is_left_out(told):
    languages = {said["language"] for said in told["contributions"]}
    assert languages == {"de", "en", None}


def test_harvest_is_the_same_whoever_said_it():
    """Who wrote what cannot be seen: other authors give the very same bytes."""

    def harvest(authors: list[int]) -> dict:
        numbers = count()
        ids = {"new_id": lambda kind, length=10: f"{kind}{next(numbers) * 7919 % 1000:03}"}
        day = Day(Workshop.open(None, now=lambda: NOON, ids=ids))
        people = [day.arrive() for _ in range(3)]
        day.act("console", "set_phase", phase="collect")
        for n, author in enumerate(authors):
            day.say(people[author], f"Beitrag {n}")
        day.workshop.close()
        return exports.harvest(day.state, day.private)

    assert harvest([0, 0, 0, 0, 1, 2]) == harvest([0, 1, 2, 0, 1, 2])


def test_things_people_made_are_listed_by_their_random_ids(told):
    for part in ("contributions", "topics", "retired"):
        ids = [thing["id"] for thing in told[part]]
        assert ids == sorted(ids)
    assert all(t["contributions"] == sorted(t["contributions"]) for t in told["topics"])


def test_history_does_not_quote_what_its_author_withdrew():
    day = Day()
    ada = day.arrive()
    day.act("console", "set_phase", phase="collect")
    said = day.act(ada, "contribute", text="Mein Geheimnis")
    day.act("console", "rename", topic=said["topic"], title="Etwas")
    day.act("console", "hide", topic=said["topic"], reason="Nennt private Angaben")
    day.act(ada, "withdraw", contribution=said["contribution"])
    files = exports.files(exports.job(day.state, day.private, "de"))
    day.workshop.close()
    assert not any("Geheimnis" in content.decode("latin-1") for content in files.values())


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


def test_zip_is_the_same_for_the_same_harvest(files):
    packed = exports.zipped(files)
    assert packed == exports.zipped(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == sorted(files)
        assert all(re.fullmatch(r"[\w./-]+", name) for name in archive.namelist())


def test_seal_leaves_the_counts_in_the_export(day):
    sealed = rich_day()
    before = exports.harvest(sealed.state, sealed.private)
    sealed.act("Console of Karla", "seal")
    after = exports.harvest(sealed.state, sealed.private)
    sealed.workshop.close()
    assert after == {**before, "sealed": True}


def test_write_puts_every_file_into_the_folder(day, tmp_path):
    exports.write(day.state, day.private, tmp_path / "out")
    assert (tmp_path / "out" / "report.html").read_bytes().startswith(b"<!doctype html>")
    assert len(list((tmp_path / "out" / "boards").glob("*.png"))) >= 3


def test_an_empty_day_has_an_export_too():
    empty = Workshop.open(None)
    files = exports.files(exports.job(empty.state, empty.private, "en"))
    empty.close()
    assert b"0 people were there." in files["report.html"]
    assert exports.zipped(files)


def test_report_says_the_table_as_people_do():
    day = Day()
    ada = day.arrive()
    day.act("Console of Mo", "set_phase", phase="collect")
    day.say(ada, "Ein Lesecafé", "Ein Reparaturcafé")
    for topic, table in zip(sorted(day.state.topics), ["Tisch 9, Galerie", "4"], strict=True):
        day.act("Console of Mo", "call_group", topics=[topic], title="Café", table=table)

    report = exports.files(exports.job(day.state, day.private, "de"))["report.html"]
    day.workshop.close()

    assert "Tisch 9, Galerie" in report.decode()
    assert "Tisch 4" in report.decode()
    assert "Tisch Tisch" not in report.decode()
