"""The wall speaks the language that was chosen for it, whatever this browser's phones speak."""

from playwright.sync_api import expect


def test_wall_keeps_the_language_that_was_chosen_for_it(hall):
    hall.facilitator.act("set_phase", phase="collect")
    page = hall.page()
    page.goto(f"{hall.server.url}/?language=en")  # a phone in this browser speaks English
    page.goto(f"{hall.server.url}/wall")
    expect(page.get_by_role("heading", name="Was uns beschäftigt")).to_be_visible()

    page.mouse.move(300, 300)
    page.get_by_label("Sprache der Wand").select_option("en")
    expect(page.get_by_role("heading", name="What is on our minds")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    hall.facilitator.act("show_on_wall", what="thanks")
    expect(page.locator(".frame-thanks")).to_contain_text("Thank you")
    page.reload()
    expect(page.locator(".frame-thanks")).to_contain_text("Thank you")

    page.goto(f"{hall.server.url}/wall?language=de")
    expect(page.locator(".frame-thanks")).to_contain_text("Danke!")
    page.goto(f"{hall.server.url}/wall")
    expect(page.locator(".frame-thanks")).to_contain_text("Danke!")
    page.goto(f"{hall.server.url}/wall?language=xx")
    expect(page.locator(".frame-thanks")).to_contain_text("Danke!")
