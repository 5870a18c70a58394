"""The phone in a real browser against a real server; the console's side goes over the wire."""

import uuid
from urllib.parse import urlsplit

import pytest
import socketio
from playwright.sync_api import expect

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


class Console:
    """A facilitator on the wire."""

    def __init__(self, server):
        self._client = socketio.Client()
        self._client.connect(
            server.url, namespaces=["/console"], auth={"key": server.key, "console": "tests"}
        )

    def act(self, do: str, **fields) -> dict:
        message = {"id": uuid.uuid4().hex, "do": do, **fields}
        answer = self._client.call("act", message, namespace="/console")
        assert answer["ok"], answer
        return answer

    def view(self) -> dict:
        return self._client.call("sync", {"since": 0}, namespace="/console")

    def topics(self) -> dict:
        topics = sorted(self.view()["topics"].values(), key=lambda topic: topic["n"])
        return {topic["title"]: topic for topic in topics}

    def close(self) -> None:
        self._client.disconnect()


@pytest.fixture
def console(server):
    facilitator = Console(server)
    yield facilitator
    facilitator.close()


@pytest.fixture
def hand(server, browser):
    """Return how to open a phone; at the end no page may have erred or asked another host."""
    contexts, errors, hosts = [], [], set()

    def watch(page):
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: said.type == "error" and errors.append(said.text))
        page.on("request", lambda asked: hosts.add(urlsplit(asked.url).netloc))
        page.on("websocket", lambda asked: hosts.add(urlsplit(asked.url).netloc))

    def take(path="/", width=360, locale="de-DE"):
        context = browser.new_context(viewport={"width": width, "height": 740}, locale=locale)
        context.set_default_timeout(15_000)
        context.on("page", watch)
        contexts.append(context)
        page = context.new_page()
        page.goto(server.url + path)
        return page

    take.errors = errors
    yield take
    for context in contexts:
        context.close()
    assert hosts <= {urlsplit(server.url).netloc}
    assert [error for error in errors if "ERR_" not in error and "WebSocket" not in error] == []


def write(page, text: str) -> None:
    page.get_by_label("Dein Thema").fill(text)
    page.get_by_role("button", name="An die Wand schicken").click()


def own(page, text: str):
    return page.locator("article.own", has_text=text)


def ballot(page, title: str):
    return page.locator("li.topic", has_text=title)


def full_dots(page, title: str):
    return ballot(page, title).locator(".dots .full:not(.unsent)")


def answered(page, words: str) -> None:
    """Wait until no act with these words is kept on the phone: the server has it."""
    page.wait_for_function("words => !JSON.stringify(localStorage).includes(words)", arg=words)


def status(page):
    return page.locator(".status")


def test_contribution_is_written_reworded_and_withdrawn(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    write(page, "Der Bus fährt nicht")
    expect(own(page, "Der Bus fährt nicht")).to_be_visible()
    expect(status(page)).to_contain_text("Gesendet")

    own(page, "Der Bus").get_by_role("button", name="Ändern").click()
    page.get_by_label("Deine Worte").fill("Der Bus fährt abends nicht")
    page.get_by_role("button", name="Speichern").click()
    expect(own(page, "Der Bus fährt abends nicht")).to_be_visible()
    expect(page.locator(".waits")).to_have_count(0)
    assert list(console.topics()) == ["Der Bus fährt abends nicht"]

    own(page, "Der Bus").get_by_role("button", name="Zurückziehen").click()
    page.get_by_role("button", name="Ja, zurückziehen").click()
    expect(page.locator("article.own")).to_have_count(0)
    assert console.topics() == {}


def test_text_too_long_is_counted_and_cannot_be_sent(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    page.get_by_label("Dein Thema").fill("👍" * 281)

    expect(page.locator(".counter")).to_contain_text("1 Zeichen zu viel")
    expect(page.get_by_role("button", name="An die Wand schicken")).to_be_disabled()


def test_merge_shows_the_author_where_their_words_went(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    write(page, "Busse am Abend")
    expect(own(page, "Busse am Abend")).to_be_visible()
    other = console.act("enter_cards", cards=["Mehr Busse"])["topics"][0]
    mine = console.topics()["Busse am Abend"]["id"]

    console.act("merge", topics=[mine, other], title="Unterwegs ohne Auto")

    expect(own(page, "Busse am Abend")).to_contain_text("Gehört jetzt zum Thema:")
    expect(own(page, "Busse am Abend")).to_contain_text("Unterwegs ohne Auto")
    expect(own(page, "Busse am Abend").locator("p.text")).to_have_text("Busse am Abend")


def test_dots_are_placed_up_to_the_cap_and_taken_back(hand, console):
    console.act("enter_cards", cards=TITLES)
    console.act("set_phase", phase="vote")
    page = hand()
    plus = ballot(page, "Schwimmbad").locator(".plus")
    for _ in range(3):
        plus.click(force=True)

    expect(full_dots(page, "Schwimmbad")).to_have_count(2)
    expect(ballot(page, "Schwimmbad")).to_contain_text(
        "Auf ein Thema passen höchstens 2 Punkte von dir."
    )
    expect(page.locator(".hand")).to_contain_text("Noch 3 Punkte")
    ballot(page, "Schwimmbad").locator(".minus").click()
    expect(full_dots(page, "Schwimmbad")).to_have_count(1)

    for title in ("Einsamkeit", "Einsamkeit", "Dorfladen", "Dorfladen"):
        ballot(page, title).locator(".plus").click()
    expect(page.locator(".hand")).to_contain_text("Alle Punkte vergeben")
    ballot(page, "Sprachcafé").locator(".plus").click(force=True)
    expect(ballot(page, "Sprachcafé")).to_contain_text("Du hast alle 5 Punkte vergeben")
    page.get_by_role("button", name="Nur meine").click()
    expect(page.locator("li.topic")).to_have_count(3)


def test_dots_return_after_a_merge_and_the_notice_says_why(hand, console):
    ids = console.act("enter_cards", cards=TITLES)["topics"]
    console.act("set_phase", phase="vote")
    page = hand()
    for title in ("Schwimmbad", "Schwimmbad", "Einsamkeit", "Einsamkeit"):
        ballot(page, title).locator(".plus").click()
    expect(status(page)).to_contain_text("Gesendet")
    expect(full_dots(page, "Einsamkeit")).to_have_count(2)

    console.act("merge", topics=[ids[4], ids[5]], title="Orte gegen Einsamkeit")

    notice = page.locator(".notice")
    expect(notice).to_contain_text("2 Punkte sind zu dir zurückgekommen")
    expect(notice.locator("bdi").first).to_have_text("Orte gegen Einsamkeit")
    expect(page.locator(".hand")).to_contain_text("Noch 3 Punkte")
    expect(full_dots(page, "Orte gegen Einsamkeit").first).to_be_visible()
    expect(page.locator("li.went")).to_have_count(2)
    notice.get_by_role("button", name="Verstanden").click()
    expect(page.locator(".notice")).to_have_count(0)


def test_new_topics_wait_until_they_are_asked_for(hand, console):
    console.act("enter_cards", cards=TITLES)
    console.act("set_phase", phase="sort")
    page = hand()
    expect(page.locator("li.topic")).to_have_count(len(TITLES))
    order = page.locator("li.topic").all_inner_texts()

    console.act("enter_cards", cards=["Neu dabei"])
    page.get_by_role("button", name="1 neues Thema zeigen").wait_for()
    assert page.locator("li.topic").all_inner_texts() == order

    page.get_by_role("button", name="1 neues Thema zeigen").click()
    expect(page.locator("li.topic")).to_have_count(len(TITLES) + 1)


def test_too_broad_is_flagged_with_a_narrower_proposal(hand, console):
    console.act("enter_cards", cards=["Digitalisierung"])
    console.act("set_phase", phase="sort")
    page = hand()
    page.get_by_role("button", name="Digitalisierung").click()
    page.get_by_role("button", name="Zu weit gefasst?").click()
    page.get_by_label("Was wäre enger?").fill("Termine beim Amt ohne Internet")
    page.get_by_role("button", name="Ist zu weit gefasst").click()

    expect(page.locator(".topic-more")).to_contain_text("Termine beim Amt ohne Internet")
    expect(page.get_by_role("button", name="Vorschlag ändern")).to_be_visible()


def test_what_is_written_without_a_server_arrives_once_and_in_order(hand, console, server):
    console.act("set_phase", phase="collect")
    page = hand()
    expect(status(page)).to_contain_text("Verbunden")
    console.close()
    server.kill()
    for text in ("eins", "zwei", "drei"):
        write(page, text)
    expect(status(page)).to_contain_text("3 Beiträge noch nicht gesendet")
    expect(own(page, "zwei")).to_contain_text("Wartet auf WLAN")

    server.start()

    expect(status(page)).to_contain_text("Gesendet", timeout=30_000)
    expect(page.locator(".waits")).to_have_count(0)
    again = Console(server)
    assert list(again.topics()) == ["eins", "zwei", "drei"]
    again.close()


def test_unsent_work_survives_a_closed_page_and_a_refusal_keeps_the_text(hand, console, server):
    console.act("set_phase", phase="collect")
    page = hand()
    expect(status(page)).to_contain_text("Verbunden")
    context = page.context
    context.set_offline(True)
    console.close()
    server.kill()
    write(page, "Das kam zu spät")
    expect(own(page, "Das kam zu spät")).to_contain_text("Wartet auf WLAN")
    page.close()

    server.start()
    facilitator = Console(server)
    facilitator.act("set_phase", phase="vote")
    facilitator.act("set_settings", open={"contributions": False})
    context.set_offline(False)
    page = context.new_page()
    page.goto(server.url)
    problem = page.locator(".problem")
    expect(problem).to_contain_text("Gerade werden keine Beiträge gesammelt")
    expect(problem).to_contain_text("Das kam zu spät")
    facilitator.act("set_settings", open={"contributions": None})
    facilitator.act("set_phase", phase="collect")
    problem.get_by_role("button", name="Text weiter bearbeiten").click()
    expect(page.get_by_label("Dein Thema")).to_have_value("Das kam zu spät")
    facilitator.close()


def test_reload_and_a_new_page_keep_the_person_and_the_draft(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    write(page, "Das bin ich")
    expect(own(page, "Das bin ich")).to_be_visible()
    page.get_by_label("Dein Thema").fill("Noch nicht fertig")
    page.reload()
    expect(own(page, "Das bin ich")).to_be_visible()
    expect(page.get_by_label("Dein Thema")).to_have_value("Noch nicht fertig")

    second = page.context.new_page()
    page.close()
    second.goto(page.url)
    expect(own(second, "Das bin ich")).to_be_visible()
    expect(second.get_by_label("Dein Thema")).to_have_value("Noch nicht fertig")


def test_two_pages_of_one_phone_send_each_act_once(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    expect(status(page)).to_contain_text("Verbunden")
    second = page.context.new_page()
    second.goto(page.url)
    expect(status(second)).to_contain_text("Verbunden")
    page.context.set_offline(True)
    write(page, "von der ersten Seite")
    write(second, "von der zweiten Seite")
    page.context.set_offline(False)

    for one in (page, second):
        expect(own(one, "von der ersten Seite")).to_be_visible()
        expect(own(one, "von der zweiten Seite")).to_be_visible()
        expect(one.locator(".waits")).to_have_count(0, timeout=30_000)
    assert sorted(console.topics()) == ["von der ersten Seite", "von der zweiten Seite"]


def test_phase_change_never_takes_a_field_away_from_somebody_who_types(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    page.get_by_label("Dein Thema").press_sequentially("Ich bin noch am Schr")
    console.act("set_phase", phase="sort")

    expect(page.locator(".moved")).to_contain_text("Sortieren")
    page.keyboard.type("eiben")
    expect(page.get_by_label("Dein Thema")).to_have_value("Ich bin noch am Schreiben")
    page.get_by_role("button", name="Mitgehen").click()
    expect(page.get_by_role("heading", name="Das beschäftigt uns")).to_be_visible()


def test_interview_makes_what_the_partner_noted_the_tellers_own(hand, console):
    console.act("set_phase", phase="interview")
    teller, listener = hand(), hand()
    teller.get_by_role("button", name="Ich erzähle").click()
    teller.get_by_role("button", name="Meinen Code zeigen").click()
    code = teller.locator(".pair-code").inner_text().replace("\n", "")

    listener.get_by_role("button", name="Ich höre zu").click()
    listener.get_by_label("Code vom Telefon gegenüber").fill(code)
    listener.get_by_label("Was ist deinem Gegenüber wichtig?").fill("Bänke auf dem Weg")
    listener.get_by_role("button", name="Weitergeben").click()
    expect(listener.locator(".thanks")).to_contain_text("Weitergegeben")

    note = teller.locator("form.note")
    note.get_by_role("textbox").fill("Bänke auf dem Weg zum Arzt")
    note.get_by_role("button", name="So stimmt es").click()
    expect(teller.locator("form.note")).to_have_count(0)
    teller.get_by_role("button", name="Lieber selbst").click()
    expect(own(teller, "Bänke auf dem Weg zum Arzt")).to_be_visible()
    assert list(console.topics()) == ["Bänke auf dem Weg zum Arzt"]


def test_note_that_does_not_fit_is_put_away_and_its_writer_is_told(hand, console):
    console.act("set_phase", phase="interview")
    teller, listener = hand(), hand()
    teller.get_by_role("button", name="Ich erzähle").click()
    teller.get_by_role("button", name="Meinen Code zeigen").click()
    code = teller.locator(".pair-code").inner_text().replace("\n", "")
    listener.get_by_role("button", name="Ich höre zu").click()
    listener.get_by_label("Code vom Telefon gegenüber").fill(code)
    listener.get_by_label("Was ist deinem Gegenüber wichtig?").fill("Bänke auf dem Weg")
    listener.get_by_role("button", name="Weitergeben").click()

    note = teller.locator("form.note")
    note.get_by_role("button", name="Das passt nicht").click()
    note.get_by_role("button", name="Abbrechen").click()
    note.get_by_role("button", name="Das passt nicht").click()
    note.get_by_role("button", name="Ja, löschen").click()

    expect(note).to_have_count(0)
    told = listener.locator(".notice")
    expect(told).to_contain_text("„Bänke auf dem Weg“ hat dein Gegenüber anders gemeint")
    expect(teller.locator(".notice")).to_have_count(0)
    assert console.topics() == {}


def with_group(console) -> None:
    ids = console.act("enter_cards", cards=TITLES)["topics"]
    console.act("call_group", topics=[ids[0]], title="Busse", table="3", seats=2)
    console.act("call_group", topics=[ids[4]], title="Bad", table="4")
    console.act("set_phase", phase="group")


def group(page, title: str):
    return page.locator("article.group", has=page.get_by_role("heading", name=title))


def test_groups_are_joined_changed_and_left(hand, console):
    with_group(console)
    page = hand()
    group(page, "Busse").get_by_role("button", name="Hier mitmachen").click()
    expect(group(page, "Busse")).to_contain_text("1 dabei, 1 Platz frei")
    group(page, "Bad").get_by_role("button", name="Hierher wechseln").click()
    expect(group(page, "Bad")).to_contain_text("Hier bist du dabei")
    expect(group(page, "Busse")).to_contain_text("0 dabei, 2 Plätze frei")
    group(page, "Bad").get_by_role("button", name="Gruppe verlassen").click()
    page.get_by_role("button", name="Ja, verlassen").click()
    expect(group(page, "Bad").get_by_role("button", name="Hier mitmachen")).to_be_visible()


def test_two_people_in_the_same_board_field_keep_both_texts(hand, console):
    with_group(console)
    pages = [hand(), hand()]
    for page in pages:
        group(page, "Busse").get_by_role("button", name="Hier mitmachen").click()
        expect(group(page, "Busse")).to_contain_text("Hier bist du dabei")
    console.act("set_phase", phase="board")
    texts = ["Ein Nachtbus am Wochenende", "Mit dem Kreis sprechen"]
    goals = [page.locator("article.board-field").first for page in pages]
    for goal, text in zip(goals, texts, strict=True):
        goal.get_by_role("button", name="Schreiben").click()
        goal.get_by_role("textbox").fill(text)

    goals[0].get_by_role("button", name="Speichern").click()
    expect(goals[1].locator(".others")).to_contain_text(texts[0])
    expect(goals[1].get_by_role("textbox")).to_have_value(texts[1])
    goals[1].get_by_role("button", name="Speichern").click()

    expect(goals[1]).to_contain_text("Jetzt stehen beide Texte untereinander")
    for goal in goals:
        expect(goal.locator("p.text")).to_have_text("\n".join(texts))


def test_interest_help_and_contact_at_the_close(hand, console):
    console.act("set_settings", help_tasks=["Tische aufbauen", "Getränke verkaufen"])
    console.act("enter_cards", cards=["Kita-Plätze"])
    console.act("set_phase", phase="close")
    page = hand()
    page.get_by_role("button", name="Interessiert mich").click()
    expect(page.locator("li.topic")).to_contain_text("Gemerkt")
    page.get_by_role("button", name="Mithelfen").click()
    page.get_by_label("Tische aufbauen").check()
    page.get_by_role("button", name="Meine Hilfe anbieten").click()
    expect(page.get_by_text("Deine Hilfe ist notiert")).to_be_visible()

    page.get_by_role("button", name="Zurück zu: Abschluss").click()
    page.get_by_role("button", name="In Verbindung bleiben").click()
    page.get_by_label("Name").fill("Gisela Muster")
    page.get_by_label("Telefon").fill("02821 1234")
    page.get_by_label("Einladung zur nächsten").check()
    page.get_by_role("button", name="Adresse dalassen").click()
    expect(page.locator(".why")).to_contain_text("Ohne dein Einverständnis")
    page.get_by_label("Ich bin einverstanden").check()
    page.get_by_role("button", name="Adresse dalassen").click()
    expect(page.get_by_text("deine Adresse ist da")).to_be_visible()
    answered(page, "Gisela")
    page.get_by_role("button", name="Meine Adresse löschen").click()
    page.get_by_role("button", name="Ja, löschen").click()
    expect(page.get_by_label("Name")).to_have_value("")


def test_contact_on_the_board_of_a_dissolved_group_is_erased_by_whoever_wrote_it(hand, console):
    with_group(console)
    page = hand()
    group(page, "Busse").get_by_role("button", name="Hier mitmachen").click()
    page.get_by_role("button", name="Zur Gruppentafel").wait_for()
    console.act("set_phase", phase="board")
    field = page.locator("article.board-field").last
    field.get_by_role("button", name="Schreiben").click()
    field.get_by_role("textbox").fill("Frau Berg, 0123")
    field.get_by_role("button", name="Speichern").click()
    answered(page, "write_board")
    [id] = [id for id, one in console.view()["groups"].items() if one["title"] == "Busse"]
    console.act("dissolve_group", group=id)
    console.act("set_phase", phase="close")
    console.act("set_settings", open={"contact": False})
    page.wait_for_selector(".part-close")

    page.get_by_role("button", name="In Verbindung bleiben").click()
    expect(page.get_by_text("hast du einen Kontakt notiert")).to_be_visible()
    page.get_by_role("button", name="Meine Adresse löschen").click()
    page.get_by_role("button", name="Ja, löschen").click()

    expect(page.get_by_text("hast du einen Kontakt notiert")).to_have_count(0)
    answered(page, "erase_contact")
    assert console.view()["dissolved_contacts"] == []


def test_speaking_for_another_gives_them_dots_of_their_own(hand, console):
    console.act("enter_cards", cards=TITLES)
    console.act("set_phase", phase="vote")
    page = hand()
    ballot(page, "Schwimmbad").locator(".plus").click()
    expect(full_dots(page, "Schwimmbad")).to_have_count(1)
    page.get_by_role("button", name="Für andere sprechen").click()
    page.get_by_label("Wie nennst du die Person?").fill("Tante Gisela")
    page.get_by_role("button", name="Für diese Person sprechen").click()

    expect(page.locator(".acting")).to_contain_text("Tante Gisela")
    expect(page.locator(".hand")).to_contain_text("Noch 5 Punkte")
    expect(full_dots(page, "Schwimmbad")).to_have_count(0)
    ballot(page, "Einsamkeit").locator(".plus").click()
    expect(full_dots(page, "Einsamkeit")).to_have_count(1)
    page.reload()
    expect(page.locator(".acting")).to_contain_text("Tante Gisela")
    expect(full_dots(page, "Einsamkeit")).to_have_count(1)
    page.get_by_role("button", name="Wechseln").click()
    page.get_by_role("button", name="Ich selbst").click()
    expect(page.locator(".acting")).to_contain_text("für dich selbst")
    expect(full_dots(page, "Schwimmbad")).to_have_count(1)
    assert console.topics()["Einsamkeit im Alter"]["people"] == 1


def test_kiosk_hands_over_to_a_fresh_person(hand, console):
    console.act("set_phase", phase="collect")
    page = hand("/kiosk", width=800)
    page.get_by_role("button", name="Anfangen").click()
    write(page, "Vom Tablet")
    expect(own(page, "Vom Tablet")).to_be_visible()
    page.get_by_label("Dein Thema").fill("Halb getippt")
    page.locator(".next-person").click()

    page.get_by_role("button", name="Anfangen").click()
    expect(page.get_by_label("Dein Thema")).to_have_value("")
    expect(page.locator("article.own")).to_have_count(0)
    assert console.topics()["Vom Tablet"]["contributions"][0]["via"] == "kiosk"


def test_kiosk_returns_by_itself_after_a_visible_countdown(hand, server):
    page = hand("/kiosk", width=800)
    page.clock.install()
    page.reload()
    page.get_by_role("button", name="Anfangen").click()
    expect(page.locator(".next-person")).to_be_visible()
    page.clock.run_for(80_000)
    expect(page.locator(".idle")).to_contain_text("Sekunden ist die nächste Person dran")
    page.get_by_role("button", name="Ich bin noch da").click()
    expect(page.locator(".idle")).to_have_count(0)
    page.clock.run_for(100_000)
    expect(page.get_by_role("button", name="Anfangen")).to_be_visible()


def test_badge_makes_one_person_on_whatever_device(hand, console, server):
    console.act("set_phase", phase="collect")
    code = console.act("make_badges", count=1)["codes"][0]
    first = hand(f"/b/{code}")
    write(first, "Mit meinem Namensschild")
    expect(own(first, "Mit meinem Namensschild")).to_be_visible()
    first.reload()
    expect(own(first, "Mit meinem Namensschild")).to_be_visible()

    second = hand()
    write(second, "Vorher ohne Schild")
    expect(own(second, "Vorher ohne Schild")).to_be_visible()
    second.goto(f"{server.url}/b/{code}")
    expect(own(second, "Mit meinem Namensschild")).to_be_visible()
    expect(second.locator(".acting")).to_contain_text(code.upper())


def test_dots_from_before_votes_needed_a_badge_are_seen_and_can_be_taken_back(hand, console):
    console.act("enter_cards", cards=TITLES)
    console.act("set_phase", phase="vote")
    page = hand()
    ballot(page, "Schwimmbad").locator(".plus").click()
    ballot(page, "Schwimmbad").locator(".plus").click()
    expect(full_dots(page, "Schwimmbad")).to_have_count(2)

    console.act("set_settings", badge_votes=True)
    expect(page.locator(".closed")).to_contain_text("mit deinem Namensschild-Code")
    expect(page.locator("li.topic")).to_have_count(1)
    expect(page.locator(".plus")).to_have_count(0)
    expect(full_dots(page, "Schwimmbad")).to_have_count(2)
    minus = page.get_by_role("button", name="Einen Punkt zurücknehmen")
    minus.click()
    expect(full_dots(page, "Schwimmbad")).to_have_count(1)
    minus.click()

    expect(page.locator("li.topic")).to_have_count(0)
    expect(page.locator(".closed")).to_contain_text("mit deinem Namensschild-Code")
    answered(page, "take_dot")
    assert console.topics()["Schwimmbad muss bleiben"]["dots"] == 0


def test_unknown_badge_lets_one_in_with_a_kind_sentence(hand, console, server):
    console.act("set_phase", phase="collect")
    page = hand("/b/nobody22")
    expect(page.locator(".notice")).to_contain_text("Den Code von diesem Namensschild kenne ich")

    known = hand()
    write(known, "Das bin ich")
    expect(own(known, "Das bin ich")).to_be_visible()
    known.goto(f"{server.url}/b/nobody22")
    expect(own(known, "Das bin ich")).to_be_visible()
    expect(known.locator(".notice")).to_contain_text("Den Code von diesem Namensschild kenne ich")


def test_language_is_asked_for_only_where_it_is_unclear_and_can_always_be_changed(hand):
    page = hand(locale="ar-SY")
    page.get_by_role("button", name="English").click()
    expect(page.locator(".status")).to_have_text("Connected")
    page.reload()
    expect(page.locator(".top h1")).to_have_text("Welcome")
    page.get_by_role("button", name="Choose a language").click()
    page.get_by_role("button", name="Deutsch").click()
    expect(page.locator(".top h1")).to_have_text("Willkommen")


PHASES = ["welcome", "interview", "collect", "sort", "vote", "group", "board", "close"]


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
