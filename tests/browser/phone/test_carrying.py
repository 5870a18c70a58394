"""One person stays one person: in a browser that forgets, in three tabs, at another address."""

import pytest
from playwright.sync_api import expect

from tests.browser.console.consoles import Facilitator
from tests.browser.pages import Pages
from tests.browser.phone.phones import place, status, topic
from tests.conftest import Server

FORGETS = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });"
)
RELOADS = 3


def people(console) -> int:
    return console.view["participants"]


def test_browser_that_forgets_says_so_and_stays_the_same_person(hand, console):
    console.act("enter_cards", cards=["Mehr Bänke"])
    console.act("set_phase", phase="vote")
    page = hand("/kiosk")  # a page to set the browser up on; it is nobody yet
    page.context.add_init_script(FORGETS)
    page.goto(page.url.replace("/kiosk", "/"))
    place(page, "Mehr Bänke", 2)
    expect(page.get_by_text("kann sich nichts merken")).to_be_visible()
    page.wait_for_url("**/c/*")
    expect(page.locator(".notice strong")).to_contain_text("/c/")

    for _ in range(RELOADS):
        page.reload()
        expect(status(page)).to_contain_text("Verbunden")
        expect(topic(page, "Mehr Bänke").locator(".dots .full")).to_have_count(2)

    assert people(console) == 1
    assert [t["dots"] for t in console.view["topics"].values()] == [2]


def test_code_that_nobody_has_is_said_to_be_unknown(hand):
    page = hand("/c/abcdefgh")

    expect(page.get_by_text("Den Code in dieser Adresse kenne ich nicht")).to_be_visible()


def test_three_tabs_that_open_at_one_instant_are_one_person(hand, console):
    first = hand("/kiosk")
    tabs = [first, first.context.new_page(), first.context.new_page()]
    address = first.url.replace("/kiosk", "/")
    for tab in tabs:
        tab.evaluate("address => setTimeout(() => location.assign(address), 50)", address)
    for tab in tabs:
        tab.wait_for_url(address)
        expect(status(tab)).to_contain_text("Verbunden")

    assert people(console) == 1


class Reachable(Server):
    """A server that is reached at every address of the loopback, and shows one of them."""

    address = "127.0.0.2"

    def _options(self) -> list[str]:
        return [*super()._options(), "--host", "0.0.0.0", "--address", self.address]


@pytest.fixture
def reachable(tmp_path):
    server = Reachable(tmp_path)
    server.start()
    yield server
    server.stop()


def test_phone_is_led_to_the_address_that_is_shown_as_the_same_person(reachable, browser):
    console = Facilitator(reachable)
    console.act("enter_cards", cards=["Mehr Bänke"])
    console.act("set_phase", phase="vote")
    pages = Pages("", browser, forgiven=("ERR_", "WebSocket"))
    page = pages.open((360, 740))
    page.goto(f"http://127.0.0.3:{reachable.port}/")
    page.wait_for_url(f"http://127.0.0.2:{reachable.port}/")
    place(page, "Mehr Bänke", 2)
    expect(status(page)).to_contain_text("Gesendet")
    console.close()
    reachable.kill()
    reachable.address = "127.0.0.4"
    reachable.start()

    page.wait_for_url(f"http://127.0.0.4:{reachable.port}/", timeout=30_000)

    expect(topic(page, "Mehr Bänke").locator(".dots .full")).to_have_count(2)
    page.reload()
    expect(topic(page, "Mehr Bänke").locator(".dots .full")).to_have_count(2)
    again = Facilitator(reachable)
    assert people(again) == 1
    again.close()
    pages.close()
