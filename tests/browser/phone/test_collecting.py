"""The phone while people say what concerns them: alone, in an interview, and what becomes of it."""

from playwright.sync_api import expect

from tests.browser.phone.phones import answered, own, status, write_topic


def test_contribution_is_written_reworded_and_withdrawn(hand, console):
    console.act("set_phase", phase="collect")
    page = hand()
    write_topic(page, "Der Bus fährt nicht")
    expect(own(page, "Der Bus fährt nicht")).to_be_visible()
    expect(status(page)).to_contain_text("Gesendet")

    own(page, "Der Bus").get_by_role("button", name="Ändern").click()
    page.get_by_label("Deine Worte").fill("Der Bus fährt abends nicht")
    page.get_by_role("button", name="Speichern").click()
    expect(own(page, "Der Bus fährt abends nicht")).to_be_visible()
    answered(page, "reword")
    assert list(console.topics()) == ["Der Bus fährt abends nicht"]

    own(page, "Der Bus").get_by_role("button", name="Zurückziehen").click()
    page.get_by_role("button", name="Ja, zurückziehen").click()
    expect(page.locator("article.own")).to_have_count(0)
    answered(page, "withdraw")
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
    write_topic(page, "Busse am Abend")
    expect(own(page, "Busse am Abend")).to_be_visible()
    answered(page, "contribute")
    other = console.act("enter_cards", cards=["Mehr Busse"])["topics"][0]
    mine = console.topics()["Busse am Abend"]["id"]

    console.act("merge", topics=[mine, other], title="Unterwegs ohne Auto")

    expect(own(page, "Busse am Abend")).to_contain_text("Gehört jetzt zum Thema:")
    expect(own(page, "Busse am Abend")).to_contain_text("Unterwegs ohne Auto")
    expect(own(page, "Busse am Abend").locator("p.text")).to_have_text("Busse am Abend")


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


def noted(teller, listener) -> None:
    """One tells, the other notes "Bänke auf dem Weg" for them."""
    teller.get_by_role("button", name="Ich erzähle").click()
    teller.get_by_role("button", name="Meinen Code zeigen").click()
    code = teller.locator(".pair-code").inner_text().replace("\n", "")
    listener.get_by_role("button", name="Ich höre zu").click()
    listener.get_by_label("Code vom Handy gegenüber").fill(code)
    listener.get_by_label("Was ist deinem Gegenüber wichtig?").fill("Bänke auf dem Weg")
    listener.get_by_role("button", name="Weitergeben").click()
    expect(listener.locator(".thanks")).to_contain_text("Weitergegeben")


def test_interview_makes_what_the_partner_noted_the_tellers_own(hand, console):
    console.act("set_phase", phase="interview")
    teller, listener = hand(), hand()
    noted(teller, listener)

    note = teller.locator("form.note")
    note.get_by_role("textbox").fill("Bänke auf dem Weg zum Arzt")
    note.get_by_role("button", name="So stimmt es").click()
    expect(teller.locator("form.note")).to_have_count(0)
    teller.get_by_role("button", name="Lieber selbst").click()
    expect(own(teller, "Bänke auf dem Weg zum Arzt")).to_be_visible()
    answered(teller, "interview_confirm")
    assert list(console.topics()) == ["Bänke auf dem Weg zum Arzt"]


def test_note_that_does_not_fit_is_put_away_and_its_writer_is_told(hand, console):
    console.act("set_phase", phase="interview")
    teller, listener = hand(), hand()
    noted(teller, listener)

    note = teller.locator("form.note")
    note.get_by_role("button", name="Das passt nicht").click()
    note.get_by_role("button", name="Abbrechen").click()
    note.get_by_role("button", name="Das passt nicht").click()
    note.get_by_role("button", name="Ja, löschen").click()

    expect(note).to_have_count(0)
    told = listener.locator(".notice")
    expect(told).to_contain_text("„Bänke auf dem Weg“ hat dein Gegenüber anders gemeint")
    expect(teller.locator(".notice")).to_have_count(0)
    answered(teller, "interview_decline")
    assert console.topics() == {}
