"""What Excel, Word, slides and a Mac put on the clipboard, pasted into the console."""

import pytest
from playwright.sync_api import expect

from tests.browser.console.consoles import said


@pytest.fixture
def page(hall):
    page = hall.console()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def paste(page, field, text: str) -> None:
    field.focus()
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+v")


def contributions(hall) -> list[str]:
    topics = sorted(hall.facilitator.view["topics"].values(), key=lambda topic: topic["n"])
    return [c["text"] for topic in topics for c in topic["contributions"]]


def test_column_copied_from_excel_gives_the_cards_the_preview_shows(hall, page):
    page.keyboard.press("k")
    paste(
        page,
        page.get_by_label("Karten", exact=True),
        'Mehr Busse\r\n"Kita:\nlängere Zeiten"\r\n"Sie sagte ""Nein"""\r\n-5 Grad im Saal\r\n',
    )

    expect(page.locator("#cards-preview")).to_have_text("So kommen die Karten an: 4 Karten")
    cards = ["Mehr Busse", "Kita:\nlängere Zeiten", 'Sie sagte "Nein"', "-5 Grad im Saal"]
    assert page.locator(".preview li").all_inner_texts() == cards
    page.get_by_role("button", name="4 Karten eingeben").click()

    said(page, "4 Karten eingegeben")
    assert contributions(hall) == cards


def test_bullets_of_a_list_are_left_out_unless_somebody_wants_them(hall, page):
    page.keyboard.press("k")
    paste(page, page.get_by_label("Karten", exact=True), "1.\tKita\r\n2.\tSchule:\vganztags\r\n")
    preview = page.locator(".preview li")

    assert preview.all_inner_texts() == ["Kita", "Schule:\nganztags"]
    page.get_by_label("Aufzählungszeichen und Nummern weglassen").uncheck()
    expect(preview.first).to_have_text("1. Kita")
    page.get_by_label("Aufzählungszeichen und Nummern weglassen").check()
    page.get_by_role("button", name="2 Karten eingeben").click()

    said(page, "2 Karten eingegeben")
    assert contributions(hall) == ["Kita", "Schule:\nganztags"]


def test_list_pasted_below_other_cards_is_read_by_itself_and_can_be_undone(page):
    page.keyboard.press("k")
    field = page.get_by_label("Karten", exact=True)
    field.fill("-5 Grad im Saal")
    paste(page, field, "•\tKita\r\n•\tSchule")
    preview = page.locator(".preview li")

    expect(preview).to_have_text(["-5 Grad im Saal", "Kita", "Schule"])
    page.keyboard.press("Control+z")
    expect(preview).to_have_text(["-5 Grad im Saal"])


def test_column_of_a_table_can_be_chosen(page):
    page.keyboard.press("k")
    paste(
        page,
        page.get_by_label("Karten", exact=True),
        "Nr\tBeitrag\tTisch\r\n1\tBus\tFenster\r\n2\tKita\tTür\r\n",
    )
    preview = page.locator(".preview li")

    expect(preview).to_have_text(["Beitrag", "Tisch", "Bus", "Fenster", "Kita", "Tür"])
    page.get_by_label("Aus der Tabelle").select_option("nur Spalte 2: Beitrag")
    expect(preview).to_have_text(["Beitrag", "Bus", "Kita"])


def test_lists_of_the_settings_take_the_lines_of_word_and_the_cells_of_excel(hall, page):
    page.get_by_role("button", name="Einstellungen").click()
    questions = page.get_by_label("Fragen für die Interviews")
    paste(page, questions, "1.\tWas fehlt dir?\r\n2.\tWas trägst\vdu bei?\r\n")
    expect(questions).to_have_value("Was fehlt dir?\nWas trägst du bei?")
    paste(page, page.get_by_label("Aufgaben für helfende Hände"), "Tische\u2028stellen\rFotos")
    page.get_by_role("button", name="Speichern").click()

    said(page, "Die Einstellungen sind gespeichert")
    settings = hall.facilitator.view["settings"]
    assert settings["questions"] == ["Was fehlt dir?", "Was trägst du bei?"]
    assert settings["help_tasks"] == ["Tische stellen", "Fotos"]


def test_roster_takes_the_rows_of_a_table_and_shows_them_before_they_are_saved(hall, page):
    hall.facilitator.act("set_supporters", supporters=[{"name": "Frau Berg"}])
    page.get_by_role("button", name="Begleitungen", exact=True).click()
    names = page.get_by_role("textbox", name="Name")
    paste(
        page, names.last, "Name\tArt\tNotiz\r\nHerr Tal\tPartner\tab 14 Uhr\r\nRat\tNetzwerk\t\r\n"
    )
    assert [name.input_value() for name in names.all()] == ["Frau Berg", "Herr Tal", "Rat", ""]
    page.get_by_role("button", name="Speichern").click()

    said(page, "3 Begleitungen gespeichert")
    assert [
        (one["name"], one["kind"], one["note"]) for one in hall.facilitator.view["supporters"]
    ] == [
        ("Frau Berg", "moderator", ""),
        ("Herr Tal", "partner", "ab 14 Uhr"),
        ("Rat", "network", ""),
    ]


def test_title_pasted_from_slides_has_one_line(hall, page):
    hall.topics("Bus")
    page.get_by_text("Themen").first.click()
    page.locator(".card[data-topic]").dblclick()
    paste(page, page.get_by_label("Titel des Themas"), "Mehr\vBusse")
    page.keyboard.press("Enter")

    expect(page.locator(".card-title")).to_have_text("Mehr Busse")
