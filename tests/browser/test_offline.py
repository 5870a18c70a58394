"""A phone without the server: topics, dots, a reload; then all is there once and in order."""

import pytest
from playwright.sync_api import Error, expect

from tests.browser.phones import part
from tests.browser.test_phone import Console, ballot, console, full_dots, hand, own, status, write  # noqa: F401

TOPICS = ["Ein Dorfladen in Grieth", "Sprachcafé am Wochenende", "Pflegende brauchen Pausen"]
PLACED = {"Das Schwimmbad bleibt": 2, "Einsamkeit im Alter": 1}
ALL_SENT_MS = 30_000


def test_topics_and_dots_of_a_phone_without_server_outlive_a_reload_once_and_in_order(
    hand,  # noqa: F811
    console,  # noqa: F811
    server,
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
        write(page, text)
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
    again = Console(server)
    topics = again.topics()
    again.close()
    assert list(topics) == [*PLACED, *TOPICS]
    assert {title: topics[title]["dots"] for title in topics if topics[title]["dots"]} == PLACED
    assert sum(len(topic["contributions"]) for topic in topics.values()) == len(topics)
