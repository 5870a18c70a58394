"""Whose phone it is: a badge, the kiosk, speaking for another, one's language."""

from playwright.sync_api import expect

from tests.browser.phone.phones import TITLES, answered, ballot, full_dots, own, write_topic


def test_speaking_for_another_gives_them_dots_of_their_own(hand, console):
    console.act("enter_cards", cards=TITLES)
    console.act("set_phase", phase="vote")
    page = hand()
    ballot(page, "Schwimmbad").locator(".plus").click()
    expect(full_dots(page, "Schwimmbad")).to_have_count(1)
    page.get_by_role("button", name="Für andere sprechen").click()
    page.get_by_label("Wie nennst du die Person?").fill("Tante Gisela")
    page.get_by_role("button", name="Für diese Person sprechen").click()

    expect(page.locator(".acting")).to_contain_text("Tante Gisela")
    expect(page.locator(".hand")).to_contain_text("Noch 5 Punkte")
    expect(full_dots(page, "Schwimmbad")).to_have_count(0)
    ballot(page, "Einsamkeit").locator(".plus").click()
    expect(full_dots(page, "Einsamkeit")).to_have_count(1)
    page.reload()
    expect(page.locator(".acting")).to_contain_text("Tante Gisela")
    expect(full_dots(page, "Einsamkeit")).to_have_count(1)
    page.get_by_role("button", name="Wechseln").click()
    page.get_by_role("button", name="Ich selbst").click()
    expect(page.locator(".acting")).to_contain_text("für dich selbst")
    expect(full_dots(page, "Schwimmbad")).to_have_count(1)
    answered(page, "place_dot")
    assert console.topics()["Einsamkeit im Alter"]["people"] == 1


def test_badge_makes_one_person_on_whatever_device(hand, console, server):
    console.act("set_phase", phase="collect")
    code = console.act("make_badges", count=1)["codes"][0]
    first = hand(f"/b/{code}")
    write_topic(first, "Mit meinem Namensschild")
    expect(own(first, "Mit meinem Namensschild")).to_be_visible()
    first.reload()
    expect(own(first, "Mit meinem Namensschild")).to_be_visible()

    second = hand()
    write_topic(second, "Vorher ohne Schild")
    expect(own(second, "Vorher ohne Schild")).to_be_visible()
    second.goto(f"{server.url}/b/{code}")
    expect(own(second, "Mit meinem Namensschild")).to_be_visible()
    expect(second.locator(".acting")).to_contain_text(code.upper())


def test_unknown_badge_lets_one_in_with_a_kind_sentence(hand, console, server):
    console.act("set_phase", phase="collect")
    page = hand("/b/nobody22")
    expect(page.locator(".notice")).to_contain_text("Den Code von diesem Namensschild kenne ich")

    known = hand()
    write_topic(known, "Das bin ich")
    expect(own(known, "Das bin ich")).to_be_visible()
    known.goto(f"{server.url}/b/nobody22")
    expect(own(known, "Das bin ich")).to_be_visible()
    expect(known.locator(".notice")).to_contain_text("Den Code von diesem Namensschild kenne ich")


def test_kiosk_hands_over_to_a_fresh_person(hand, console):
    console.act("set_phase", phase="collect")
    page = hand("/kiosk", width=800)
    page.get_by_role("button", name="Anfangen").click()
    write_topic(page, "Vom Tablet")
    expect(own(page, "Vom Tablet")).to_be_visible()
    answered(page, "contribute")
    page.get_by_label("Dein Thema").fill("Halb getippt")
    page.locator(".next-person").click()

    page.get_by_role("button", name="Anfangen").click()
    expect(page.get_by_label("Dein Thema")).to_have_value("")
    expect(page.locator("article.own")).to_have_count(0)
    assert console.topics()["Vom Tablet"]["contributions"][0]["via"] == "kiosk"


def test_kiosk_returns_by_itself_after_a_visible_countdown(hand, server):
    page = hand("/kiosk", width=800)
    page.clock.install()
    page.reload()
    page.get_by_role("button", name="Anfangen").click()
    expect(page.locator(".next-person")).to_be_visible()
    page.clock.run_for(80_000)
    expect(page.locator(".idle")).to_contain_text("Sekunden ist die nächste Person dran")
    page.get_by_role("button", name="Ich bin noch da").click()
    expect(page.locator(".idle")).to_have_count(0)
    page.clock.run_for(100_000)
    expect(page.get_by_role("button", name="Anfangen")).to_be_visible()


def test_language_is_asked_for_only_where_it_is_unclear_and_can_always_be_changed(hand):
    page = hand(locale="ar-SY")
    page.get_by_role("button", name="English").click()
    expect(page.locator(".status")).to_have_text("Connected")
    page.reload()
    expect(page.locator(".top h1")).to_have_text("Welcome")
    page.get_by_role("button", name="Choose a language").click()
    page.get_by_role("button", name="Deutsch").click()
    expect(page.locator(".top h1")).to_have_text("Willkommen")
