"""Who is at the other end: tokens, badges, console keys and sessions (DESIGN.md, section 5)."""

import http.cookiejar
import urllib.request

import pytest

from tests.wire.clients import Console, Phone, Refused, assert_refusal


def notice_keys(phone: Phone) -> list[str]:
    return [notice["key"] for notice in phone.me["notices"]]


def test_phone_of_somebody_new_has_a_token_in_its_first_view(hall):
    first, second = hall.phone(), hall.phone()

    assert first.heard[0][0] == "view"
    assert first.token
    assert first.token != second.token
    assert notice_keys(first) == []


def test_phone_is_the_same_person_with_the_same_token(hall):
    phone = hall.phone()
    again = hall.phone(phone.token)
    once_more = hall.phone(phone.token)

    assert {again.token, once_more.token} == {phone.token}
    assert again.me["participant"] == phone.me["participant"]


def test_phone_that_connects_again_before_it_has_a_token_is_one_person(hall):
    first = hall.phone(hello="said-by-this-device-1")
    again = hall.phone(hello="said-by-this-device-1")
    other = hall.phone(hello="said-by-another-device")

    assert again.token == first.token
    assert other.token != first.token


@pytest.mark.parametrize("hello", ["", "short", "x" * 65, 7, ["x" * 20], {"a": 1}, "ä" * 20])
def test_phone_takes_no_hello_that_others_might_say_for_the_same_person(hall, hello):
    assert hall.phone(hello=hello).token != hall.phone(hello=hello).token


def test_phone_connected_twice_shows_the_same_on_both(hall):
    console, phone = hall.console(), hall.phone()
    console.do("set_phase", phase="collect")
    twin = hall.phone(phone.token)

    made = phone.do("contribute", text="Mehr Bänke am Bach")
    more = twin.do("contribute", text="Ein Brunnen auf dem Markt")

    wanted = [made["contribution"], more["contribution"]]
    for client in (phone, twin):
        client.wait(lambda c=client: c.me["contributions"] == wanted)


def test_server_counts_a_person_once_however_many_connections(hall):
    phone = hall.phone()
    twin, wall = hall.phone(phone.token), hall.wall()
    wall.wait(lambda: wall.view["connected"] == 1)
    other = hall.phone()
    wall.wait(lambda: wall.view["connected"] == 2)

    twin.close()
    other.close()

    wall.wait(lambda: wall.view["connected"] == 1)
    assert wall.view["participants"] == wall.sync()["participants"] > 1


@pytest.mark.parametrize(
    "token", ["", "nobody-has-this", "\ud800", "x" * 5_000, 7, True, 1.5, [], {"token": "x"}, "\0"]
)
def test_phone_with_an_unknown_token_is_somebody_new_who_is_told(hall, token):
    phone = hall.phone(token)

    assert phone.token not in ("", token)
    assert notice_keys(phone) == ["notice.token_unknown"]


@pytest.mark.parametrize("auth", [{"language": 7}, {"badge": None}, {"language": None}, {"x": [1]}])
def test_phone_needs_nothing_but_takes_anything(hall, auth):
    assert hall.phone(None, **auth).token


def test_badge_is_the_same_person_on_every_device(hall):
    console = hall.console()
    codes = console.do("make_badges", count=3)["codes"]
    console.wait(lambda: console.view["badges"] == {"made": 3, "used": 0})

    first = hall.phone(None, badge=codes[0])
    second = hall.phone(None, badge=codes[0].upper())
    other = hall.phone(None, badge=codes[1])

    assert len(set(codes)) == 3
    assert first.token == second.token != other.token
    first.close()
    second.close()
    assert hall.phone(None, badge=codes[0]).token == first.token
    assert hall.phone(first.token).me["participant"] == first.me["participant"]
    console.wait(lambda: console.view["badges"] == {"made": 3, "used": 2})


def test_badge_on_another_device_is_told_on_both_and_not_at_a_reconnect(hall):
    [code] = hall.console().do("make_badges", count=1)["codes"]
    first = hall.phone(None, badge=code)
    second = hall.phone(None, badge=code)
    for phone in (first, second):
        phone.wait(lambda p=phone: notice_keys(p) == ["notice.badge_again"])
    first.do("dismiss_notice", notice=first.me["notices"][0]["id"])

    again = hall.phone(second.token, badge=code)

    assert again.token == first.token
    assert notice_keys(again) == []


@pytest.mark.parametrize("badge", ["", "aaaaaaaa", 7, [], "\ud800"])
def test_badge_that_was_never_made_is_said_to_be_unknown(hall, badge):
    phone = hall.phone(None, badge=badge)

    assert notice_keys(phone) == ["notice.badge_unknown"]


@pytest.mark.parametrize("key", ["", "wrong", None, 7, ["x"], "\ud800", "x" * 5_000])
def test_console_is_refused_at_connect_with_a_wrong_key(running, key):
    with pytest.raises(Refused) as refused:
        Console(running.url, key, "me")

    assert "Schlüssel" in str(refused.value)


def test_console_hears_of_a_wrong_key_in_its_language(running):
    with pytest.raises(Refused) as refused:
        Console(running.url, "wrong", "me", language="en")

    assert "key" in str(refused.value)


def test_console_connects_by_the_session_of_its_browser(running):
    cookies = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    browser.open(f"{running.url}/console?key={running.key}")
    cookie = "; ".join(f"{cookie.name}={cookie.value}" for cookie in cookies)

    with Console(running.url, None, headers={"Cookie": cookie}) as console:
        assert console.do("set_phase", phase="collect")

    with pytest.raises(Refused):
        Console(running.url, None, headers={"Cookie": cookie[:-3] + "abc"})


def test_console_is_known_by_its_own_id_after_reconnect_and_restart(running, hall):
    hall.console().do("set_phase", phase="collect")
    console = hall.console(console="tablet-of-mara")
    cards = console.do("enter_cards", cards=["Bus nach acht", "Bus am Abend"], via="wall")
    merged = console.do("merge", topics=cards["topics"], title="Bus am Abend")

    running.restart()
    again, other = hall.console(console="tablet-of-mara"), hall.console(console="somebody-else")

    assert other.refused("undo") == "not_now"
    assert again.do("undo")
    again.wait(lambda: merged["topic"] not in again.view["topics"])
    assert set(cards["topics"]) <= set(again.view["topics"])


def test_wall_needs_nothing_and_acts_on_nothing(hall):
    wall = hall.wall()

    for message in ({"id": "1", "do": "set_phase", "phase": "vote"}, {}, None, "x", [1], 5):
        answer = wall.send(message)
        assert_refusal(answer)
        assert answer["error"] == "not_yours"
    assert wall.sync()["at"] >= wall.view["at"] - 1


@pytest.mark.parametrize("event", ["connect", "disconnect", "message", "view", "change", "*", ""])
def test_events_that_are_none_of_the_wires_are_refused_and_harmless(running, hall, event):
    for client in (hall.phone(), hall.console(), hall.wall()):
        at = client.view["at"]
        for data in ([], [{}], [None], [client.view.get("me")], [1, 2, 3], ["x" * 1_000]):
            assert_refusal(client.ask(event, *data))
        assert client.sync()["at"] >= at
        assert client.socket.connected


@pytest.mark.parametrize("since", [None, -1, 1.5, "1", True, [], {}, "\ud800", float("nan")])
def test_sync_with_garbage_is_refused(hall, since):
    for client in (hall.phone(), hall.console(), hall.wall()):
        assert_refusal(client.sync(since))
        assert_refusal(client.ask("sync"))
        assert_refusal(client.ask("sync", since))
        assert_refusal(client.ask("sync", {}, {}))
