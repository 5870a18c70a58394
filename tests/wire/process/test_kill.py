"""Rules 1 and 2 with SIGKILL: whatever was acknowledged is there after the restart, once.

`KILLS=200 python -m pytest tests/wire/process/test_kill.py` tries harder.
"""

import os
import random
from collections import Counter

from facilitation.domain.folding import replay
from facilitation.storage.journal_file import read
from tests.wire.citizens import Citizen, Facilitator, Person
from tests.wire.clients import Console, Phone, merged

KILLS = int(os.environ.get("KILLS", "22"))
EVERYTHING_OPEN = {
    "contributions": True,
    "flags": True,
    "dots": True,
    "groups": True,
    "boards": True,
}
LOAD_S = (0.15, 1.2)


def test_killed_server_has_every_acknowledged_act_exactly_once(server):
    with Console(server.url, server.key) as console:
        console.do("set_settings", open=EVERYTHING_OPEN, budget=20, cap=3)
    chance = random.Random(2026)
    people = [Person(server, f"person {n}") for n in range(6)]
    citizens: list[Citizen] = [*people, Facilitator(server, "mara"), Facilitator(server, "ole")]
    for citizen in citizens:
        citizen.start()

    for _ in range(KILLS):
        # load for a while of random length: the instant of the kill is the point of the test
        citizens[0].done.wait(chance.uniform(*LOAD_S))
        server.kill()
        acknowledged = [dict(citizen.answers) for citizen in citizens]
        _check_file(server, acknowledged)
        server.start()

    for citizen in citizens:
        citizen.done.set()
    for citizen in citizens:
        citizen.join(30)
        assert not citizen.is_alive()
    assert [citizen.doubled for citizen in citizens if citizen.doubled] == []
    assert all(citizen.answers for citizen in citizens)
    print(
        f"{KILLS} kills, {sum(len(c.answers) for c in citizens)} acts acknowledged, "
        f"{sum(c.sent_again for c in citizens)} sent again after a lost answer"
    )
    _check_every_answer_again(citizens)
    _check_texts(server, citizens)
    _check_dots(server, people)
    _check_replay(server)
    assert "Traceback" not in server.log()


def _check_file(server, acknowledged: list[dict]) -> None:
    """Every acknowledged act has one row in the file that the kill left, with that very answer."""
    stored: dict[str, dict] = {}
    for row in read(server.data)[0]:
        if row.act is not None:
            assert row.act not in stored
            stored[row.act] = {"ok": True, "at": row.n, **row.answer}
    for answers in acknowledged:
        for id, (_, answer) in answers.items():
            assert stored[id] == answer


def _check_every_answer_again(citizens: list[Citizen]) -> None:
    for citizen in citizens:
        with citizen.connect() as client:
            citizen.client = client
            for message, first in citizen.answers.values():
                assert citizen.ask(message) == first
            citizen.client = None


def _check_texts(server, citizens: list[Citizen]) -> None:
    """Every text acknowledged is on exactly one contribution; cards may have been undone."""
    with Console(server.url, server.key) as console:
        shown = {
            said["id"]: said["text"]
            for topic in console.sync()["topics"].values()
            for said in topic["contributions"]
        }
    times = Counter(shown.values())
    for citizen in citizens:
        for message, _ in citizen.answers.values():
            if message["do"] == "contribute":
                assert times[message["text"]] == 1
            for card in message.get("cards", ()):
                assert times[card] <= 1


def _check_dots(server, people: list[Person]) -> None:
    """For each person dots and hand are the budget; all persons' dots are the topics' dots."""
    placed: Counter[str] = Counter()
    for person in people:
        with Phone(server.url, person.token) as phone:
            assert sum(phone.me["dots"].values()) + phone.me["hand"] == 20
            assert max(phone.me["dots"].values(), default=0) <= 3
            placed.update(phone.me["dots"])
    with Console(server.url, server.key) as console:
        topics = console.sync()["topics"].values()
        assert {t["id"]: t["dots"] for t in topics if t["dots"]} == dict(placed)


def _check_replay(server) -> None:
    """The file folded anew shows what the running server shows (rule 7)."""
    with Console(server.url, server.key) as console:
        view = merged(console.view, {"from": 0, "at": 0})
    state = replay(read(server.data)[0])
    assert state.at >= view["at"]
    assert {t.id: t.dots for t in state.board_topics()} == {
        id: topic["dots"] for id, topic in view["topics"].items()
    }
    assert {g.id: len(g.members) for g in state.groups.values()} == {
        id: group["members"] for id, group in view["groups"].items()
    }
