"""The sorting desk with 150 real topics: by keyboard, by drag, two at once, undone by both."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import citizens
from tests.browser.console.consoles import Hall, card, drag, said, show_topics
from tests.browser.console.test_together import NAMELESS
from tests.browser.phone.phones import open_phone, write_topic

TOPICS = 150
MESSAGE = 100
SUGGESTED_MS = 20_000
"""The first suggestion waits until the worker has read its word lists, on a busy machine too."""


def concerns() -> list[str]:
    """Return what stands on 150 short cards; no two the same."""
    texts = dict.fromkeys(citizens.texts())
    return [text for text in texts if 0 < len(text) <= 90 and text.isprintable()][:TOPICS]


@pytest.fixture
def hall(hall):
    hall.facilitator.act("set_phase", phase="sort")
    return hall


def enter(hall: Hall, cards: list[str]) -> dict[str, str]:
    """Put cards on the board; return topic ids by text."""
    ids = []
    for start in range(0, len(cards), MESSAGE):
        some = cards[start : start + MESSAGE]
        ids += hall.facilitator.act("enter_cards", cards=some, via="wall")["topics"]
    return dict(zip(cards, ids, strict=True))


def board(hall: Hall) -> dict[str, tuple]:
    """What stands on the board: topic ids with title and contributions."""
    return {
        id: (topic["title"], sorted(said["id"] for said in topic["contributions"]))
        for id, topic in hall.facilitator.view["topics"].items()
    }


def contributions(hall: Hall) -> set[str]:
    return {said for _, inside in board(hall).values() for said in inside}


def size(page: Page, count: int) -> None:
    expect(page.locator(".tabs [aria-current] b")).to_have_text(str(count))


def suggestion(page: Page):
    return page.locator(".suggestion")


def take_suggestions(page: Page, wanted: int) -> int:
    """Go through the queue by keyboard, merging what says the same; return how many topics went."""
    merged = 0
    for _ in range(60):
        if merged == wanted:
            break
        heading = suggestion(page).locator("h3").inner_text()
        before = suggestion(page).inner_text()
        if heading in ("Sagt vermutlich dasselbe", "Passt zusammen"):
            page.keyboard.press("a")
            expect(page.get_by_role("dialog")).to_be_visible()
            page.keyboard.press("Enter")
            expect(page.get_by_role("dialog")).to_have_count(0)
            merged += 1
        else:
            page.keyboard.press("x" if heading.startswith("Gegen") else "s")
        expect(suggestion(page)).not_to_have_text(before, use_inner_text=True)
    return merged


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on such an element."""
    for _ in range(40):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"No Tab leads to {selector}")


def undo_all(page: Page, steps: int) -> None:
    taken_back = page.locator(".history li.redoable")
    before = taken_back.count()
    for n in range(1, steps + 1):
        page.keyboard.press("Control+z")
        expect(taken_back).to_have_count(before + n)


def test_facilitator_sorts_150_topics_by_keyboard_alone(hall):
    enter(hall, concerns())
    page = hall.console()
    size(page, TOPICS)
    at_first, said_at_first = board(hall), contributions(hall)
    suggestion(page).wait_for()

    merged = take_suggestions(page, 8)
    assert merged == 8
    size(page, TOPICS - merged)

    page.keyboard.press("/")
    page.keyboard.type("zzzz nichts davon")
    expect(page.locator(".found")).to_contain_text("0 Themen")
    page.keyboard.press("Escape")
    expect(page.locator(".card[data-topic]")).to_have_count(TOPICS - merged)
    tab_to(page, "[data-topic]")
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.keyboard.press("m")
    expect(page.get_by_role("dialog")).to_contain_text("2 Themen zusammenführen")
    page.keyboard.press("Enter")
    size(page, TOPICS - merged - 1)

    page.keyboard.press("t")
    expect(page.get_by_label("Titel von Teil 1")).to_be_focused()
    page.keyboard.type("Das eine")
    page.keyboard.press("Tab")
    page.keyboard.type("Das andere")
    tab_to(page, "[data-contribution]")
    page.keyboard.press("1")
    for _ in range(page.locator("[data-contribution]").count() - 1):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("2")
    tab_to(page, "[type=submit]:enabled")
    page.keyboard.press("Enter")
    said(page, "In 2 Teile aufgeteilt")
    size(page, TOPICS - merged)
    assert contributions(hall) == said_at_first

    undo_all(page, merged + 2)
    assert board(hall) == at_first


def test_two_facilitators_sort_one_board_at_once_and_undo_across_both(hall):
    enter(hall, concerns())
    keys, mouse = hall.console(), hall.console()
    for page in (keys, mouse):
        size(page, TOPICS)
        suggestion(page).wait_for()
    at_first, said_at_first = board(hall), contributions(hall)
    standing = TOPICS
    for _ in range(3):
        standing -= take_suggestions(keys, 1)
        cards = mouse.locator(".card[data-topic]")
        expect(cards).to_have_count(standing)
        drag(mouse, cards.nth(0), cards.nth(4))
        expect(mouse.get_by_role("dialog")).to_contain_text("2 Themen zusammenführen")
        mouse.get_by_role("dialog").get_by_role("button", name="Zusammenführen").click()
        said(mouse, "zusammengeführt")
        standing -= 1
        size(keys, standing)
        size(mouse, standing)
    assert contributions(hall) == said_at_first

    undo_all(mouse, 3)
    size(keys, standing + 3)
    undo_all(keys, 3)
    size(mouse, TOPICS)
    assert board(hall) == at_first


def test_contributions_are_shared_out_by_drag(hall):
    ids = list(enter(hall, ["Bus am Abend", "Radweg zur Schule"]).values())
    hall.facilitator.act("merge", topics=ids, title="Verkehr")
    page = hall.console()
    card(page, "Verkehr").click()
    page.keyboard.press("t")
    dialog = page.get_by_role("dialog")
    for number, title in enumerate(("Bus", "Rad"), start=1):
        dialog.get_by_label(f"Titel von Teil {number}").fill(title)
        drag(
            page,
            dialog.locator("tbody tr").nth(number - 1),
            dialog.locator("th.part").nth(number - 1),
        )
    dialog.get_by_role("button", name="In 2 Teile aufteilen").click()

    expect(card(page, "Bus")).to_be_visible()
    expect(card(page, "Rad")).to_be_visible()


def test_suggestion_says_why_and_stays_dismissed_on_every_console(hall):
    enter(hall, ["Der Bus soll abends länger fahren", "Abends soll der Bus länger fahren"])
    one, other = hall.console(), hall.console()
    expect(suggestion(one)).to_contain_text("beide: ", timeout=SUGGESTED_MS)
    expect(suggestion(other)).to_be_visible()

    one.keyboard.press("x")

    said(one, "Wird nicht mehr vorgeschlagen")
    expect(suggestion(one)).to_have_count(0)
    expect(suggestion(other)).to_have_count(0)
    other.reload()
    expect(other.locator(".suggestions")).to_contain_text("Gerade fällt nichts auf")


def test_opposite_wishes_warn_and_cannot_be_merged_from_there(hall):
    enter(hall, ["Der Markt soll am Abend öffnen", "Der Markt soll am Abend nicht öffnen"])
    page = hall.console()
    expect(suggestion(page)).to_contain_text("Gegensätzliche Wünsche", timeout=SUGGESTED_MS)

    expect(suggestion(page).get_by_role("button")).to_have_count(2)
    page.keyboard.press("a")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_shown_suggestion_stays_while_somebody_points_at_it(hall):
    ids = enter(hall, ["Der Bus soll abends länger fahren", "Abends soll der Bus länger fahren"])
    page = hall.console()
    suggestion(page).hover()

    hall.facilitator.act("merge", topics=list(ids.values()), title="Bus")

    expect(suggestion(page)).to_contain_text("Das hat sich inzwischen erledigt")
    expect(suggestion(page).get_by_role("button", name="Zusammenführen")).to_be_disabled()


def test_merge_says_beforehand_how_many_dots_go_back(hall):
    ids = list(enter(hall, ["Bus am Abend", "Bus am Sonntag"]).values())
    hall.facilitator.act("set_phase", phase="vote")
    phone = hall.phone()
    for id in (ids[0], ids[0], ids[1]):
        phone.act("place_dot", topic=id)
    page = hall.console()
    show_topics(page)
    page.locator(".card[data-topic]").first.click()
    page.locator(".card[data-topic]").nth(1).click(modifiers=["Control"])
    page.keyboard.press("m")

    expect(page.get_by_role("dialog")).to_contain_text("Zurück an 1 Person: 1 Punkt.")


def test_others_see_who_works_on_a_card_until_the_console_leaves(hall):
    enter(hall, ["Bus am Abend", "Radweg zur Schule"])
    one, other = hall.console(), hall.console()
    card(other, "Bus am Abend").click()
    other.keyboard.press("t")
    expect(card(one, "Bus am Abend")).to_contain_text("arbeitet daran")

    card(one, "Bus am Abend").click()
    one.keyboard.press("t")
    expect(one.get_by_role("dialog")).to_contain_text("Sprecht euch kurz ab")
    other.close()
    expect(one.get_by_role("dialog")).not_to_contain_text("Sprecht euch kurz ab")


def test_topic_shows_what_it_was_made_from_and_its_likely_partners(hall):
    bus = "Der Bus soll abends länger fahren"
    ids = enter(hall, [bus, "Abends soll der Bus länger fahren", "Radweg", "Bänke"])
    made = [ids["Radweg"], ids["Bänke"]]
    hall.facilitator.act("merge", topics=made, title="Draußen")
    page = hall.console()

    card(page, "Draußen").click()
    expect(page.locator(".origin li")).to_have_text(["Radweg", "Bänke"])
    card(page, bus).click()
    page.get_by_role("button", name="Abends soll der Bus länger fahren dazu wählen").click()
    expect(page.locator(".selection")).to_contain_text("2 Themen ausgewählt")


def test_every_control_of_the_sorting_desk_has_a_name(hall):
    bus = "Der Bus soll abends länger fahren"
    enter(hall, [bus, "Abends soll der Bus länger fahren", "Umwelt", "Verkehr"])
    page = hall.console()
    suggestion(page).wait_for()
    card(page, bus).click()
    expect(page.locator(".partners button")).to_have_count(1)
    assert page.evaluate(NAMELESS) == []

    page.keyboard.press("a")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(NAMELESS) == []


def test_phone_reads_what_others_wrote_alike_and_is_asked_kindly_to_be_more_precise(hall):
    hall.facilitator.act("set_phase", phase="collect")
    bus = "Der Bus soll abends länger fahren"
    enter(hall, [bus, "Bänke am Bach"])
    phone = open_phone(hall)
    write_topic(phone, "Abends soll der Bus länger fahren")
    echoes = phone.locator(".echoes")
    expect(echoes).to_contain_text("hat Ähnliches geschrieben", timeout=SUGGESTED_MS)
    expect(echoes.locator("li")).to_have_text([bus])

    write_topic(phone, "Digitalisierung")
    expect(echoes).to_contain_text("Was genau wünschst du dir?", timeout=SUGGESTED_MS)
    echoes.get_by_role("button", name="Genauer sagen").click()
    phone.get_by_label("Deine Worte").fill("Kurse zum Umgang mit dem Smartphone für Ältere")
    phone.get_by_role("button", name="Speichern").click()
    expect(card(hall.console(), "Kurse zum Umgang mit dem Smartphone für Ältere")).to_be_visible()
