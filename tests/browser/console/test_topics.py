"""What a facilitator does with topics on the console, by mouse and by keyboard."""

from playwright.sync_api import expect

from tests.browser.console.consoles import card, choose, drag, said, show_topics


def titles(page) -> list[str]:
    return page.locator(".card .card-title").all_inner_texts()


def vote(hall, topic: str, dots: int) -> None:
    hall.facilitator.act("set_phase", phase="vote")
    person = hall.phone()
    for _ in range(dots):
        person.act("place_dot", topic=topic)


def test_cards_are_merged_by_drag(hall):
    hall.topics("Bus am Abend", "Bus am Sonntag", "Radweg")
    page = hall.console()

    drag(page, card(page, "Bus am Sonntag"), card(page, "Bus am Abend"))
    expect(page.get_by_role("dialog")).to_contain_text("2 Themen zusammenführen")
    page.get_by_role("dialog").get_by_role("button", name="Zusammenführen").click()

    said(page, "2 Themen zusammengeführt")
    expect(card(page, "Bus am Abend")).to_contain_text("2 Beiträge")
    expect(card(page, "Bus am Sonntag")).to_have_count(0)


def test_cards_are_merged_by_keyboard_alone(hall):
    hall.topics("Bus am Abend", "Bus am Sonntag", "Radweg")
    page = hall.console()

    card(page, "Radweg").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.keyboard.press("m")
    expect(page.get_by_role("dialog")).to_contain_text("2 Themen zusammenführen")
    page.get_by_placeholder("Ein eigener Titel").fill("Bus, wenn man ihn braucht")
    page.keyboard.press("Enter")

    said(page, "2 Themen zusammengeführt")
    expect(card(page, "Bus, wenn man ihn braucht")).to_be_focused()


def test_escape_closes_a_dialog_and_gives_the_focus_back(hall):
    hall.topics("Bus", "Radweg")
    page = hall.console()

    card(page, "Radweg").focus()
    page.keyboard.press("t")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(card(page, "Radweg")).to_be_focused()


def test_topic_is_split_by_keys_and_its_dots_go_back(hall):
    ids = hall.topics("Bus am Abend", "Radweg zur Schule")
    merged = hall.facilitator.act("merge", topics=list(ids.values()), title="Verkehr")["topic"]
    vote(hall, merged, dots=2)
    page = hall.console()

    choose(page, "Verkehr")
    page.keyboard.press("t")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("2 Punkte von 1 Person")
    page.get_by_label("Titel von Teil 1").fill("Bus")
    page.get_by_label("Titel von Teil 2").fill("Rad")
    dialog.locator("tbody tr").nth(0).focus()
    page.keyboard.press("1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("2")
    expect(dialog.locator(".effect")).to_contain_text("2 Punkte gehen zurück: 1 Person")
    dialog.get_by_role("button", name="In 2 Teile aufteilen").click()

    said(page, "In 2 Teile aufgeteilt")
    topics = hall.facilitator.topics()
    assert {title: topic["dots"] for title, topic in topics.items()} == {"Bus": 0, "Rad": 0}
    assert [c["text"] for c in topics["Rad"]["contributions"]] == ["Radweg zur Schule"]


def test_topic_is_split_by_drag_and_the_successor_keeps_the_dots(hall):
    ids = hall.topics("Bus am Abend", "Radweg zur Schule")
    merged = hall.facilitator.act("merge", topics=list(ids.values()), title="Verkehr")["topic"]
    vote(hall, merged, dots=2)
    page = hall.console()

    choose(page, "Verkehr")
    page.get_by_role("button", name="Aufteilen").click()
    dialog = page.get_by_role("dialog")
    for part, (title, text) in enumerate((("Bus", "Bus am Abend"), ("Rad", "Radweg zur Schule"))):
        page.get_by_label(f"Titel von Teil {part + 1}").fill(title)
        row = dialog.locator("tbody tr").filter(has_text=text)
        drag(page, row, dialog.locator("thead .part").nth(part))
    dialog.get_by_label("Teil 2 behält die Punkte").check()
    expect(dialog.locator(".effect")).to_contain_text("Die Punkte bleiben bei Rad")
    dialog.get_by_role("button", name="In 2 Teile aufteilen").click()

    said(page, "In 2 Teile aufgeteilt")
    topics = hall.facilitator.topics()
    assert {title: topic["dots"] for title, topic in topics.items()} == {"Bus": 0, "Rad": 2}
    assert topics["Rad"]["id"] == merged


def test_proposals_of_participants_become_parts(hall):
    ids = hall.topics("Verkehr")
    hall.facilitator.act("set_phase", phase="sort")
    hall.phone().act("flag_broad", topic=ids["Verkehr"], narrower="Nur der Abendbus")
    page = hall.console()

    choose(page, "Verkehr")
    expect(page.locator(".selection")).to_contain_text("Nur der Abendbus")
    page.keyboard.press("t")
    page.get_by_role("dialog").get_by_role("button", name="Nur der Abendbus").click()

    expect(page.get_by_label("Titel von Teil 1")).to_have_value("Nur der Abendbus")


def test_title_is_changed_in_place(hall):
    hall.topics("Buss")
    page = hall.console()

    card(page, "Buss").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Titel des Themas").fill("Bus")
    page.keyboard.press("Enter")

    expect(card(page, "Bus")).to_be_focused()
    assert titles(page) == ["Bus"]


def test_topic_is_hidden_with_a_reason_and_comes_back(hall):
    hall.topics("Bus", "Etwas Gemeines")
    page = hall.console()

    choose(page, "Etwas Gemeines")
    page.keyboard.press("h")
    expect(page.get_by_role("dialog").get_by_role("button", name="Ausblenden")).to_be_disabled()
    page.get_by_role("button", name="Beleidigt Menschen").click()
    page.get_by_role("dialog").get_by_role("button", name="Ausblenden").click()
    said(page, "Das Thema ist ausgeblendet")
    expect(card(page, "Etwas Gemeines")).to_have_count(0)
    page.locator(".filters").get_by_role("button", name="Ausgeblendet").click()
    choose(page, "Etwas Gemeines")
    expect(page.locator(".selection")).to_contain_text("Grund: Beleidigt Menschen")
    page.get_by_role("button", name="Wieder zeigen").click()

    said(page, "Das Thema ist wieder zu sehen")
    states = {title: topic["state"] for title, topic in hall.facilitator.topics().items()}
    assert states == {"Bus": "open", "Etwas Gemeines": "open"}


def test_last_step_is_taken_back_and_done_again_by_buttons_and_keys(hall):
    hall.topics("Bus am Abend", "Bus am Sonntag")
    page = hall.console()
    choose(page, "Bus am Abend", "Bus am Sonntag")
    page.keyboard.press("m")
    page.get_by_role("dialog").get_by_role("button", name="Zusammenführen").click()
    said(page, "2 Themen zusammengeführt")
    history = page.locator(".history li")
    expect(history).to_contain_text("2 Themen zu „Bus am Abend“ zusammengeführt")

    page.locator(".undo-redo").get_by_role("button", name="Rückgängig").click()
    said(page, "Zurückgenommen")
    expect(page.locator(".card")).to_have_count(2)
    page.locator(".undo-redo").get_by_role("button", name="Wiederholen").click()
    said(page, "Wieder da")
    expect(page.locator(".card")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(page.locator(".card")).to_have_count(2)
    page.keyboard.press("Control+Shift+Z")

    expect(page.locator(".card")).to_have_count(1)
    expect(history).to_have_count(1)


def test_cards_of_a_writing_wall_are_entered_and_typed_ones_outlive_a_reload(hall):
    hall.facilitator.act("set_phase", phase="collect")
    page = hall.console()
    show_topics(page)

    page.keyboard.press("k")
    page.get_by_label("Karten", exact=True).fill("Mehr Bänke\n\n  Sprachcafé im Rathaus ")
    expect(page.locator(".preview li")).to_have_text(["Mehr Bänke", "Sprachcafé im Rathaus"])
    page.reload()
    page.locator(".topbar").wait_for()
    page.get_by_role("button", name="Schreibwand eingeben").click()
    page.get_by_role("button", name="2 Karten eingeben").click()

    expect(page.get_by_role("dialog")).to_contain_text("2 Karten eingegeben")
    assert {
        (c["text"], c["via"])
        for topic in hall.facilitator.view["topics"].values()
        for c in topic["contributions"]
    } == {("Mehr Bänke", "wall"), ("Sprachcafé im Rathaus", "wall")}


def test_paper_dots_are_entered(hall):
    hall.topics("Bus")
    page = hall.console()

    choose(page, "Bus")
    page.keyboard.press("p")
    page.get_by_label("Zahl der Papierpunkte").fill("4")
    page.get_by_role("button", name="Einen mehr").click()
    page.get_by_role("button", name="Speichern").click()

    said(page, "5 Papierpunkte eingetragen")
    expect(card(page, "Bus")).to_contain_text("5")


def test_topics_are_found_by_search_filter_way_and_order(hall):
    ids = hall.topics("Grünfläche", "Abendbus", "Zebrastreifen")
    hall.facilitator.act("enter_cards", cards=["Bänke"], via="wall")
    vote(hall, ids["Abendbus"], dots=1)
    hall.facilitator.act("set_phase", phase="sort")
    page = hall.console()

    assert titles(page) == ["Bänke", "Zebrastreifen", "Abendbus", "Grünfläche"]
    page.get_by_label("Reihenfolge").select_option("title")
    expect(page.locator(".card-title")).to_have_text(
        ["Abendbus", "Bänke", "Grünfläche", "Zebrastreifen"]
    )
    page.get_by_label("Weg herein").select_option("wall")
    expect(page.locator(".card-title")).to_have_text(["Bänke"])
    page.get_by_label("Weg herein").select_option("any")
    page.get_by_role("button", name="Mit Punkten").click()
    expect(page.locator(".card-title")).to_have_text(["Abendbus"])
    page.get_by_role("button", name="Alle", exact=False).first.click()
    page.keyboard.press("/")
    page.keyboard.type("gruen")
    expect(page.locator(".card-title")).to_have_text(["Grünfläche"])
    page.keyboard.press("Escape")
    hall.facilitator.act("enter_cards", cards=["Ganz neu"], via="wall")
    page.get_by_role("button", name="Neu 1").click()

    expect(page.locator(".card-title")).to_have_text(["Ganz neu"])
    page.get_by_role("button", name="Alle gesehen").click()
    expect(page.locator(".card-title")).to_have_count(5)
