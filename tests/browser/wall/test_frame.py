"""What stands around the scenes of the wall covers nothing of them, on any beamer."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from facilitation.domain.commands import SCENES
from tests.browser.phone.phones import TITLES

COVERED = (
    (Path(__file__).parent / "covered.js").read_text(encoding="utf-8").strip().removesuffix(";")
)
SETTLED_MS = 5_000
SIZES = [(1920, 1080), (1024, 768)]
LONG_TITLE = (
    "Open-Sozial: Was uns im Landkreis Fulda beschäftigt und was wir selbst in die Hand nehmen"
)


def assert_covers_nothing(page: Page, where: str) -> None:
    page.mouse.move(200, 200)
    page.mouse.move(220, 220)
    expect(page.locator(".controls")).to_be_visible()
    try:
        page.wait_for_function(f"() => !({COVERED})().length", timeout=SETTLED_MS)
    except TimeoutError:
        pytest.fail(f"{where}: {page.evaluate(COVERED)}")


@pytest.mark.parametrize("size", SIZES)
def test_controls_clock_and_code_cover_nothing_in_any_scene(hall, size):
    ids = hall.topics(*TITLES)
    hall.facilitator.act(
        "set_settings", title=LONG_TITLE, questions=["Was fehlt dir?", "Was bleibt?"]
    )
    hall.facilitator.act("call_group", topics=[ids[TITLES[0]]], title="Busse", table="3", seats=2)
    page = hall.page(size)
    page.goto(f"{hall.server.url}/wall")
    page.locator(".frame-cloud .word").first.wait_for()
    hall.facilitator.act("set_phase", phase="close", minutes=20)
    for scene in SCENES:
        for qr in (False, True):
            hall.facilitator.act("show_on_wall", what=scene, qr=qr)
            shown = page.locator(
                f".frame-{scene}{'.with-corner' if qr and scene != 'join' else ''}"
            )
            shown.wait_for()
            assert_covers_nothing(page, f"{scene}, {qr}")


def test_lost_connection_is_said_where_nothing_is_covered(hall):
    hall.topics(*TITLES)
    page = hall.page((1024, 768))
    page.goto(f"{hall.server.url}/wall")
    page.locator(".frame-cloud .word").first.wait_for()
    hall.server.kill()
    expect(page.get_by_text("Gerade keine Verbindung.")).to_be_visible(timeout=20_000)
    assert_covers_nothing(page, "away")
    page.close()
    hall.pages.mistakes.clear()  # the browser says of itself that it could not reach the server
