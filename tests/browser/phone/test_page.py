"""The page itself: it fits a small phone in every phase, and costs little."""

import pytest
from playwright.sync_api import expect

from facilitation.domain.commands import PHASES
from tests.browser.phone.phones import group, status, with_group

TARGETS = """() => [...document.querySelectorAll("button, input, textarea, select, a[href]")]
  .map((one) => one.matches("input[type=checkbox]") ? one.closest("label") : one)
  .filter((one) => one.getClientRects().length)
  .map((one) => [one.textContent.trim().slice(0, 40), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 47.9 || box.height < 47.9)
  .map(([words, box]) => `${words}: ${box.width} x ${box.height}`)"""
SMALL_TEXT = """() => [...document.querySelectorAll("body *")]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((one) => one.getClientRects().length && !one.closest("script, .unseen"))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 18)
  .map((one) => one.textContent.trim().slice(0, 40))"""


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_every_phase_fits_a_small_phone_with_large_targets(hand, console, direction):
    console.act("set_settings", questions=["Was beschäftigt dich?"], help_tasks=["Tische"])
    with_group(console)
    page = hand(width=320)
    group(page, "Busse").get_by_role("button", name="Hier mitmachen").click()
    page.get_by_role("button", name="Zur Gruppentafel").wait_for()
    page.evaluate(f"document.documentElement.dir = '{direction}'")
    for phase in PHASES:
        console.act("set_phase", phase=phase, minutes=5)
        page.wait_for_selector(f".part-{_main(phase)}")
        assert page.evaluate(TARGETS) == [], phase
        assert page.evaluate(SMALL_TEXT) == [], phase
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, phase


def _main(phase: str) -> str:
    return {"sort": "topics", "group": "groups"}.get(phase, phase)


def test_phone_page_costs_at_most_60_kilobytes_in_four_requests(hand, server):
    page = hand("/health")
    sizes = {}

    def note(response):
        sizes[response.url] = response.request.sizes()["responseBodySize"]

    page.on("response", note)
    page.goto(server.url)
    expect(status(page)).to_contain_text("Verbunden")
    page.evaluate("document.fonts.ready")

    assert len(sizes) <= 4
    assert sum(sizes.values()) <= 60_000
