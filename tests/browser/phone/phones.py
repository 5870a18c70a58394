"""Phones in a real browser: what a person does with a thumb."""

from playwright.sync_api import Locator, Page, expect

PHONE = (360, 740)
TITLES = [
    "Der Bus nach Emmerich fährt abends nicht mehr",
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung erklären",
    "نريد أن نتعلم الألمانية مع الجيران وليس فقط في الدورة",
    "Mein Vater ist 84 und kommt mit der Terminvergabe im Internet nicht zurecht. Wer hilft ihm?",
    "Schwimmbad muss bleiben",
    "Einsamkeit im Alter",
    "Sprachcafé auch am Wochenende",
    "Ein Dorfladen in Grieth",
    "Pflegende Angehörige brauchen eine Auszeit",
]


def open_phone(hall) -> Page:
    """A phone that has scanned the code."""
    page = hall.page(PHONE)
    page.goto(f"{hall.server.url}/")
    page.locator(".top").wait_for()
    return page


def part(page: Page, name: str) -> None:
    """Go to another part that is open now."""
    page.get_by_role("navigation", name="Außerdem").get_by_role("button", name=name).click()


def write_topic(page: Page, text: str) -> None:
    page.get_by_label("Dein Thema").fill(text)
    page.get_by_role("button", name="An die Wand schicken").click()
    expect(page.get_by_label("Dein Thema")).to_have_value("")


def all_sent(page: Page) -> None:
    """Wait until nothing waits on this phone."""
    expect(page.locator(".status.good")).to_be_visible()
    expect(page.locator(".unsent")).to_have_count(0)


def topic(page: Page, title: str) -> Locator:
    """The topic with exactly this title in the list shown."""
    return page.locator("li.topic").filter(
        has=page.locator(".topic-title").get_by_text(title, exact=True)
    )


def place(page: Page, title: str, dots: int) -> None:
    """Give so many dots; return once the phone shows them, sent or not."""
    here = topic(page, title)
    before = here.locator(".placing .dots .full").count()
    for given in range(1, dots + 1):
        here.get_by_role("button", name="Einen Punkt geben").click()
        expect(here.locator(".placing .dots .full")).to_have_count(before + given)


def write_board(page: Page, field: str, text: str) -> None:
    box = page.locator(".board-field").filter(has=page.get_by_role("heading", name=field))
    box.get_by_role("button").first.click()
    box.get_by_role("textbox").fill(text)
    box.get_by_role("button", name="Speichern").click()


def own(page: Page, text: str) -> Locator:
    """What was written on this phone."""
    return page.locator("article.own", has_text=text)


def ballot(page: Page, title: str) -> Locator:
    """The topic whose title has these words."""
    return page.locator("li.topic", has_text=title)


def full_dots(page: Page, title: str) -> Locator:
    """The dots on a topic that the server has."""
    return ballot(page, title).locator(".dots .full:not(.unsent)")


def answered(page: Page, words: str) -> None:
    """Wait until no act with these words is kept on the phone: the server has it."""
    page.wait_for_function("words => !JSON.stringify(localStorage).includes(words)", arg=words)


def status(page: Page) -> Locator:
    return page.locator(".status")


def group(page: Page, title: str) -> Locator:
    return page.locator("article.group", has=page.get_by_role("heading", name=title))


def at_board(hand, console) -> Page:
    """A phone whose person sits in the group "Busse" and looks at its board."""
    with_group(console)
    page = hand()
    group(page, "Busse").get_by_role("button", name="Hier mitmachen").click()
    page.get_by_role("button", name="Zur Gruppentafel").wait_for()
    console.act("set_phase", phase="board")
    return page


def with_group(console) -> None:
    """Let a facilitator call two groups, one with two seats, and begin the search for groups."""
    ids = console.act("enter_cards", cards=TITLES)["topics"]
    console.act("call_group", topics=[ids[0]], title="Busse", table="3", seats=2)
    console.act("call_group", topics=[ids[4]], title="Bad", table="4")
    console.act("set_phase", phase="group")
