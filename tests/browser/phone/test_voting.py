"""The phone while topics are read, found too broad, and given dots."""

from playwright.sync_api import expect

from tests.browser.phone.phones import TITLES, answered, ballot, full_dots, status


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
