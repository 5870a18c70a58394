"""Keys and codes: in no page and no message until a facilitator asks, and not for long."""

import pytest
from playwright.sync_api import Locator, Page, expect

TRIES = 20


@pytest.fixture
def page(hall):
    """A console opened by the form, so that no address on the way has the key."""
    page = hall.page()
    page.clock.install()
    page.goto(f"{hall.server.url}/console")
    page.get_by_label("Schlüssel").fill(hall.server.key)
    page.get_by_role("button").click()
    page.locator(".topbar").wait_for()
    return page


def show_participants(page) -> None:
    page.locator(".tools").get_by_role("button", name="Teilnehmende").click()


def test_key_comes_to_the_page_when_a_facilitator_asks_for_it(hall):
    page, came = hall.page(), []
    page.on("response", lambda answer: came.append(answer) if answer.status == 200 else None)
    page.on("websocket", lambda ws: ws.on("framereceived", lambda text: frames.append(str(text))))
    frames: list[str] = []
    page.goto(f"{hall.server.url}/console?key={hall.server.key}")
    show_participants(page)

    key = hall.server.key
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Zweite Moderation dazuholen")).to_be_visible()
    assert key not in page.content()
    assert not [answer.url for answer in came if key in answer.text()]
    assert not [text for text in frames if key in text]
    assert dialog.get_by_alt_text("QR-Code für die Moderation").count() == 0
    dialog.get_by_role("button", name="Schlüssel zeigen").click()

    expect(dialog.locator(".second-facilitator .address")).to_have_text(
        f"{hall.server.url}/console?key={key}"
    )
    code = dialog.get_by_alt_text("QR-Code für die Moderation")
    assert code.evaluate("img => img.decode().then(() => img.naturalWidth)") > 0


def test_key_is_hidden_again_by_hand_by_closing_and_after_a_while(hall, page):
    show_participants(page)
    show = page.get_by_role("button", name="Schlüssel zeigen")
    link = page.locator(".second-facilitator .address")
    show.click()
    expect(link).to_be_visible()
    page.get_by_role("button", name="Schlüssel verbergen").click()
    expect(link).to_have_count(0)
    show.click()
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    show_participants(page)
    expect(link).to_have_count(0)
    show.click()
    expect(link).to_be_visible()
    assert_hides_after_a_while(page, link)
    assert hall.server.key not in page.content()


def assert_hides_after_a_while(page: Page, secret: Locator) -> None:
    """Let time pass until it is hidden: a little may go by before the page begins to count."""
    for _ in range(TRIES):
        page.clock.fast_forward("02:00")
        page.clock.run_for(1_000)
        if secret.count() == 0:
            return
    expect(secret).to_have_count(0)


def test_new_badge_codes_are_listed_on_request(hall, page):
    show_participants(page)
    page.get_by_label("Zahl der neuen Codes").fill("3")
    page.get_by_role("button", name="Codes machen").click()
    show = page.get_by_role("button", name="3 neue Codes zeigen")
    codes = page.locator(".codes li")
    expect(show).to_be_visible()
    expect(codes).to_have_count(0)
    show.click()
    expect(codes).to_have_count(3)
    assert_hides_after_a_while(page, codes)
    show.click()
    expect(codes).to_have_count(3)
    page.keyboard.press("Escape")
    show_participants(page)

    expect(codes).to_have_count(0)


def test_printed_codes_leave_the_page_once_they_are_printed(hall):
    page = hall.console()
    page.evaluate("() => { window.print = () => document.body.classList.add('printed') }")
    show_participants(page)
    page.get_by_label("Zahl der neuen Codes").fill("2")
    page.get_by_role("button", name="Codes machen").click()
    page.get_by_role("button", name="2 neue Codes drucken").click()
    page.locator("body.printed").wait_for()
    expect(page.locator(".print-sheet li")).to_have_count(2)
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    expect(page.locator(".print-sheet")).to_have_count(0)
