"""A page that the browser translates says what a page says that it does not."""

import time
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, TimeoutError, expect

from facilitation.domain.commands import PHASES
from tests.browser.phone.phones import TITLES, all_sent, open_phone

TRANSLATOR = (Path(__file__).parent / "translator.js").read_text(encoding="utf-8")
MARK = "⟦x⟧"
WITHIN_S = 10
LOOK_AGAIN_MS = 500
"""After so long the other page is asked again: it may have been about to say more."""
SAYS = """([should, mark]) => {
    const sorted = (text) => text.replaceAll(mark, "").split(/\\s+/u).sort().join(" ").trim();
    return sorted(document.body.innerText) === sorted(should);
}"""
AT_REST = """async () => {
    const before = window.translations;
    await new Promise((done) => setTimeout(done, 300));
    return window.translations === before;
}"""


def words(page: Page) -> Counter[str]:
    """Every word to be seen, in no order: where a new topic stands is held while somebody reads."""
    return Counter(page.evaluate("document.body.innerText").replace(MARK, "").split())


def assert_says_the_same(page: Page, fresh: Page, where: str) -> None:
    """Wait until a translated page says what one says that has just been opened."""
    fresh.reload()
    end = time.monotonic() + WITHIN_S
    while True:
        should = fresh.evaluate("document.body.innerText")
        try:
            page.wait_for_function(SAYS, arg=[should, MARK], timeout=LOOK_AGAIN_MS)
        except TimeoutError:
            said, wanted = words(page), words(fresh)
            assert time.monotonic() < end, (where, page.url, said - wanted, wanted - said)
        else:
            return


class Screens:
    """A phone, a console and a wall that are translated, and one of each that is not."""

    def __init__(self, hall, *, goes_on: bool):
        self.goes_on = goes_on
        self.phone, self.console, self.wall = open_phone(hall), hall.console(), hall.page()
        self.wall.goto(f"{hall.server.url}/wall")
        self.wall.locator(".frame").wait_for()
        self.pairs = []
        for page in (self.phone, self.console, self.wall):
            page.wait_for_function("!document.getElementById('start')")
            fresh = page.context.new_page()
            fresh.goto(page.url)
            fresh.wait_for_function("!document.getElementById('start')")
            self.pairs.append((page, fresh))

    def translate(self) -> None:
        for page, _ in self.pairs:
            page.evaluate(TRANSLATOR, {"goesOn": self.goes_on, "mark": MARK})

    def check(self, where: str, *, but: Page | None = None) -> None:
        for page, fresh in self.pairs:
            if page is not but:
                assert_says_the_same(page, fresh, where)


def test_screens_are_right_after_the_browser_translated_them(hall):
    ids = hall.topics(*TITLES)
    screens = Screens(hall, goes_on=False)
    for phase in PHASES:
        screens.translate()
        hall.facilitator.act("set_phase", phase=phase)
        screens.check(phase)
        if phase == "collect":
            screens.translate()
            hall.phone().act("contribute", text="Ein neuer Gedanke")
            screens.check("a topic more")
        if phase == "sort":
            screens.translate()
            both = [ids[TITLES[5]], ids[TITLES[6]]]
            ids["both"] = hall.facilitator.act("merge", topics=both, title="Zusammen")["topic"]
            screens.check("merged", but=screens.phone)  # which says in its place where it went
            screens.translate()
            hall.facilitator.act("undo")
            screens.check("taken back", but=screens.phone)
        if phase == "vote":
            vote(screens, ids, hall)
        if phase == "group":
            screens.translate()
            hall.facilitator.act("call_group", topics=[ids[TITLES[0]]], title="Bus", table="3")
            screens.check("a group")
    assert hall.pages.mistakes == []


def vote(screens: Screens, ids: dict[str, str], hall) -> None:
    for placed in (1, 2):
        screens.translate()
        topic = screens.phone.locator("li.topic", has_text=TITLES[4])
        topic.get_by_role("button", name="Einen Punkt geben").click()
        all_sent(screens.phone)
        screens.check(f"{placed} dots placed")
    screens.translate()
    hall.facilitator.act("reveal", counts=True)
    screens.check("revealed")
    screens.translate()
    hall.phone().act("place_dot", topic=ids[TITLES[4]])
    screens.check("a dot of somebody else")


def test_translator_that_follows_every_change_comes_to_rest(hall):
    hall.topics(*TITLES)
    screens = Screens(hall, goes_on=True)
    screens.translate()
    for phase in ("sort", "vote"):
        hall.facilitator.act("set_phase", phase=phase)
        screens.check(phase)
    for page, _ in screens.pairs:
        page.wait_for_function(AT_REST, timeout=WITHIN_S * 1000)


def test_page_shows_its_own_words_again_when_the_translation_ends(hall):
    hall.topics(TITLES[4])
    page = open_phone(hall)
    before = words(page)
    page.evaluate(
        """() => {
            window.undo = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) texts.push(walker.currentNode);
            texts.filter((text) => text.data.trim()).forEach((text) => {
                const font = document.createElement("font");
                font.textContent = "anders";
                text.replaceWith(font);
                window.undo.push(() => font.replaceWith(text));
            });
        }"""
    )
    expect(page.locator("#app")).to_contain_text("anders")
    page.evaluate("window.undo.forEach((back) => back())")
    assert words(page) == before
