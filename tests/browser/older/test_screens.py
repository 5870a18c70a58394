"""On the oldest declared browsers (static/package.json) all screens work through all phases."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.console.consoles import card, choose, said, show_topics
from tests.browser.older.browsers import assert_older, make_older
from tests.browser.phone.phones import PHONE, all_sent, place, write_board, write_topic
from tests.browser.test_day import begin, call_group, join, merge
from tests.browser.test_looks import AMISS

IN_FRONT = """() => {
  const [dialog] = document.getElementsByTagName("dialog");
  const { left, top, right, bottom } = dialog.getBoundingClientRect();
  const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  const at = (x, y) => document.elementFromPoint(x, y);
  return isInside && dialog.contains(at(left + 20, top + 20)) && !at(5, 5).closest(".topbar");
}"""
"""Whether the dialog stands in the window, in front, and nothing beside it can be clicked."""
DIALOGS = ["Einstellungen", "Begleitungen", "Teilnehmende", "Mitnehmen", "Tasten"]
BUS, BATH, CAFE, REPAIR = "Bus am Abend", "Schwimmbad", "Sprachcafé", "Repair-Café"


class Screens:
    """A phone, a console and a wall, each in a browser of then."""

    def __init__(self, hall):
        self.hall = hall
        self.phone = self._open(PHONE, "/", ".top")
        self.console = self._open((1366, 768), f"/console?key={hall.server.key}", ".topbar")
        self.wall = self._open((1920, 1080), "/wall", ".join")

    def _open(self, size: tuple[int, int], path: str, landmark: str) -> Page:
        page = make_older(self.hall.page(size))
        page.goto(self.hall.server.url + path)
        page.locator(landmark).wait_for()
        assert_older(page)
        return page

    def begin(self, phase: str, part: str) -> None:
        """Begin a phase on the console; the phone has heard of it then, and both look right."""
        begin(self.console, phase)
        self.phone.locator(f".part-{part}").wait_for()
        assert self.console.evaluate(AMISS) == [], phase
        assert self.phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0], phase


@pytest.fixture
def screens(hall):
    hall.facilitator.act("set_settings", questions=["Was fehlt dir?"], help_tasks=["Tische"])
    hall.facilitator.act("set_supporters", supporters=[{"name": "Mara Vogt"}])
    return Screens(hall)


def test_all_screens_work_through_all_phases_on_the_oldest_browsers(screens):
    welcome(screens)
    collect(screens)
    sort(screens)
    dialogs(screens)
    vote(screens)
    groups(screens)
    boards(screens)
    close(screens)


def welcome(screens) -> None:
    expect(screens.phone.locator(".part-welcome")).to_contain_text("Herzlich willkommen")
    expect(screens.wall.locator(".join-count")).to_contain_text("1")
    screens.begin("Interviews", "interview")
    expect(screens.wall.locator(".scene.questions")).to_contain_text("Was fehlt dir?")


def collect(screens) -> None:
    screens.begin("Sammeln", "collect")
    for text in (BUS, BATH, CAFE):
        write_topic(screens.phone, text)
    all_sent(screens.phone)
    show_topics(screens.console)
    screens.console.keyboard.press("k")
    screens.console.get_by_label("Karten", exact=True).fill(REPAIR)
    screens.console.get_by_role("button", name="1 Karte eingeben").click()
    expect(screens.console.get_by_role("dialog")).to_contain_text("1 Karte eingegeben")
    leave_dialog(screens.console)
    expect(screens.wall.locator(".scene.cloud")).to_contain_text("4 Beiträge")
    expect(screens.wall.locator(".cloud-words .word").first).to_be_visible()


def sort(screens) -> None:
    screens.begin("Sortieren", "topics")
    choose(screens.console, BUS, BATH)
    screens.console.keyboard.press("m")
    merge(screens.console, "Beides")
    expect(screens.wall.locator(".columns").last).to_contain_text("Beides")
    undo = screens.console.locator(".undo-redo").get_by_role("button", name="Rückgängig")
    undo.click()
    said(screens.console, "Zurückgenommen")
    expect(card(screens.console, BUS)).to_be_visible()
    expect(screens.wall.locator(".columns").last).to_contain_text(BUS)


def dialogs(screens) -> None:
    """Each dialog opens with the focus in it, keeps it there, and closes by Escape."""
    page = screens.console
    choose(page, BUS, BATH)
    for key in "mg":
        page.keyboard.press(key)
        leave_dialog(page)
    choose(page, CAFE)
    for key in "tph":
        page.keyboard.press(key)
        leave_dialog(page)
    for name in DIALOGS:
        page.locator(".tools").get_by_role("button", name=name).click()
        leave_dialog(page)


def leave_dialog(page: Page) -> None:
    page.get_by_role("dialog").wait_for()
    in_dialog = "document.activeElement.closest('dialog') !== null"
    page.wait_for_function(in_dialog)
    assert page.evaluate(IN_FRONT)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(in_dialog)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def vote(screens) -> None:
    screens.begin("Punkte vergeben", "vote")
    place(screens.phone, BUS, 2)
    place(screens.phone, CAFE, 1)
    all_sent(screens.phone)
    expect(card(screens.console, BUS)).to_contain_text("2")
    screens.console.get_by_role("button", name="Punkte allen zeigen").click()
    expect(screens.wall.locator(".scene.result .row").first).to_contain_text(BUS)
    expect(screens.phone.locator("ol.result li").first).to_contain_text("2 Punkte")


def groups(screens) -> None:
    screens.begin("Gruppen finden", "groups")
    call_group(screens.console, [BUS], "Gruppe Bus", "1", 4)
    join(screens.phone, "Gruppe Bus")
    expect(screens.wall.locator(".group-card").filter(visible=True)).to_contain_text("Gruppe Bus")


def boards(screens) -> None:
    screens.begin("Gruppenarbeit", "board")
    write_board(screens.phone, "Ziel", "Ein Bus um zehn")
    all_sent(screens.phone)
    expect(screens.wall.locator(".scene.boards")).to_contain_text("Ein Bus um zehn")


def close(screens) -> None:
    screens.begin("Abschluss", "close")
    phone = screens.phone
    phone.get_by_role("button", name="In Verbindung bleiben").click()
    phone.get_by_label("Name").fill("Ada Beispiel")
    phone.get_by_label("E-Mail").fill("ada@example.org")
    phone.get_by_label("Treffen meiner Themengruppe").check()
    phone.get_by_label("Ich bin einverstanden").check()
    phone.get_by_role("button", name="Adresse dalassen").click()
    expect(phone.get_by_text("deine Adresse ist da")).to_be_visible()
    expect(screens.wall.locator(".columns").last).to_contain_text(REPAIR)
