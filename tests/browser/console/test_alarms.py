"""What a console is warned of, the doctor, and votes with a badge alone, in a real browser."""

from playwright.sync_api import expect

from tests.browser.console.consoles import said
from tests.browser.phone.phones import open_phone


def test_more_participants_than_counted_are_told_and_can_be_put_aside(hall):
    hall.phone()
    hall.phone()
    page = hall.console()
    page.get_by_role("button", name="Einstellungen").click()
    page.get_by_label("Gezählt im Saal").fill("1")
    page.get_by_role("button", name="Speichern").click()
    said(page, "Die Einstellungen sind gespeichert.")

    alarm = page.get_by_role("status", name="Hinweise").get_by_text("2 Teilnehmende")
    expect(alarm).to_contain_text("du hattest 1 gezählt")
    page.get_by_role("button", name="Weglegen").click()
    expect(alarm).to_have_count(0)
    hall.phone()
    expect(page.locator(".count")).to_contain_text("3 dabei")
    expect(page.locator(".alarms p")).to_have_count(0)


def test_last_backup_is_in_sight_and_opens_the_doctor(hall):
    page = hall.console()

    page.get_by_role("button", name="Gesichert um").click()

    findings = page.locator(".findings")
    expect(findings).to_contain_text("Noch kein Handy hat den Laptop erreicht.")
    expect(findings).to_contain_text("Gesichert am")
    page.get_by_role("button", name="Noch einmal nachsehen").click()
    expect(findings).to_contain_text("Steck das Netzteil ein")


def test_phone_without_a_badge_reads_how_to_vote_where_votes_need_one(hall):
    hall.facilitator.act("enter_cards", cards=["Ein Dorfladen"])
    hall.facilitator.act("set_phase", phase="vote")
    page, owner = open_phone(hall), hall.page((360, 740))
    expect(page.locator(".plus")).to_have_count(1)
    console = hall.console()
    console.get_by_role("button", name="Einstellungen").click()
    console.get_by_label("Nur mit Namensschild-Code abstimmen").check()
    console.get_by_role("button", name="Speichern").click()

    expect(page.get_by_text("Scanne den Code auf deinem Namensschild")).to_be_visible()
    expect(page.locator(".plus")).to_have_count(0)
    [code] = hall.facilitator.act("make_badges", count=1)["codes"]
    owner.goto(f"{hall.server.url}/b/{code}")
    owner.locator(".plus").click()
    expect(owner.locator(".hand")).to_contain_text("Noch 4 Punkte")
    page.goto(f"{hall.server.url}/b/{code}")
    for device in (owner, page):
        expect(device.locator(".notice")).to_contain_text("auch auf einem anderen Gerät")
