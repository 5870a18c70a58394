"""A view that is kept by taking in every change is the view that a newcomer gets."""

import random
import uuid

import pytest

from tests.wire.clients import Client, merged

EVERYTHING_OPEN = {
    "contributions": True,
    "flags": True,
    "dots": True,
    "groups": True,
    "boards": True,
    "interest": True,
}
PHASES = ["collect", "sort", "vote", "group", "board", "close"]
ACTS = 300


def phone_act(chance: random.Random, view: dict) -> dict:
    topics, groups, me = list(view["topics"]), list(view["groups"]), view["me"]
    one = chance.choice(topics or ["t"])
    kinds = ["contribute", "contribute", "place_dot", "place_dot", "take_dot", "flag_broad"]
    kinds += ["withdraw", "reword", "join_group", "leave_group", "show_interest", "write_board"]
    kinds += ["withdraw_interest"]
    kinds += ["dismiss_notice"]
    kind = chance.choice(kinds)
    mine = chance.choice(me["contributions"] or ["c"])
    more = {
        "contribute": {"text": f"Mehr {uuid.uuid4().hex[:6]}"},
        "withdraw": {"contribution": mine},
        "reword": {"contribution": mine, "text": f"Lieber {uuid.uuid4().hex[:6]}"},
        "join_group": {"group": chance.choice(groups or ["g"])},
        "leave_group": {},
        "write_board": {"group": me["group"] or "g", "field": "goal", "value": "Ziel", "base": 0},
        "dismiss_notice": {"notice": (me["notices"] or [{"id": "n"}])[0]["id"]},
    }
    return {"do": kind, **more.get(kind, {"topic": one})}


def console_act(chance: random.Random, view: dict) -> dict:
    topics, groups = list(view["topics"].values()), list(view["groups"])
    kinds = ["merge", "merge", "split", "hide", "hide", "restore", "undo", "redo", "rename"]
    kinds += ["call_group", "dissolve_group", "set_phase", "reveal", "enter_cards", "show_on_wall"]
    kinds += ["enter_paper_dots", "set_supporters", "set_settings"]
    kind = chance.choice(kinds)
    some = [t["id"] for t in chance.sample(topics, min(2, len(topics)))]
    one = chance.choice(topics) if topics else {"id": "t", "contributions": []}
    all_ = [said["id"] for said in one["contributions"]]
    parts = [{"title": f"Teil {n}", "contributions": all_} for n in (1, 2)]
    more = {
        "merge": {"topics": some, "title": "Zusammen"},
        "split": {"topic": one["id"], "parts": parts, "successor": chance.choice([None, 1])},
        "hide": {"topic": one["id"], "reason": "Weil"},
        "rename": {"topic": one["id"], "title": f"Neu {uuid.uuid4().hex[:4]}"},
        "call_group": {"topics": some, "title": "Gruppe", "seats": 2},
        "dissolve_group": {"group": chance.choice(groups or ["g"])},
        "set_phase": {"phase": chance.choice(PHASES)},
        "reveal": {"counts": chance.choice([True, False])},
        "enter_cards": {"cards": ["Karte", "Karte"]},
        "show_on_wall": {"what": chance.choice(["auto", "topics", "join"])},
        "enter_paper_dots": {"topic": one["id"], "count": 3},
        "set_supporters": {"supporters": [{"name": "Vera", "kind": "partner"}]},
        "set_settings": {"title": f"Tag {uuid.uuid4().hex[:4]}"},
        "undo": {},
        "redo": {},
    }
    return {"do": kind, **more.get(kind, {"topic": one["id"]})}


BY_THEMSELVES = ("at", "connected", "cloud", "suggestions")
"""What may change between a view and the next without anybody's act."""


def differences(client: Client) -> list:
    """What the view kept has otherwise than a whole one; "at" inside `me` is a clock of its own."""
    whole = client.sync(0)
    for view in (client.view, whole):
        if "me" in view:
            view["me"] = {**view["me"], "at": 0}
    return [
        (key, client.view.get(key), whole.get(key))
        for key in whole.keys() | client.view.keys()
        if key not in BY_THEMSELVES and client.view.get(key) != whole.get(key)
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_view_kept_by_changes_is_the_whole_view(hall, seed):
    chance = random.Random(seed)
    consoles, walls = [hall.console(), hall.console()], [hall.wall()]
    consoles[0].do("set_settings", open=EVERYTHING_OPEN)
    phones = [hall.phone() for _ in range(4)]
    phones.append(hall.phone(phones[0].token))
    done = 0

    for _ in range(ACTS):
        if chance.random() < 0.6:
            phone = chance.choice(phones)
            message = phone_act(chance, phone.view)
            client = phone
        else:
            client = chance.choice(consoles)
            message = console_act(chance, client.view)
        done += client.send({"id": client.new_id(), **message})["ok"]
        if chance.random() < 0.02:
            reader = chance.choice([*phones, *consoles, *walls])
            answer = reader.sync(reader.view["at"])
            if chance.random() < 0.5:
                reader.take(answer)

    assert done > ACTS / 4
    consoles[0].do("set_settings", title=f"Ende {seed}")
    for client in (*phones, *consoles, *walls):
        client.wait(lambda c=client: c.view["title"] == f"Ende {seed}")
        assert differences(client) == []


def test_changes_bring_everything_also_to_a_phone_that_asked_for_a_view_beside_them(hall):
    """Only what was sent by itself is known to be in a view: an answer may have been for a look."""
    hall.console().do("set_settings", open=EVERYTHING_OPEN)
    phone, other = hall.phone(), hall.phone()
    topics = [other.do("contribute", text=f"Nummer {number}")["topic"] for number in range(8)]

    for topic in topics:
        phone.do("show_interest", topic=topic)
        phone.sync(0)
        phone.wait(lambda topic=topic: topic in phone.me["interests"])

    assert phone.broken == []


def test_sync_since_any_number_brings_a_view_up_to_date(hall):
    console, phone = hall.console(), hall.phone()
    console.do("set_settings", open=EVERYTHING_OPEN)
    kept = []
    for number in range(12):
        kept.append(phone.sync(0))
        phone.take(kept[-1])
        said = phone.do("contribute", text=f"Nummer {number}")
        if number % 3 == 0:
            console.do("hide", topic=said["topic"], reason="Weil")
        if number % 4 == 0:
            phone.do("withdraw", contribution=said["contribution"])

    for old in kept:
        late = hall.phone(phone.token)
        answer = late.sync(old["at"])
        caught_up = merged(old, answer) if "from" in answer else answer
        assert caught_up["topics"] == late.sync(0)["topics"]
