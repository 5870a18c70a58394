"""What a browser may be set to, and what the console says about it in words."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.console.consoles import card, choose, said
from tests.conftest import CHROMIUM_FLAGS
from tests.needs import find_chromium

BLOCKED = 2
"""What Chromium's settings say where nothing of a page may be kept."""
NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
}
"""


@pytest.fixture
def without_cookies(browser, tmp_path):
    """A page of a browser that is set to keep no cookies, and with them no storage."""
    settings = tmp_path / "profile" / "Default" / "Preferences"
    settings.parent.mkdir(parents=True)
    chosen = {"profile": {"default_content_setting_values": {"cookies": BLOCKED}}}
    settings.write_text(json.dumps(chosen))
    context = browser.browser_type.launch_persistent_context(
        str(settings.parent.parent),
        executable_path=find_chromium(),
        args=CHROMIUM_FLAGS,
        locale="de-DE",
    )
    yield context.new_page()
    context.close()


def test_form_says_that_cookies_are_blocked_and_what_to_do(hall, without_cookies):
    page = without_cookies
    page.goto(f"{hall.server.url}/console")
    page.get_by_label("Schlüssel").fill(hall.server.key)
    page.get_by_role("button").click()

    expect(page.get_by_role("alert")).to_contain_text("dein Browser nimmt keine Cookies an")
    page.get_by_label("Schlüssel").fill("wrong")
    page.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("Der Schlüssel stimmt nicht")


def test_link_with_the_key_says_that_cookies_are_blocked(hall, without_cookies):
    without_cookies.goto(f"{hall.server.url}/console?key={hall.server.key}")

    alert = without_cookies.get_by_role("alert")
    expect(alert).to_contain_text("dein Browser nimmt keine Cookies an")
    assert hall.server.key not in without_cookies.url


def test_link_with_the_key_opens_from_the_page_of_somebody_else(hall):
    """A browser keeps a strict cookie to itself while another site leads it here."""
    page = hall.page()
    page.goto(f"data:text/html,<a href='{hall.server.url}/console?key={hall.server.key}'>Los</a>")
    page.get_by_text("Los").click()

    expect(page.locator(".connection")).to_have_text("Verbunden")
    expect(page).to_have_url(f"{hall.server.url}/console")


def test_form_that_is_older_than_its_cookie_asks_again(hall):
    page = hall.page()
    page.goto(f"{hall.server.url}/console")
    page.context.clear_cookies()
    page.get_by_label("Schlüssel").fill(hall.server.key)
    page.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_have_text("Bitte gib den Schlüssel noch einmal ein.")
    page.get_by_label("Schlüssel").fill(hall.server.key)
    page.get_by_role("button").click()

    expect(page.locator(".connection")).to_have_text("Verbunden")


def test_console_works_without_storage_and_says_what_it_cannot_keep(hall):
    hall.topics("Bus", "Bahn")
    page = hall.page()
    page.add_init_script(NO_STORAGE)
    page.goto(f"{hall.server.url}/console?key={hall.server.key}")

    note = page.get_by_text(re.compile("Dein Browser merkt sich auf dieser Seite nichts"))
    expect(note).to_be_visible()
    choose(page, "Bus", "Bahn")
    page.keyboard.press("m")
    page.get_by_role("dialog").get_by_role("button", name="Zusammenführen").click()
    said(page, "2 Themen zusammengeführt")
    page.locator(".undo-redo").get_by_role("button", name="Rückgängig").click()
    expect(card(page, "Bahn")).to_be_visible()
    page.locator(".alarms").get_by_role("button", name="Weglegen").click()
    expect(note).to_have_count(0)


def test_all_screens_open_without_storage(hall):
    for path, words in (
        ("/", "Herzlich willkommen"),
        ("/kiosk", "Mach mit"),
        ("/wall", "Willkommen"),
    ):
        page = hall.page()
        page.add_init_script(NO_STORAGE)
        page.goto(hall.server.url + path)
        expect(page.locator("body")).to_contain_text(re.compile(words, re.IGNORECASE))
