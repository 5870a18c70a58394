"""What a phone says of an act, and what it asks before it sends one."""

import signal

from playwright.sync_api import expect

from tests.browser.phone.phones import answered, own, status, write_topic

SAID_AFTER_MS = 15_000


def test_server_that_answers_nobody_is_said_in_words_after_a_few_seconds(hand, console, server):
    console.act("set_phase", phase="collect")
    page = hand()
    expect(status(page)).to_contain_text("Verbunden")
    server.process.send_signal(signal.SIGSTOP)
    try:
        write_topic(page, "Hört mich jemand?")
        expect(status(page)).to_have_text(
            "Noch keine Antwort. 1 Beitrag ist hier sicher aufgehoben.", timeout=SAID_AFTER_MS
        )
        expect(page.locator(".waits").first).to_contain_text("Noch keine Antwort")
        expect(page.locator(".thanks")).to_have_count(0)
    finally:
        server.process.send_signal(signal.SIGCONT)

    expect(status(page)).not_to_contain_text("Noch keine Antwort", timeout=SAID_AFTER_MS)
    expect(own(page, "Hört mich jemand?")).to_be_visible()
    expect(page.locator(".waits")).to_have_count(0, timeout=SAID_AFTER_MS)


def test_page_that_comes_back_from_the_back_forward_cache_asks_for_news(hand, console):
    page = hand("/health")
    with page.expect_websocket() as opened:
        page.goto(page.url.replace("/health", "/"))
    expect(status(page)).to_contain_text("Verbunden")

    with opened.value.expect_event("framesent", lambda frame: '"sync"' in frame):
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")

    expect(status(page)).to_contain_text("Verbunden")


def test_what_cannot_be_seen_is_not_sent_and_slides_leave_line_breaks(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    field, send = page.get_by_label("Dein Thema"), page.get_by_role("button", name="An die Wand")

    field.fill("\u200b \u3164\u2800")
    expect(send).to_be_disabled()
    expect(page.get_by_text("Hier ist noch nichts zu lesen.")).to_be_visible()
    field.fill("Mehr Bäume\u000bam Markt\u0007\u200d")
    expect(page.get_by_text("Hier ist noch nichts zu lesen.")).to_have_count(0)
    send.click()

    expect(own(page, "Mehr Bäume")).to_be_visible()
    answered(page, "contribute")
    [topic] = console.topics().values()
    assert topic["contributions"][0]["text"] == "Mehr Bäume\nam Markt\u200d"


def test_address_that_looks_wrong_is_asked_about_once_and_then_believed(hand, console):
    console.act("set_phase", phase="close")
    page = hand()
    page.get_by_role("button", name="In Verbindung bleiben").click()
    page.get_by_label("Name").fill("Anna")
    page.get_by_label("E-Mail").fill("mailto:anna@beispiel.de")
    page.get_by_label("Treffen meiner Themengruppe").check()
    page.get_by_label("Ich bin einverstanden").check()
    send = page.get_by_role("button", name="Adresse dalassen")

    send.click()
    page.get_by_role("button", name="Ja, anna@beispiel.de").click()
    expect(page.get_by_label("E-Mail")).to_have_value("anna@beispiel.de")
    page.get_by_label("E-Mail").fill("anna")
    send.click()
    expect(page.get_by_role("alert")).to_contain_text("Fehlt da etwas?")
    send.click()

    expect(page.get_by_text("Danke, deine Adresse ist da.")).to_be_visible()
