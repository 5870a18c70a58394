"""Several consoles at once, groups, the laptop's address, and names for every control."""

from playwright.sync_api import expect

from screens.network.addresses import kept_host
from tests.browser.console.consoles import card, choose, drag, open_hall, said, show_topics
from tests.conftest import Server


def merge(page, *titles: str) -> None:
    choose(page, *titles)
    page.keyboard.press("m")
    page.get_by_role("dialog").get_by_role("button", name="Zusammenführen").click()
    said(page, "zusammengeführt")


def test_each_console_takes_back_its_own_steps(hall):
    hall.topics("Bus am Abend", "Bus am Sonntag", "Radweg", "Radständer")
    one, other = hall.console(), hall.console()
    merge(one, "Bus am Abend", "Bus am Sonntag")
    merge(other, "Radweg", "Radständer")

    one.keyboard.press("Control+z")
    said(one, "Zurückgenommen")

    expect(card(other, "Bus am Sonntag")).to_have_count(1)
    expect(card(other, "Radweg")).to_contain_text("2 Beiträge")
    expect(one.locator(".undo-redo").get_by_role("button", name="Rückgängig")).to_be_disabled()
    expect(other.locator(".history li").first).to_contain_text("du")


def test_step_that_somebody_built_on_is_not_taken_back(hall):
    hall.topics("Bus am Abend", "Bus am Sonntag")
    one, other = hall.console(), hall.console()
    merge(one, "Bus am Abend", "Bus am Sonntag")
    choose(other, "Bus am Abend")
    other.keyboard.press("F2")
    other.get_by_label("Titel des Themas").fill("Bus für alle")
    other.keyboard.press("Enter")
    expect(card(one, "Bus für alle")).to_be_visible()

    one.keyboard.press("Control+z")

    said(one, "hat inzwischen jemand weitergearbeitet")
    expect(card(one, "Bus für alle")).to_contain_text("2 Beiträge")


def test_dialog_keeps_focus_and_text_while_others_work(hall):
    ids = hall.topics("Bus am Abend", "Bus am Sonntag")
    page = hall.console()
    choose(page, "Bus am Abend", "Bus am Sonntag")
    page.keyboard.press("m")
    title = page.get_by_placeholder("Ein eigener Titel")
    title.fill("Bus, wenn")

    hall.facilitator.act("rename", topic=ids["Bus am Sonntag"], title="Sonntagsbus")
    hall.facilitator.act("set_phase", phase="sort")
    expect(page.get_by_role("dialog")).to_contain_text("Sonntagsbus")
    page.keyboard.type(" man ihn braucht")

    expect(title).to_be_focused()
    expect(title).to_have_value("Bus, wenn man ihn braucht")
    page.keyboard.press("Enter")
    expect(card(page, "Bus, wenn man ihn braucht")).to_be_visible()


def test_dialog_says_when_somebody_took_its_topic_away(hall):
    ids = hall.topics("Bus am Abend", "Bus am Sonntag")
    page = hall.console()
    choose(page, "Bus am Abend")
    page.keyboard.press("t")

    hall.facilitator.act("merge", topics=list(ids.values()), title="Bus")

    expect(page.get_by_role("alert")).to_contain_text("Jemand hat es inzwischen verändert")


def test_roster_and_groups(hall):
    hall.topics("Bus am Abend", "Bus am Sonntag", "Radweg")
    page = hall.console()
    page.get_by_role("button", name="Begleitungen", exact=True).click()
    page.get_by_label("Name").first.fill("Maria Huber")
    page.get_by_label("Name").nth(1).fill("Caritas")
    page.get_by_label("Art", exact=True).nth(1).select_option("partner")
    page.get_by_role("button", name="Speichern").click()
    said(page, "2 Begleitungen gespeichert")

    choose(page, "Bus am Abend", "Bus am Sonntag")
    page.keyboard.press("g")
    page.get_by_label("Titel der Gruppe").fill("Bus für alle")
    page.get_by_label("Tisch").fill("7")
    page.get_by_label("Plätze", exact=True).fill("6")
    page.get_by_role("combobox", name="Begleitung").select_option(label="Maria Huber – Moderation")
    page.get_by_role("dialog").get_by_role("button", name="Gruppe rufen").click()
    said(page, "Die Gruppe „Bus für alle“ ist gerufen")

    [group] = hall.facilitator.view["groups"].values()
    assert (group["table"], group["seats"], len(group["topics"])) == ("7", 6, 2)
    hall.facilitator.act("set_phase", phase="group")
    hall.phone().act("join_group", group=group["id"])
    expect(page.locator(".group-card")).to_contain_text("1 von 6 Plätzen")
    drag(page, card(page, "Radweg"), page.locator(".group-card"))
    expect(page.locator(".group-topics li")).to_have_count(3)
    page.locator(".group-open").click()
    dissolve = page.get_by_role("dialog").get_by_role("button", name="auflösen")
    dissolve.click()
    expect(dissolve).to_contain_text("1 Person sitzt hier")
    dissolve.click()
    said(page, "ist aufgelöst")
    assert hall.facilitator.view["groups"] == {}


def test_roster_line_is_changed_and_removed(hall):
    hall.facilitator.act("set_supporters", supporters=[{"name": "Maria"}, {"name": "Caritas"}])
    page = hall.console()

    page.get_by_role("button", name="Begleitungen", exact=True).click()
    page.get_by_role("button", name="Streichen Caritas").click()
    page.get_by_label("Name").first.fill("Maria Huber")
    page.get_by_role("button", name="Speichern").click()

    said(page, "1 Begleitung gespeichert")
    assert [s["name"] for s in hall.facilitator.view["supporters"]] == ["Maria Huber"]


def test_open_ends_stand_by_interest(hall):
    ids = hall.topics("Bus", "Radweg")
    hall.facilitator.act("set_phase", phase="close")
    hall.phone().act("show_interest", topic=ids["Bus"])
    page = hall.console()

    expect(page.locator(".end-title")).to_have_text(["Bus", "Radweg"])
    expect(page.locator(".end-list li").first).to_contain_text("1 Person zeigt Interesse")


class Venue(Server):
    """A server as at a venue: heard everywhere, under a name only the venue's network knows."""

    def _options(self) -> list[str]:
        return [*super()._options(), "--host", "0.0.0.0", "--address", "rathaus.test"]


def test_address_is_chosen_while_the_server_runs(tmp_path, browser):
    server = Venue(tmp_path)
    server.start()
    try:
        with open_hall(server, browser) as hall:
            page = hall.console()
            wall = hall.page()
            wall.goto(f"{server.url}/wall")
            expect(page.locator(".join-card .address")).to_have_text(f"rathaus.test:{server.port}")
            before = page.request.get(f"{server.url}/qr.svg").text()

            own = page.get_by_label("andere Adresse").locator("option").first.inner_text()
            page.get_by_label("andere Adresse").select_option(label=own)

            said(page, "Ab jetzt gilt")
            expect(page.locator(".join-card .address")).to_have_text(own)
            expect(wall.locator(".join-address strong")).to_have_text(own)
            assert page.request.get(f"{server.url}/qr.svg").text() != before
            assert_only_own_addresses_are_taken(page, server.url)
            expect(page.locator(".join-card .address")).to_have_text(own)

            assert kept_host(server.data) == own.rsplit(":", 1)[0]
            server.restart()  # what is given at the start wins
            expect(page.locator(".join-card .address")).to_have_text(
                f"rathaus.test:{server.port}", timeout=20_000
            )
            hall.pages.mistakes.clear()  # the browser says that it could not reach the server
    finally:
        server.stop()


def assert_only_own_addresses_are_taken(page, url: str) -> None:
    ask = f"{url}/console/address"
    token = page.evaluate("JSON.parse(document.getElementById('bootstrap').textContent).csrf_token")
    own = {"X-CSRFToken": token}
    strange = page.request.post(ask, data={"address": "http://198.51.100.7/"}, headers=own)
    assert (strange.status, strange.json()["error"]) == (409, "not_found")
    for garbage in ("null", "[]", '{"address": 7}', "\x00"):
        headers = {"Content-Type": "application/json", **own}
        assert page.request.post(ask, data=garbage, headers=headers).status == 400
    assert page.request.post(ask, form={"address": url}, headers=own).status == 400
    assert page.request.post(ask, data={"address": url}).status == 400
    foreign = {**own, "Origin": "http://elsewhere.test"}
    assert page.request.post(ask, data={"address": url}, headers=foreign).status == 400


NAMELESS = """() => [...document.querySelectorAll("button, input, select, textarea, a, [role]")]
    .filter((one) => !["presentation", "status", "alert", "timer", "group"].includes(one.role))
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const named = [one.getAttribute("aria-label"), one.textContent, ...[...(one.labels ?? [])]
        .map((label) => label.textContent)];
      return !named.some((name) => name?.trim());
    })
    .map((one) => one.outerHTML.slice(0, 160))"""


def test_every_control_has_a_name(hall):
    ids = hall.topics("Bus", "Radweg", "Bänke", "Böses")
    act = hall.facilitator.act
    act("set_supporters", supporters=[{"name": "Maria"}])
    act("call_group", topics=[ids["Radweg"]], title="Rad", table="1")
    act("hide", topic=ids["Böses"], reason="Beleidigt Menschen")
    page = hall.console()

    for desk in page.get_by_role("navigation", name="Arbeitsplätze").get_by_role("button").all():
        desk.click()
        assert page.evaluate(NAMELESS) == []
    for phase in page.locator(".agenda > ol > li > button:not([aria-current])").all()[:2]:
        phase.click()
        assert page.evaluate(NAMELESS) == []
    for tool in ("Einstellungen", "Begleitungen", "Teilnehmende", "Mitnehmen", "Tasten"):
        page.locator(".tools").get_by_role("button", name=tool).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert page.evaluate(NAMELESS) == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    show_topics(page)
    choose(page, "Bus", "Bänke")
    for key in ("m", "g"):
        assert_dialog_is_named(page, key)
    choose(page, "Bus")
    for key in ("t", "h", "p", "k"):
        assert_dialog_is_named(page, key)


def assert_dialog_is_named(page, key: str) -> None:
    page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(NAMELESS) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
