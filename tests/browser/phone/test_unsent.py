"""The phone without a server, closed or opened twice: all is there once and in order."""

import pytest
from playwright.sync_api import Error, expect

from tests.browser.console.consoles import Facilitator
from tests.browser.phone.phones import ballot, full_dots, own, part, status, write_topic

TOPICS = ["Ein Dorfladen in Grieth", "Sprachcafé am Wochenende", "Pflegende brauchen Pausen"]
PLACED = {"Das Schwimmbad bleibt": 2, "Einsamkeit im Alter": 1}
ALL_SENT_MS = 30_000


def test_what_is_written_without_a_server_arrives_once_and_in_order(hand, console, server):
    console.act("set_phase", phase="collect")
    page = hand()
    expect(status(page)).to_contain_text("Verbunden")
    console.close()
    server.kill()
    for text in ("eins", "zwei", "drei"):
        write_topic(page, text)
    expect(status(page)).to_contain_text("3 Beiträge noch nicht gesendet")
    expect(own(page, "zwei")).to_contain_text("Wartet auf WLAN")

    server.start()

    expect(status(page)).to_contain_text("Gesendet", timeout=ALL_SENT_MS)
    expect(page.locator(".waits")).to_have_count(0)
    again = Facilitator(server)
    assert list(again.topics()) == ["eins", "zwei", "drei"]
    again.close()


def test_what_is_said_of_an_act_follows_what_became_of_it(hand, console, server):
    """Nothing is thanked for, noted or said to be there before the server has it."""
    ids = console.act("enter_cards", cards=["Bus am Abend", "Mehr Bänke"])["topics"]
    console.act("call_group", topics=[ids[0]], title="Busse", table="3")
    console.act("set_settings", help_tasks=["Tische"], open={"contributions": True, "flags": True})
    console.act("set_phase", phase="group")
    page = hand()
    expect(status(page)).to_contain_text("Verbunden")
    console.close()
    server.kill()

    page.get_by_role("button", name="Hier mitmachen").click()
    assert_waits_and_nothing_is_thanked_for(page)
    part(page, "Ein Thema aufschreiben")
    write_topic(page, "Ein Dorfladen")
    assert_waits_and_nothing_is_thanked_for(page)
    part(page, "Offene Enden")
    ballot(page, "Mehr Bänke").get_by_role("button", name="Interessiert mich").click()
    assert_waits_and_nothing_is_thanked_for(page)
    part(page, "Mithelfen")
    page.get_by_label("Tische").check()
    page.get_by_role("button", name="Meine Hilfe anbieten").click()
    assert_waits_and_nothing_is_thanked_for(page)
    part(page, "In Verbindung bleiben")
    leave_contact(page)
    assert_waits_and_nothing_is_thanked_for(page)

    server.start()

    expect(page.locator(".thanks")).to_contain_text("deine Adresse ist da", timeout=ALL_SENT_MS)
    expect(page.locator(".waits")).to_have_count(0)
    part(page, "Offene Enden")
    expect(ballot(page, "Mehr Bänke").locator(".thanks")).to_be_visible()
    ballot(page, "Mehr Bänke").get_by_role("button", name="Doch nicht").click()
    expect(ballot(page, "Mehr Bänke").locator(".thanks")).to_have_count(0)


def leave_contact(page) -> None:
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("E-Mail").fill("ada@example.org")
    page.locator("fieldset.checks label").first.click()
    page.locator(".consent label").click()
    page.get_by_role("button", name="Adresse dalassen").click()


def assert_waits_and_nothing_is_thanked_for(page) -> None:
    expect(page.locator(".waits").first).to_be_visible()
    expect(page.locator(".thanks")).to_have_count(0)
    expect(page.get_by_text("Danke!")).to_have_count(0)


def test_topics_and_dots_of_a_phone_without_server_outlive_a_reload_once_and_in_order(
    hand, console, server
):
    console.act("enter_cards", cards=list(PLACED))
    console.act("set_phase", phase="vote")
    console.act("set_settings", open={"contributions": True})
    page = hand()
    expect(status(page)).to_contain_text("Verbunden")
    console.close()
    server.kill()

    for title, dots in PLACED.items():
        for _ in range(dots):
            ballot(page, title).locator(".plus").click()
    expect(page.locator(".hand")).to_contain_text("Noch 2 Punkte")
    part(page, "Ein Thema aufschreiben")
    for text in TOPICS:
        write_topic(page, text)
    expect(own(page, TOPICS[1])).to_contain_text("Wartet auf WLAN")
    with pytest.raises(Error):
        page.reload()
    server.start()
    page.goto(server.url)

    expect(status(page)).to_contain_text("Gesendet", timeout=ALL_SENT_MS)
    assert_all_there_once(server)
    for title, dots in PLACED.items():
        expect(full_dots(page, title)).to_have_count(dots)
    page.reload()
    expect(page.locator(".hand")).to_contain_text("Noch 2 Punkte")
    part(page, "Ein Thema aufschreiben")
    expect(page.locator("article.own")).to_have_count(len(TOPICS))
    expect(page.locator(".waits")).to_have_count(0)


def assert_all_there_once(server) -> None:
    again = Facilitator(server)
    topics = again.topics()
    again.close()
    assert list(topics) == [*PLACED, *TOPICS]
    assert {title: topics[title]["dots"] for title in topics if topics[title]["dots"]} == PLACED
    assert sum(len(topic["contributions"]) for topic in topics.values()) == len(topics)


def test_unsent_work_survives_a_closed_page_and_a_refusal_keeps_the_text(hand, console, server):
    console.act("set_phase", phase="collect")
    page = hand()
    expect(status(page)).to_contain_text("Verbunden")
    context = page.context
    context.set_offline(True)
    console.close()
    server.kill()
    write_topic(page, "Das kam zu spät")
    expect(own(page, "Das kam zu spät")).to_contain_text("Wartet auf WLAN")
    page.close()

    server.start()
    facilitator = Facilitator(server)
    facilitator.act("set_phase", phase="vote")
    facilitator.act("set_settings", open={"contributions": False})
    context.set_offline(False)
    page = context.new_page()
    page.goto(server.url)
    problem = page.locator(".problem")
    expect(problem).to_contain_text("Gerade werden keine Beiträge gesammelt")
    expect(problem).to_contain_text("Das kam zu spät")
    facilitator.act("set_settings", open={"contributions": None})
    facilitator.act("set_phase", phase="collect")
    problem.get_by_role("button", name="Text weiter bearbeiten").click()
    expect(page.get_by_label("Dein Thema")).to_have_value("Das kam zu spät")
    facilitator.close()


def test_reload_and_a_new_page_keep_the_person_and_the_draft(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    write_topic(page, "Das bin ich")
    expect(own(page, "Das bin ich")).to_be_visible()
    page.get_by_label("Dein Thema").fill("Noch nicht fertig")
    page.reload()
    expect(own(page, "Das bin ich")).to_be_visible()
    expect(page.get_by_label("Dein Thema")).to_have_value("Noch nicht fertig")

    second = page.context.new_page()
    page.close()
    second.goto(page.url)
    expect(own(second, "Das bin ich")).to_be_visible()
    expect(second.get_by_label("Dein Thema")).to_have_value("Noch nicht fertig")


def test_two_pages_of_one_phone_send_each_act_once(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    expect(status(page)).to_contain_text("Verbunden")
    second = page.context.new_page()
    second.goto(page.url)
    expect(status(second)).to_contain_text("Verbunden")
    page.context.set_offline(True)
    write_topic(page, "von der ersten Seite")
    write_topic(second, "von der zweiten Seite")
    page.context.set_offline(False)

    for one in (page, second):
        expect(own(one, "von der ersten Seite")).to_be_visible()
        expect(own(one, "von der zweiten Seite")).to_be_visible()
        expect(one.locator(".waits")).to_have_count(0, timeout=ALL_SENT_MS)
    assert sorted(console.topics()) == ["von der ersten Seite", "von der zweiten Seite"]


class Line:
    """A connection of a page, with what the server sends on it; it can be cut."""

    def __init__(self, ws):
        self._ws, self.heard = ws, []
        ws.connect_to_server().on_message(self._pass_on)

    def cut(self) -> None:
        self._ws.close()

    def _pass_on(self, frame: str) -> None:
        self.heard.append(frame[:20])
        self._ws.send(frame)


def test_phone_that_comes_back_hears_only_what_it_missed(hand, console):
    console.act("enter_cards", cards=list(PLACED))
    console.act("set_phase", phase="sort")
    page, lines = hand(), []
    page.route_web_socket("**/socket.io/**", lambda ws: lines.append(Line(ws)))
    page.reload()
    expect(page.locator("li.topic")).to_have_count(len(PLACED))
    assert any(frame.startswith('42/phone,["view"') for frame in lines[0].heard)

    lines[0].cut()
    console.act("set_phase", phase="vote")

    expect(page.locator(".hand")).to_contain_text("Noch 5 Punkte")
    expect(status(page)).to_contain_text("Verbunden")
    assert any(frame.startswith('42/phone,["change"') for frame in lines[1].heard)
    assert not any(frame.startswith('42/phone,["view"') for frame in lines[1].heard)
