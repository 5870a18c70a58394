"""Windows high contrast: what carries meaning stays to be seen on all screens, in all phases."""

import re

import pytest
from playwright.sync_api import Page, expect

from facilitation.domain.commands import PHASES, SCENES
from screens.wording import say
from tests.browser.console.consoles import card, choose
from tests.browser.forced_colors import lost
from tests.browser.phone.phones import TITLES, all_sent, open_phone, place

DIALOGS = ["Einstellungen", "Begleitungen", "Teilnehmende", "Mitnehmen", "Tasten"]


@pytest.fixture
def day(hall):
    """A day with two groups and a hidden topic; topic ids by title."""
    ids = hall.topics(*TITLES)
    hall.facilitator.act("set_settings", questions=["Was fehlt dir?"], help_tasks=["Tische"])
    hall.facilitator.act("call_group", topics=[ids[TITLES[0]]], title="Busse", table="3", seats=2)
    hall.facilitator.act("call_group", topics=[ids[TITLES[4]]], title="Bad", table="4")
    hall.facilitator.act("hide", topic=ids[TITLES[8]], reason="Beleidigung")
    return ids


def begin(hall, phase: str, page: Page | None = None) -> None:
    """Begin a phase; a phone or a console then has heard of it."""
    hall.facilitator.act("set_phase", phase=phase, minutes=20)
    if page:
        name = page.locator(".top h1, .agenda [aria-current] .name")
        names = {re.escape(say(f"{screen}.phase.{phase}", "de")) for screen in ("phone", "console")}
        expect(name).to_have_text(re.compile(f"^({'|'.join(names)})$"))


def vote(hall, day) -> None:
    """Somebody without a screen gives dots and finds a topic too broad."""
    person = hall.phone()
    for title in TITLES[5:7]:
        person.act("place_dot", topic=day[title])
    person.act("flag_broad", topic=day[TITLES[3]])


def test_phone_keeps_its_marks_in_every_phase(hall, day):
    page = open_phone(hall)
    for phase in PHASES:
        begin(hall, phase, page)
        if phase == "vote":
            place(page, TITLES[2], 2)
            place(page, TITLES[5], 1)
            all_sent(page)
        if phase == "group":
            page.get_by_role("button", name="Hier mitmachen").first.click()
            all_sent(page)
        assert lost(page) == [], phase
    begin(hall, "vote", page)
    hall.facilitator.act("reveal", counts=True)
    page.locator(".result").wait_for()

    assert lost(page) == []


def test_phone_keeps_apart_what_is_sent_what_waits_and_what_is_free(hall, day):
    page = open_phone(hall)
    begin(hall, "vote", page)
    place(page, TITLES[2], 1)
    all_sent(page)
    hall.server.kill()
    expect(page.locator(".status.away")).to_be_visible(timeout=20_000)
    place(page, TITLES[3], 1)
    page.locator(".dots .unsent").first.wait_for()

    assert lost(page) == []
    page.emulate_media(forced_colors="active")
    sent, waits, free = (
        page.locator(f".placing .dots i{kind}").first.screenshot()
        for kind in (".full:not(.unsent)", ".unsent", ":not(.full)")
    )
    assert len({sent, waits, free}) == 3
    page.close()
    hall.pages.mistakes.clear()  # the browser says of itself that it could not reach the server


def test_kiosk_keeps_its_marks(hall, day):
    page = hall.page((900, 700))
    page.goto(f"{hall.server.url}/kiosk")
    page.get_by_role("button", name="Anfangen").wait_for()

    assert lost(page) == []


def test_console_keeps_its_marks_in_every_phase(hall, day):
    page = hall.console()
    for phase in PHASES:
        begin(hall, phase, page)
        if phase == "vote":
            vote(hall, day)
            expect(card(page, TITLES[5])).to_contain_text("1")
        assert lost(page) == [], phase
    hall.server.kill()
    expect(page.locator(".connection.away")).to_be_visible(timeout=20_000)

    assert lost(page) == []
    page.close()
    hall.pages.mistakes.clear()  # the browser says of itself that it could not reach the server


def test_console_keeps_its_marks_in_every_dialog(hall, day):
    page = hall.console()
    begin(hall, "sort", page)
    choose(page, TITLES[2], TITLES[3])
    assert lost(page) == []
    for key in "mgk":
        page.keyboard.press(key)
        assert_dialog_keeps_its_marks(page, key)
    choose(page, TITLES[2])
    for key in "tph":
        page.keyboard.press(key)
        assert_dialog_keeps_its_marks(page, key)
    for name in DIALOGS:
        page.locator(".tools").get_by_role("button", name=name).click()
        assert_dialog_keeps_its_marks(page, name)


def assert_dialog_keeps_its_marks(page: Page, opened_by: str) -> None:
    """Look at the dialog that is opening, and close it; the next key goes to the board again."""
    page.get_by_role("dialog").wait_for()
    assert lost(page) == [], opened_by
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_wall_keeps_its_marks_in_every_scene(hall, day, theme):
    page = hall.page()
    page.goto(f"{hall.server.url}/wall?theme={theme}")
    begin(hall, "vote")
    vote(hall, day)
    hall.facilitator.act("reveal", counts=True)
    begin(hall, "close")
    for scene in SCENES:
        hall.facilitator.act("show_on_wall", what=scene, qr=True)
        page.locator(f".frame-{scene}").wait_for()
        assert lost(page) == [], scene
