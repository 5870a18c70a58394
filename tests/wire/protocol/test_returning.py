"""Whoever comes back hears what they missed in one change; where that is not sure, a whole view."""

import pytest

from tests.wire.clients import Phone
from tests.wire.protocol.test_following import differences


def come_back(hall, before: Phone, token: str | None = None, **auth) -> Phone:
    """Connect as a page does that was here before and kept its view."""
    known = {"run": before.view["run"], "since": before.view["at"], **auth}
    return hall.phone(token or before.token, kept=before.view, **known)


def kinds(client) -> list[str]:
    return [kind for kind, _ in client.heard]


def test_phone_that_comes_back_catches_up_with_one_change(hall):
    console, phone, other = hall.console(), hall.phone(), hall.phone()
    console.do("set_phase", phase="collect")
    ids = [other.do("contribute", text=f"Vorher {n}")["topic"] for n in range(20)]
    phone.wait(lambda: ids[-1] in phone.view["topics"])
    phone.close()
    console.do("merge", topics=ids[:2], title="Zusammen")
    other.do("contribute", text="Inzwischen")
    console.do("set_settings", title="Ein neuer Name")

    back = come_back(hall, phone)

    [(kind, change)] = back.heard[:1]
    assert kind == "change"
    assert change["from"] == phone.view["at"]
    assert len(change["topics"]) == 4
    assert change["me"]["token"] == phone.token
    assert "questions" not in change
    assert differences(back) == []


def test_phone_that_missed_nothing_hears_next_to_nothing(hall):
    phone, console = hall.phone(), hall.console()
    made = console.do("set_settings", title="Das Letzte")
    phone.wait_at(made)
    phone.close()

    back = come_back(hall, phone)

    assert kinds(back)[0] == "change"
    assert not back.heard[0][1].keys() & {"topics", "groups"}
    assert differences(back) == []


def test_console_and_wall_that_come_back_catch_up_too(hall):
    for make in (hall.console, hall.wall):
        before = make()
        before.close()
        hall.console().do("enter_cards", cards=["Eine Karte"])
        back = make(kept=before.view, run=before.view["run"], since=before.view["at"])
        assert kinds(back)[0] == "change"
        assert differences(back) == []


@pytest.mark.parametrize(
    "known",
    [
        {"run": "another"},
        {"run": None},
        {"since": 10**9},
        {"since": -1},
        {"since": "7"},
        {"since": True},
        {"since": None},
        {"since": [1]},
        {"since": 1.5},
    ],
)
def test_whole_view_comes_where_it_is_not_sure_what_is_known(hall, known):
    phone = hall.phone()
    phone.close()

    back = come_back(hall, phone, **known)

    assert kinds(back)[0] == "view"
    assert differences(back) == []


def test_what_one_person_saw_is_nothing_to_another(hall):
    """An unknown token gets a new person, who has seen nothing."""
    phone, other = hall.phone(), hall.phone()
    phone.close()

    assert kinds(come_back(hall, phone, "no-token-at-all"))[0] == "view"
    assert kinds(come_back(hall, other))[0] == "change"


def test_whole_view_comes_after_a_restart(running, hall):
    """The file may be another one by then, or a backup."""
    phone = hall.phone()
    phone.close()

    running.restart()

    assert kinds(come_back(hall, phone))[0] == "view"
