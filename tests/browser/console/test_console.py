"""The console as a facilitator finds it: door, phases, wall, settings, people, files."""

import re
import signal

from playwright.sync_api import expect

from tests.browser.console.consoles import choose, said


def begin(page, phase: str, minutes: int | None = None) -> None:
    page.get_by_role("navigation", name="Ablauf").get_by_role("button", name=phase).first.click()
    if minutes is not None:
        page.get_by_label("Minuten").fill(str(minutes))
    page.get_by_role("button", name="Beginnen").click()


def test_door_asks_for_the_key_and_opens_with_the_right_one(hall):
    page = hall.page()

    refused = page.goto(f"{hall.server.url}/console")
    assert refused.status == 401
    assert page.request.get(f"{hall.server.url}/export.zip").status == 401
    assert page.request.get(f"{hall.server.url}/console/badges.json").status == 401
    assert page.request.get(f"{hall.server.url}/console/link.json").status == 401
    page.get_by_label("Schlüssel").fill("not the key")
    page.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Schlüssel").fill(hall.server.key)
    page.get_by_role("button").click()

    expect(page.locator(".connection")).to_have_text("Verbunden")
    expect(page).to_have_url(f"{hall.server.url}/console")


def test_phase_begins_with_a_timebox_that_can_be_extended_and_ended(hall):
    page = hall.console()

    begin(page, "Sammeln", minutes=25)
    said(page, "Jetzt läuft: Sammeln")
    left = page.get_by_role("timer")
    expect(left).to_have_text(re.compile(r"noch (25:00|24:5\d)"))
    page.get_by_role("button", name="5 Minuten mehr").click()
    expect(left).to_have_text(re.compile(r"noch (30:00|29:5\d)"))
    assert hall.facilitator.view["phase"] == "collect"
    page.get_by_role("button", name="beenden").click()

    expect(page.get_by_text("Ohne Zeit")).to_be_visible()
    assert hall.facilitator.view["phase_ends_at"] is None


def test_wall_shows_what_the_remote_says(hall):
    page = hall.console()
    remote = page.locator(".remote")

    remote.get_by_role("button", name="Themen").click()
    expect(remote.get_by_role("switch", name="Folgt der Phase")).not_to_be_checked()
    remote.get_by_role("switch", name="QR-Code in der Ecke").click()
    expect(remote.locator(".corner")).to_be_visible()
    assert hall.facilitator.view["scene"] == {"what": "topics", "follows": False, "qr": True}
    remote.get_by_role("switch", name="Folgt der Phase").click()

    expect(remote.locator("figcaption")).to_have_text("Willkommen")
    assert hall.facilitator.view["scene"] == {"what": "join", "follows": True, "qr": True}


def test_settings_change_what_was_changed_and_nothing_else(hall):
    hall.facilitator.act("set_settings", budget=7, questions=["Was fehlt dir?"])
    page = hall.console()

    page.get_by_role("button", name="Einstellungen").click()
    page.get_by_label("Name der Veranstaltung").fill("Ein Tag für alle")
    page.get_by_label("Aufgaben für helfende Hände").fill("Tische stellen\n\n Fotos machen ")
    hall.facilitator.act("set_settings", questions=["Was ist dir wichtig?"])
    page.get_by_role("button", name="Speichern").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ein Tag für alle")
    settings = hall.facilitator.view["settings"]
    assert (settings["budget"], settings["questions"]) == (7, ["Was ist dir wichtig?"])
    assert settings["help_tasks"] == ["Tische stellen", "Fotos machen"]


def test_opening_by_hand_goes_back_to_what_the_phase_has(hall):
    page = hall.console()
    hall.facilitator.act("set_phase", phase="collect")
    opening = page.locator(".permissions").get_by_role("switch", name="Beiträge schreiben")

    expect(opening).to_be_checked()
    opening.click()
    expect(opening).not_to_be_checked()
    assert hall.facilitator.view["settings"]["open"]["contributions"] is False
    page.get_by_role("button", name=re.compile("wie vorgesehen")).click()

    expect(opening).to_be_checked()
    assert hall.facilitator.view["settings"]["open"]["contributions"] is None


def test_counts_are_shown_to_all_and_covered_again(hall):
    hall.facilitator.act("set_phase", phase="vote")
    page = hall.console()

    page.get_by_role("button", name="Punkte allen zeigen").click()
    expect(page.get_by_role("switch", name="Punkte für alle sichtbar")).to_be_checked()
    assert hall.facilitator.view["counts"] == "revealed"
    page.get_by_role("button", name="Punkte verdecken").click()

    expect(page.get_by_role("switch", name="Punkte für alle sichtbar")).not_to_be_checked()
    assert hall.facilitator.view["counts"] == "hidden"


def test_participants_are_counted_apart_from_connections(hall):
    page = hall.console()
    staying, leaving = hall.phone(), hall.phone()
    expect(page.locator(".count")).to_have_text("2 verbunden, 2 dabei")

    leaving.close()

    expect(page.locator(".count")).to_have_text("1 verbunden, 2 dabei")
    assert staying.view["participants"] == 2


def test_badges_are_printed_with_a_join_code_each(hall):
    page = hall.console()
    page.evaluate("() => { window.print = () => document.body.classList.add('printed') }")

    page.get_by_role("button", name="Teilnehmende").click()
    page.get_by_label("Zahl der neuen Codes").fill("3")
    page.get_by_role("button", name="Codes machen").click()
    expect(page.get_by_text("3 Codes gemacht, 0 benutzt")).to_be_visible()
    page.reload()
    page.evaluate("() => { window.print = () => document.body.classList.add('printed') }")
    page.get_by_role("button", name="Teilnehmende").click()
    page.get_by_role("button", name="Alle 3 unbenutzten drucken").click()

    expect(page.locator("body.printed")).to_be_attached()
    slips = page.locator(".print-sheet li")
    assert slips.count() == 3
    assert page.locator(".print-sheet img").evaluate_all(
        "images => images.every((image) => image.naturalWidth > 0)"
    )
    code = slips.first.locator("code").text_content()
    assert f"/b/{code}" in slips.first.text_content()
    hall.phone(badge=code)
    expect(page.get_by_text("3 Codes gemacht, 1 benutzt")).to_be_visible()


def test_harvest_contacts_and_word_cloud_are_there_to_take_home(hall):
    page = hall.console()

    page.get_by_role("button", name="Mitnehmen").click()

    files = page.locator("dialog a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    assert files == ["/export.zip", "/contacts.csv", "/cloud.png", "/cloud.svg"]
    assert page.request.get(f"{hall.server.url}/contacts.csv").status != 401


def test_contact_of_a_dissolved_group_is_erased_for_whoever_asks(hall):
    topics = hall.topics("Mehr Busse", "Schwimmbad")
    hall.facilitator.act("set_phase", phase="board")
    for title, name in (("Mehr Busse", "Frau Berg, 0123"), ("Schwimmbad", "Herr Tal, 0456")):
        group = hall.facilitator.act("call_group", topics=[topics[title]], title=title)["group"]
        phone = hall.phone()
        phone.act("join_group", group=group)
        phone.act("write_board", group=group, field="contact", value=name, base=0)
    hall.facilitator.act("dissolve_group", group=group)
    page = hall.console()

    page.get_by_role("button", name="Mitnehmen").click()
    kept = page.locator(".board-contacts li")
    expect(kept).to_contain_text(["Mehr Busse", "Schwimmbad aufgelöst"])
    kept.nth(1).get_by_role("button", name="Kontakt löschen").click()
    kept.nth(1).get_by_role("button", name="Behalten").click()
    kept.nth(1).get_by_role("button", name="Kontakt löschen").click()
    kept.nth(1).get_by_role("button", name="Ja, für immer löschen").click()

    said(page, "Der Kontakt ist gelöscht")
    expect(kept).to_have_count(1)
    expect(kept).to_contain_text("Mehr Busse")
    assert phone.view["me"]["board_contact"] is False


def test_sealing_asks_first(hall):
    page = hall.console()

    page.get_by_role("button", name="Mitnehmen").click()
    seal = page.get_by_role("button", name="Versiegeln")
    expect(seal).to_be_disabled()
    page.get_by_role("checkbox").check()
    seal.click()

    said(page, "Die Punkte sind versiegelt")
    assert hall.facilitator.view["sealed"] is True


def test_connection_is_said_in_words_and_comes_back_by_itself(hall):
    page = hall.console()
    hall.server.kill()
    expect(page.locator(".connection")).to_contain_text("Keine Verbindung seit", timeout=20_000)

    begin(page, "Sortieren", minutes=0)
    hall.server.start()

    expect(page.locator(".connection")).to_have_text("Verbunden", timeout=20_000)
    expect(page.get_by_role("button", name="Sortieren")).to_have_attribute("aria-current", "step")
    hall.pages.mistakes.clear()  # the browser says of itself that it could not reach the server


def test_server_that_answers_nobody_is_said_in_words_after_a_few_seconds(hall):
    hall.topics("Bus")
    page = hall.console()
    choose(page, "Bus")
    page.keyboard.press("p")
    page.get_by_label("Zahl der Papierpunkte").fill("4")
    hall.server.process.send_signal(signal.SIGSTOP)
    page.get_by_role("button", name="Speichern").click()

    answers_not = "antwortet gerade nicht"
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text(
        answers_not, timeout=9_000
    )
    expect(page.locator(".connection")).to_contain_text(answers_not)
    hall.server.process.send_signal(signal.SIGCONT)

    said(page, "4 Papierpunkte eingetragen")
    expect(page.locator(".connection")).to_have_text("Verbunden")
