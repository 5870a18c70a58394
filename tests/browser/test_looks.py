"""What every screen owes to tired eyes: nothing cut off, nothing covered, no word in pieces."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.console.consoles import card, open_hall
from tests.browser.phone.phones import open_phone

PHASES = ["welcome", "interview", "collect", "sort", "vote", "group", "board", "close"]
ENDLESS = ("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung" * 2)[:120]
TITLES = [
    "Abends fährt kein Bus mehr nach Hause",
    "Kein Bus mehr am Abend",
    "Integration",
    "نريد مكانا نلتقي فيه جميعا كل اسبوع",
    "我希望镇上有一个可以一起做饭的厨房",
    ENDLESS,
]

AMISS = """() => {
  const amiss = [];
  const note = (what, e) => amiss.push(`${what}: ${e.className} ${e.innerText?.slice(0, 30)}`);
  const parts = "button, input, select, aside, .pane";
  for (const one of document.querySelectorAll(parts)) {
    const box = one.getBoundingClientRect();
    if (box.width < 2 || one.closest(".unseen, [hidden]")) continue;
    if (box.left < -1 || box.right > innerWidth + 1) note("outside", one);
    if (one.matches("aside, .pane") && one.scrollWidth > one.clientWidth) note("sideways", one);
    if (!one.matches(".topbar button, .tabs button")) continue;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (!one.contains(document.elementFromPoint(x, y))) note("covered", one);
  }
  const app = document.getElementById("app");
  if (app.scrollHeight > app.clientHeight || app.scrollWidth > app.clientWidth) note("slips", app);
  return amiss;
}"""
"""Controls outside the window or under others, columns that scroll sideways, a frame that slips."""


@pytest.fixture
def hall(server, browser):
    with open_hall(server, browser) as hall:
        yield hall


def fill(hall) -> dict[str, str]:
    """A small day with unwieldy titles; return topic ids by title."""
    topics = hall.topics(*TITLES)
    hall.facilitator.act("set_settings", questions=["Was beschäftigt dich hier, wo du lebst?"])
    hall.facilitator.act("call_group", topics=[topics[ENDLESS]], title=ENDLESS, table="Garten")
    return topics


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (820, 1180)], ids=str)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_console_cuts_off_and_covers_nothing_in_any_phase(hall, size, direction):
    fill(hall)
    page = hall.console(size)
    page.evaluate(f"document.documentElement.dir = '{direction}'")

    for phase in PHASES:
        hall.facilitator.act("set_phase", phase=phase, minutes=20)
        current = page.locator(".agenda [aria-current]")
        expect(current).to_have_attribute("aria-current", "step")
        expect(current).to_contain_text(str(PHASES.index(phase) + 1))
        if phase == "sort":
            page.locator(".suggestion").first.wait_for()
            card(page, ENDLESS).click()
        assert page.evaluate(AMISS) == [], phase


def test_next_phase_keeps_clear_of_the_edge_of_its_button(hall):
    hall.facilitator.act("set_phase", phase="sort")
    page = hall.console((820, 1180))

    button = page.locator(".agenda").get_by_role("button", name="Weiter zu: Punkte vergeben")
    room = button.evaluate("""button => {
      const words = document.createRange();
      words.selectNodeContents(button);
      const [inner, outer] = [words.getBoundingClientRect(), button.getBoundingClientRect()];
      return Math.min(inner.left - outer.left, outer.right - inner.right);
    }""")

    assert room >= 8


def test_phone_breaks_no_phase_name_in_large_type(hall):
    page = open_phone(hall)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    for phase in PHASES:
        hall.facilitator.act("set_phase", phase=phase, minutes=20)
        page.locator(f".part-{_main(phase)}").wait_for()
        assert _lines(page) <= 2, phase
    page.get_by_role("button", name="Für andere sprechen").click()
    assert _lines(page, ".sheet-top h2") <= 3


def _main(phase: str) -> str:
    return {"sort": "topics", "group": "groups", "board": "groups"}.get(phase, phase)


def _lines(page: Page, heading: str = ".top h1") -> float:
    """How many lines a heading takes; without more, the name of the phase."""
    return page.locator(heading).evaluate(
        "h1 => Math.round(h1.clientHeight / parseFloat(getComputedStyle(h1).lineHeight))"
    )


def test_result_names_no_people_where_all_dots_are_on_paper(hall):
    topics = fill(hall)
    page = open_phone(hall)
    hall.facilitator.act("set_phase", phase="vote", minutes=20)
    hall.facilitator.act("enter_paper_dots", topic=topics["Integration"], count=23)
    hall.facilitator.act("reveal", counts=True)

    first = page.locator(".result .counts").first
    expect(first).to_have_text("23 Punkte")


def test_refused_page_leads_to_the_door_of_the_console(hall):
    page = hall.page()

    page.goto(f"{hall.server.url}/export.zip")
    page.get_by_role("link", name="Zur Steuerung").click()

    expect(page.get_by_label("Schlüssel")).to_be_visible()


def test_wall_says_in_its_middle_that_a_board_is_still_empty(hall):
    topics = hall.topics("Bus")
    hall.facilitator.act("call_group", topics=[topics["Bus"]], title="Bus", table="1")
    hall.facilitator.act("show_on_wall", what="boards")
    page = hall.page()

    page.goto(f"{hall.server.url}/wall")
    box = page.locator(".columns .empty").bounding_box()

    assert 768 / 3 < box["y"] + box["height"] / 2 < 2 * 768 / 3
    assert 1366 / 3 < box["x"] + box["width"] / 2 < 2 * 1366 / 3


def test_wall_counts_people_once_somebody_is_in(hall):
    page = hall.page()
    page.goto(f"{hall.server.url}/wall")
    expect(page.get_by_text("Herzlich willkommen")).to_be_visible()
    expect(page.locator(".join-count")).to_be_hidden()

    hall.phone()

    expect(page.locator(".join-count")).to_have_text("1Person ist schon dabei")
