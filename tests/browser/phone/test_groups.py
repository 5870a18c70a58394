"""The phone in a group, at its board, and when the day closes."""

from playwright.sync_api import expect

from tests.browser.phone.phones import answered, at_board, group, with_group


def test_groups_are_joined_changed_and_left(hand, console):
    with_group(console)
    page = hand()
    group(page, "Busse").get_by_role("button", name="Hier mitmachen").click()
    expect(group(page, "Busse")).to_contain_text("1 dabei, 1 Platz frei")
    group(page, "Bad").get_by_role("button", name="Hierher wechseln").click()
    expect(group(page, "Bad")).to_contain_text("Hier bist du dabei")
    expect(group(page, "Busse")).to_contain_text("0 dabei, 2 Plätze frei")
    group(page, "Bad").get_by_role("button", name="Gruppe verlassen").click()
    page.get_by_role("button", name="Ja, verlassen").click()
    expect(group(page, "Bad").get_by_role("button", name="Hier mitmachen")).to_be_visible()


def test_two_people_in_the_same_board_field_keep_both_texts(hand, console):
    with_group(console)
    pages = [hand(), hand()]
    for page in pages:
        group(page, "Busse").get_by_role("button", name="Hier mitmachen").click()
        expect(group(page, "Busse")).to_contain_text("Hier bist du dabei")
    console.act("set_phase", phase="board")
    texts = ["Ein Nachtbus am Wochenende", "Mit dem Kreis sprechen"]
    goals = [page.locator("article.board-field").first for page in pages]
    for goal, text in zip(goals, texts, strict=True):
        goal.get_by_role("button", name="Schreiben").click()
        goal.get_by_role("textbox").fill(text)

    goals[0].get_by_role("button", name="Speichern").click()
    expect(goals[1].locator(".others")).to_contain_text(texts[0])
    expect(goals[1].get_by_role("textbox")).to_have_value(texts[1])
    goals[1].get_by_role("button", name="Speichern").click()

    expect(goals[1]).to_contain_text("Jetzt stehen beide Texte untereinander")
    for goal in goals:
        expect(goal.locator("p.text")).to_have_text("\n".join(texts))


def test_interest_help_and_contact_at_the_close(hand, console):
    console.act("set_settings", help_tasks=["Tische aufbauen", "Getränke verkaufen"])
    console.act("enter_cards", cards=["Kita-Plätze"])
    console.act("set_phase", phase="close")
    page = hand()
    page.get_by_role("button", name="Interessiert mich").click()
    expect(page.locator("li.topic")).to_contain_text("Gemerkt")
    page.get_by_role("button", name="Mithelfen").click()
    page.get_by_label("Tische aufbauen").check()
    page.get_by_role("button", name="Meine Hilfe anbieten").click()
    expect(page.get_by_text("Deine Hilfe ist notiert")).to_be_visible()

    page.get_by_role("button", name="Zurück zu: Abschluss").click()
    page.get_by_role("button", name="In Verbindung bleiben").click()
    page.get_by_label("Name").fill("Gisela Muster")
    page.get_by_label("Telefon").fill("02821 1234")
    page.get_by_label("Einladung zur nächsten").check()
    page.get_by_role("button", name="Adresse dalassen").click()
    expect(page.locator(".why")).to_contain_text("Ohne dein Einverständnis")
    page.get_by_label("Ich bin einverstanden").check()
    page.get_by_role("button", name="Adresse dalassen").click()
    expect(page.get_by_text("deine Adresse ist da")).to_be_visible()
    answered(page, "Gisela")
    page.get_by_role("button", name="Meine Adresse löschen").click()
    page.get_by_role("button", name="Ja, löschen").click()
    expect(page.get_by_label("Name")).to_have_value("")


def test_contact_on_the_board_of_a_dissolved_group_is_erased_by_whoever_wrote_it(hand, console):
    page = at_board(hand, console)
    field = page.locator("article.board-field").last
    field.get_by_role("button", name="Schreiben").click()
    field.get_by_role("textbox").fill("Frau Berg, 0123")
    field.get_by_role("button", name="Speichern").click()
    answered(page, "write_board")
    [id] = [id for id, one in console.view["groups"].items() if one["title"] == "Busse"]
    console.act("dissolve_group", group=id)
    console.act("set_phase", phase="close")
    console.act("set_settings", open={"contact": False})
    page.wait_for_selector(".part-close")

    page.get_by_role("button", name="In Verbindung bleiben").click()
    expect(page.get_by_text("hast du einen Kontakt notiert")).to_be_visible()
    page.get_by_role("button", name="Meine Adresse löschen").click()
    page.get_by_role("button", name="Ja, löschen").click()

    expect(page.get_by_text("hast du einen Kontakt notiert")).to_have_count(0)
    answered(page, "erase_contact")
    assert console.view["dissolved_contacts"] == []


def test_when_and_where_a_group_meets_is_entered_and_shown_in_words(hand, console):
    page = at_board(hand, console)
    for name, typed, shown in [
        ("Treffen: Tag", "2026-12-24", "Donnerstag, 24. Dezember 2026"),
        ("Treffen: Uhrzeit", "19:30", "19:30 Uhr"),
        ("Treffen: Ort", "Gasthaus Linde", "Gasthaus Linde"),
    ]:
        heading = page.get_by_role("heading", name=name, exact=True)
        field = page.locator("article.board-field", has=heading)
        field.get_by_role("button", name="Schreiben").click()
        field.locator("input").fill(typed)
        field.get_by_role("button", name="Speichern").click()
        expect(field.locator(".text")).to_have_text(shown)
    answered(page, "write_board")
    expect(page.locator(".board-of")).to_contain_text("1 von 7 Feldern")
    [board] = [one["board"] for one in console.view["groups"].values() if one["title"] == "Busse"]
    assert board["meeting_date"]["value"] == "2026-12-24"
    assert board["meeting_time"]["value"] == "19:30"
    assert board["meeting_place"]["value"] == "Gasthaus Linde"
