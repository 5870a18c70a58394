"""A whole day as people live it: two consoles, a wall and five phones, from welcome to harvest."""

import csv
import io
import re
import zipfile

from playwright.sync_api import Page, expect

from tests.browser import citizens
from tests.browser.console.consoles import card, choose, drag, said, show_topics
from tests.browser.phone.phones import all_sent, open_phone, place, topic, write_board, write_topic

PHONES, EACH = 5, 12
TITLE_MAX = 100


def texts(count: int) -> list[str]:
    """Return so many titles from all over; no two alike, none in another."""
    found = citizens.texts()
    chosen: list[str] = []
    for text in found[:: max(1, len(found) // (count * 4))]:
        plain = " ".join(text.split()) == text and 8 <= len(text) <= TITLE_MAX
        if plain and not any(text in other or other in text for other in chosen):
            chosen.append(text)
    assert len(chosen) >= count
    return chosen[:count]


def begin(page: Page, phase: str) -> None:
    page.get_by_role("navigation", name="Ablauf").get_by_role("button", name=phase).first.click()
    page.get_by_role("button", name="Beginnen").click()
    said(page, "Jetzt läuft")


def merge(page: Page, own_title: str | None = None) -> None:
    """Confirm the merge dialog, with a title of one's own where it is given."""
    dialog = page.get_by_role("dialog")
    if own_title:
        page.get_by_placeholder("Ein eigener Titel").fill(own_title)
    dialog.get_by_role("button", name="Zusammenführen").click()
    said(page, "zusammengeführt")


def call_group(page: Page, titles: list[str], name: str, table: str, seats: int) -> None:
    choose(page, *titles)
    page.keyboard.press("g")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Titel der Gruppe").fill(name)
    dialog.get_by_role("textbox", name="Tisch").fill(table)
    dialog.get_by_role("spinbutton", name="Plätze").fill(str(seats))
    dialog.get_by_role("combobox", name="Begleitung").select_option(index=1)
    dialog.get_by_role("button", name="Gruppe rufen").click()
    said(page, "ist gerufen")


def join(page: Page, group: str) -> None:
    box = page.locator("article.group").filter(has_text=group)
    box.get_by_role("button", name="Hier mitmachen").click()
    expect(box).to_contain_text("Hier bist du dabei")


def harvest_of(page: Page) -> zipfile.ZipFile:
    page.locator(".tools").get_by_role("button", name="Mitnehmen").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Dokumentation").click()
    return zipfile.ZipFile(download.value.path())


def table(files: zipfile.ZipFile, name: str) -> list[dict]:
    text = files.read(name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def check_harvest(files: zipfile.ZipFile, said_by: list[list[str]]) -> None:
    names = set(files.namelist())
    assert {
        "workshop.json",
        "topics.csv",
        "contributions.csv",
        "groups.csv",
        "open_ends.csv",
        "report.html",
        "cloud.png",
        "cloud.svg",
    } <= names
    assert len([name for name in names if name.startswith("boards/")]) == 3
    everything = b"".join(files.read(name) for name in names)
    for secret in (b"Ada Beispiel", b"ada@example.org", b"geheim@example.org"):
        assert secret not in everything
    contributions = table(files, "contributions.csv")
    expected = {text for words in said_by for text in words}
    expected |= {"Kaffeetafel", "Tauschregal", "Repair-Café"}
    assert {row["Beitrag"].removeprefix("'") for row in contributions} == expected
    assert len(contributions) == 63
    topics = {row["Thema"]: row for row in table(files, "topics.csv")}
    assert len(topics) == 63 - 1 - 1 - 2
    assert (topics["Erstes Bündel"]["Punkte"], topics["Wieder eins"]["Punkte"]) == ("9", "4")
    groups = {row["Themengruppe"]: row for row in table(files, "groups.csv")}
    assert groups.keys() == {"Gruppe Bündel", "Gruppe Eins", "Gruppe Reparieren"}
    goal = groups["Gruppe Bündel"]["Ziel"]
    assert {"Ziel von Telefon 0", "Ziel von Telefon 1"} == set(goal.split("\n"))
    ends = {row["Thema"]: row for row in table(files, "open_ends.csv")}
    assert "Tauschregal" in ends
    assert "Erstes Bündel" not in ends
    assert "Ein Tag für alle" in files.read("report.html").decode()


class Day:
    """Two facilitators, a wall and five people, from phase to phase."""

    def __init__(self, hall):
        self.hall, self.topics = hall, hall.facilitator.topics
        self.anna, self.ben = hall.console(), hall.console()
        self.wall = hall.page((1920, 1080))
        self.wall.goto(f"{hall.server.url}/wall")
        self.phones: list[Page] = []
        self.said_by = [texts(PHONES * EACH)[n::PHONES] for n in range(PHONES)]

    def welcome(self) -> None:
        """Welcome: everybody is in, nobody typed a name."""
        self.phones = [open_phone(self.hall) for _ in range(PHONES)]
        expect(self.wall.locator(".join")).to_contain_text(
            re.compile(r"5\s*Menschen sind schon dabei")
        )
        self.hall.facilitator.act(
            "set_settings", title="Ein Tag für alle", help_tasks=["Tische stellen"]
        )
        self.hall.facilitator.act("set_supporters", supporters=[{"name": "Mara Vogt"}])

    def collect(self) -> None:
        """Collect: sixty topics from five phones, three cards from the writing wall."""
        begin(self.anna, "Sammeln")
        for page, words in zip(self.phones, self.said_by, strict=True):
            for text in words:
                write_topic(page, text)
        for page in self.phones:
            all_sent(page)
        expect(self.wall.locator(".scene.cloud")).to_contain_text("60 Beiträge")
        expect(self.wall.locator(".cloud-words .word").first).to_be_visible()
        show_topics(self.anna)
        self.anna.keyboard.press("k")
        self.anna.get_by_label("Karten", exact=True).fill("Kaffeetafel\nTauschregal\nRepair-Café")
        self.anna.get_by_role("button", name="3 Karten eingeben").click()
        expect(self.anna.get_by_role("dialog")).to_contain_text("3 Karten eingegeben")
        self.anna.keyboard.press("Escape")
        expect(self.wall.locator(".scene.cloud")).to_contain_text("63 Beiträge")

    def sort(self) -> None:
        """Sort: merge by drag and keys, split, take back, do again, flag what is too broad."""
        begin(self.anna, "Sortieren")
        first, second, third, fourth, fifth = self.said_by[0][:5]
        choose(self.anna, first, second)
        self.anna.keyboard.press("m")
        merge(self.anna, "Erstes Bündel")
        choose(self.ben, third, fourth, fifth)
        self.ben.keyboard.press("m")
        merge(self.ben, "Zweites Bündel")
        card(self.anna, "Kaffeetafel").scroll_into_view_if_needed()
        drag(self.anna, card(self.anna, "Kaffeetafel"), card(self.anna, "Tauschregal"))
        merge(self.anna)
        choose(self.ben, "Zweites Bündel")
        self.ben.keyboard.press("t")
        dialog = self.ben.get_by_role("dialog")
        dialog.get_by_label("Titel von Teil 1").fill("Teil eins")
        dialog.get_by_label("Titel von Teil 2").fill("Teil zwei")
        for row, number in enumerate("122"):
            dialog.locator("tbody tr").nth(row).focus()
            self.ben.keyboard.press(number)
        dialog.get_by_role("button", name="In 2 Teile aufteilen").click()
        said(self.ben, "In 2 Teile aufgeteilt")
        assert {"Teil eins", "Teil zwei", "Erstes Bündel"} <= self.topics().keys()
        self.ben.locator(".undo-redo").get_by_role("button", name="Rückgängig").click()
        said(self.ben, "Zurückgenommen")
        assert "Zweites Bündel" in self.topics()
        self.ben.locator(".undo-redo").get_by_role("button", name="Wiederholen").click()
        said(self.ben, "Wieder da")
        assert {"Teil eins", "Teil zwei"} <= self.topics().keys()
        broad = topic(self.phones[1], "Erstes Bündel")
        broad.get_by_role("button").first.click()
        broad.get_by_role("button", name="zu weit gefasst").click()
        broad.get_by_role("textbox").fill("Nur die Hälfte davon")
        broad.locator("button[type=submit]").click()
        expect(card(self.anna, "Erstes Bündel")).to_contain_text("zu weit gefasst")

    def vote(self) -> None:
        """Vote: dots are placed, taken back, and come back with a word when topics are merged."""
        begin(self.ben, "Punkte vergeben")
        for page in self.phones:
            place(page, "Erstes Bündel", 2)
        for page in self.phones[:3]:
            place(page, "Teil eins", 1)
        place(self.phones[0], "Teil zwei", 2)
        for page in self.phones:
            all_sent(page)
        topic(self.phones[4], "Erstes Bündel").get_by_role("button", name="zurücknehmen").click()
        all_sent(self.phones[4])
        expect(self.phones[0].locator(".hand")).to_contain_text("Alle Punkte vergeben")
        dots = {title: (t["dots"], t["people"]) for title, t in self.topics().items() if t["dots"]}
        assert dots == {"Erstes Bündel": (9, 5), "Teil eins": (3, 3), "Teil zwei": (2, 1)}
        choose(self.anna, "Teil eins", "Teil zwei")
        self.anna.keyboard.press("m")
        merge(self.anna, "Wieder eins")
        expect(self.phones[0].locator(".notice").first).to_contain_text("zu dir zurückgekommen")
        expect(self.phones[0].locator(".hand")).to_contain_text("Noch 1 Punkt")
        again = self.topics()["Wieder eins"]
        assert (again["dots"], again["people"]) == (4, 3)
        assert not any("dots" in shown for shown in self.hall.line("/wall").view["topics"].values())

    def reveal(self) -> None:
        """The result is shown to all at once."""
        self.ben.get_by_role("button", name="Punkte allen zeigen").click()
        ahead = self.wall.locator(".scene.result .row").first
        expect(ahead).to_contain_text("Erstes Bündel")
        expect(ahead).to_contain_text("9")
        expect(self.phones[2].locator("ol.result li").first).to_contain_text("9 Punkte")

    def group(self) -> None:
        """Groups: three are called, people find their table."""
        begin(self.anna, "Gruppen finden")
        call_group(self.anna, ["Erstes Bündel"], "Gruppe Bündel", "1", 2)
        call_group(self.ben, ["Wieder eins"], "Gruppe Eins", "2", 8)
        call_group(self.anna, ["Repair-Café"], "Gruppe Reparieren", "3", 8)
        expect(self.wall.locator(".group-card").filter(visible=True)).to_have_count(3)
        for page, group in zip(
            self.phones[:4], ["Bündel", "Bündel", "Gruppe Eins", "Reparieren"], strict=True
        ):
            join(page, group)
        expect(self.phones[4].locator("article.group").filter(has_text="Bündel")).to_contain_text(
            "alle Plätze besetzt"
        )

    def board(self) -> None:
        """Boards: written together; two who write the same field keep both texts."""
        begin(self.anna, "Gruppenarbeit")
        for page in self.phones[:2]:
            box = page.locator(".board-field").filter(has=page.get_by_role("heading", name="Ziel"))
            box.get_by_role("button").first.click()
            box.get_by_role("textbox").fill(f"Ziel von Telefon {self.phones.index(page)}")
        for page in self.phones[:2]:
            page.get_by_role("button", name="Speichern").click()
            all_sent(page)
        expect(self.phones[1].locator(".board-field").first).to_contain_text("Ziel von Telefon 0")
        write_board(self.phones[3], "Erste Schritte", "Werkzeug sammeln")
        write_board(self.phones[3], "Kontakt", "geheim@example.org")
        all_sent(self.phones[3])
        expect(self.wall.locator(".scene.boards")).to_contain_text("Ziel von Telefon")

    def close(self) -> None:
        """Close: open ends, a helping hand, a contact that only facilitators see."""
        begin(self.ben, "Abschluss")
        open_end = topic(self.phones[4], "Tauschregal")
        open_end.get_by_role("button", name="Interessiert mich").click()
        expect(open_end).to_contain_text("Das interessiert dich")
        self.phones[4].get_by_role("button", name="Mithelfen").click()
        self.phones[4].get_by_label("Tische stellen").check()
        self.phones[4].get_by_role("button", name="Meine Hilfe anbieten").click()
        all_sent(self.phones[4])
        self.phones[2].get_by_role("button", name="In Verbindung bleiben").click()
        self.phones[2].get_by_label("Name").fill("Ada Beispiel")
        self.phones[2].get_by_label("E-Mail").fill("ada@example.org")
        self.phones[2].get_by_label("Treffen meiner Themengruppe").check()
        self.phones[2].get_by_label("Ich bin einverstanden").check()
        self.phones[2].get_by_role("button", name="Adresse dalassen").click()
        expect(self.phones[2].get_by_text("deine Adresse ist da")).to_be_visible()
        expect(self.wall.get_by_role("heading", name="Offene Enden")).to_be_visible()
        self.anna.locator(".remote").get_by_role("button", name="Danke").click()
        expect(self.wall.locator(".scene.thanks")).to_contain_text("63")

    def harvest(self) -> None:
        """The harvest says what was done, and no more."""
        files = harvest_of(self.anna)
        check_harvest(files, self.said_by)
        contacts = self.anna.request.get(f"{self.hall.server.url}/contacts.csv").text()
        assert "Ada Beispiel" in contacts
        assert "ada@example.org" in contacts


def test_whole_day_from_welcome_to_harvest(hall):
    day = Day(hall)

    day.welcome()
    day.collect()
    day.sort()
    day.vote()
    day.reveal()
    day.group()
    day.board()
    day.close()

    day.harvest()
