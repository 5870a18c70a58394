"""Every phone's own part, too: who follows what was sent has what a fresh view would say."""

import json

import engineio
import engineio.socket
import socketio
from hypothesis import given, settings
from hypothesis import strategies as some

from facilitation.workshop import Caller
from screens.application import VIEWS
from screens.rehearsal.client import merged
from screens.wire.ambient import Ambient
from screens.wire.audiences import Audiences
from screens.wire.connections import Connection, Connections
from screens.wire.packets import WirePacket
from screens.wire.sync import Sync
from screens.wire.ticks import Ticker, TickTimer
from tests.screens.random_acts import Day, acts

MARK = "42/phone,"


class Phone:
    """A connection whose packets wait where the library puts them, and its follower."""

    def __init__(self, server: socketio.Server, sync: Sync, who: str, number: int):
        self._sync, self.view = sync, {}
        self._engine = engineio.socket.Socket(server.eio, f"e{number}")
        self._engine.last_ping = None
        server.eio.sockets[self._engine.sid] = self._engine
        self.sid = server.manager.pre_connect(self._engine.sid, "/phone")
        server.manager.connect(self.sid, "/phone")
        self.connection = Connection(Caller("phone", who))
        sync.add("/phone", self.sid, self.connection)
        sync.send_first("/phone", self.sid, self.connection)
        self.follow()

    def follow(self) -> list[dict]:
        """Take in all that was sent; return it."""
        sent = []
        while not self._engine.queue.empty():
            text = self._engine.queue.get().encode()
            assert text.startswith(MARK)
            event, body = json.loads(text[len(MARK) :])
            if event == "change":
                assert body["from"] <= self.view["at"] <= body["at"]
                assert body.get("me", {"at": 2**53})["at"] >= self.view["me"]["at"]
            self.view = body if event == "view" else merged(self.view, body)
            sent.append(body)
        return sent

    def fresh(self) -> dict:
        return json.loads(WirePacket.json.dumps(self._sync.catch_up("/phone", self.connection, 0)))


class Hall:
    """A day with its connections, ticked by hand."""

    def __init__(self):
        self.day = Day()
        self.server = socketio.Server(async_mode="threading")
        self.server.packet_class = WirePacket
        workshop, ambient, connections = self.day.workshop, Ambient(), Connections()
        audiences = Audiences(workshop, ambient, VIEWS)
        self.sync = Sync(self.server, connections, ambient, audiences)
        self.ticker = Ticker(self.server, workshop, connections, ambient, audiences)
        self.phones: list[Phone] = []

    def let_in(self, person: int) -> Phone:
        people = self.day.people
        number = len(self.phones)
        self.phones.append(Phone(self.server, self.sync, people[person % len(people)], number))
        return self.phones[-1]

    def tick(self) -> None:
        self.ticker._send_phones(self.ticker._collect())


def ageless(view: dict) -> dict:
    return {**view, "at": 0, "me": {**view["me"], "at": 0}}


@settings(max_examples=150, deadline=None)
@given(
    acts,
    some.integers(1, 5),
    some.lists(some.integers(0, 2), min_size=1, max_size=4),
    some.lists(some.sampled_from(["no", "look", "take"]), min_size=1, max_size=10),
)
def test_phones_that_follow_have_what_a_fresh_view_says(todo, every, arriving, asking):
    """Whether or not they ask for a view in between, and take it or only look at it."""
    hall = Hall()
    arriving = list(arriving)
    hall.let_in(arriving.pop())

    for number, act in enumerate(todo):
        hall.day.do(*act)
        ask = asking[number % len(asking)]
        for phone in hall.phones if ask != "no" else ():
            phone.follow()
            seen = phone.fresh()
            phone.view = seen if ask == "take" else phone.view
        if number % every == 0:
            hall.tick()
            if arriving:
                hall.let_in(arriving.pop())
            for phone in hall.phones:
                phone.follow()
    hall.tick()

    for phone in hall.phones:
        phone.follow()
        assert ageless(phone.view) == ageless(phone.fresh())
    hall.day.close()


def test_phones_are_sent_their_own_part_once_when_it_changes_and_not_when_they_arrive():
    hall = Hall()
    hall.day.do_as_console("set_phase", phase="vote")
    voter, other = hall.let_in(0), hall.let_in(1)
    hall.tick()
    for phone in (voter, other):
        phone.follow()

    hall.day.do("place_dot", 0, 0, 0)
    hall.tick()
    hall.tick()

    [change] = voter.follow()
    assert set(change) == {"from", "at", "me"}
    assert sum(change["me"]["dots"].values()) == 1
    assert other.follow() == []
    hall.day.close()


def test_a_phone_that_arrives_is_not_told_its_own_part_again():
    hall = Hall()
    hall.let_in(0)
    hall.tick()
    phone = hall.let_in(1)

    hall.tick()

    assert all("me" not in change for change in phone.follow())
    hall.day.close()


def test_tick_is_due_at_once_after_a_rest_and_only_where_something_is_pending():
    timer = TickTimer()

    assert not timer.is_due(0.0)
    timer.pending = True
    assert timer.is_due(0.0)
    assert not timer.pending
    timer.pending = True
    assert not timer.is_due(600.0)
    assert timer.pending
    assert 0 < timer.wait_s <= 600.0
    assert timer.is_due(0.0)
