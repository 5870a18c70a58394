"""A page whose script is lost or not understood says so in words, and tries again by itself."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Pages

SCREENS = {
    "/": "phone",
    "/b/aaaabbbb": "phone",
    "/kiosk": "phone",
    "/wall": "wall",
    "/console": "console",
}
STARTED = {
    "/": ".status.good",
    "/b/aaaabbbb": ".status.good",
    "/kiosk": ".kiosk-start",
    "/wall": ".wall main",
    "/console": ".topbar",
}
LANGUAGES = {"de": "Einen Moment", "en": "One moment"}
FORGIVEN = ("ERR_FAILED", "SyntaxError", "Unexpected", "status of 401", "TypeError")
BROKEN = "let this be no script, to any browser;"
SLOW_MS, RETRIED_MS = 15_000, 20_000


@pytest.fixture
def pages(server, browser):
    pages = Pages(server.url, browser, forgiven=FORGIVEN)
    yield pages
    pages.close()


@pytest.fixture
def visit(server, pages):
    """Return how to open a page with some of its bundles stopped: `stop(route)` decides on each."""

    def open_page(path: str, bundles: str, stop, language: str = "de") -> Page:
        page = pages.open((1024, 740), f"{language}-XX")
        if path == "/console":
            page.goto(f"{server.url}/console?key={server.key}")
        page.route(re.compile(f"/static/built/{bundles}"), stop)
        page.goto(server.url + path, wait_until="commit")
        return page

    return open_page


def lost(times: int):
    """Return what loses a request so many times and lets it through from then on."""
    left = [times]

    def stop(route):
        left[0] -= 1
        if left[0] >= 0:
            route.abort()
        else:
            route.continue_()

    return stop


def start(page: Page):
    return page.locator("#start")


@pytest.mark.parametrize("path", SCREENS)
def test_page_whose_script_is_lost_says_so_and_starts_by_itself(visit, path):
    page = visit(path, rf"{SCREENS[path]}-\w+\.js", lost(times=2))

    expect(page.get_by_text("Das dauert länger")).to_be_visible()
    expect(page.locator(STARTED[path]).first).to_be_visible(timeout=RETRIED_MS)
    expect(start(page)).to_have_count(0)


@pytest.mark.parametrize("path", SCREENS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_without_its_script_has_words_and_a_way_on_in_its_language(visit, path, language):
    page = visit(path, rf"{SCREENS[path]}-\w+\.js", lambda route: route.abort(), language)

    if path == "/wall":
        language = page.locator("html").get_attribute("lang")  # chosen on the console
    expect(page.get_by_text(LANGUAGES[language])).to_be_visible()
    assert page.locator("html").get_attribute("lang") == language
    expect(start(page).get_by_role("link")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_page_that_loses_its_loader_too_offers_to_try_again(visit):
    page = visit("/", r"(phone|loader)-\w+\.js", lost(times=2))

    again = start(page).get_by_role("link", name="Noch einmal versuchen")
    expect(again).to_be_visible(timeout=SLOW_MS)
    again.click()
    expect(page.locator(STARTED["/"])).to_be_visible()


def test_page_starts_without_its_loader(visit):
    page = visit("/", r"loader-\w+\.js", lambda route: route.abort())

    expect(page.locator(STARTED["/"])).to_be_visible()


def test_stylesheet_that_was_lost_is_loaded_again(visit):
    page = visit("/", r"phone-\w+\.css", lost(times=1))

    expect(page.locator(STARTED["/"])).to_have_css("display", "grid", timeout=RETRIED_MS)


@pytest.mark.parametrize("path", SCREENS)
def test_browser_that_does_not_understand_the_script_is_told_what_to_do(visit, path):
    page = visit(
        path,
        rf"{SCREENS[path]}-\w+\.js",
        lambda route: route.fulfill(body=BROKEN, content_type="text/javascript"),
    )

    expect(page.get_by_text("Dieser Browser")).to_be_visible(timeout=RETRIED_MS)
    expect(page.get_by_text("Einen Moment")).to_be_hidden()


@pytest.mark.parametrize("path", SCREENS)
def test_page_whose_script_fails_while_it_starts_says_what_to_do(visit, path):
    page = visit(
        path,
        rf"{SCREENS[path]}-\w+\.js",
        lambda route: route.fulfill(body="null.at(-1);", content_type="text/javascript"),
    )

    expect(page.get_by_text("Dieser Browser")).to_be_visible(timeout=RETRIED_MS)


@pytest.mark.parametrize("path", SCREENS)
def test_browser_without_javascript_is_told_what_to_do(server, browser, path):
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    page = context.new_page()
    if path == "/console":
        page.goto(f"{server.url}/console?key={server.key}")
    page.goto(server.url + path)

    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text("JavaScript")
    expect(page.get_by_text("Einen Moment")).to_be_hidden()
    context.close()
