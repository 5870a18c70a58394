"""A full disk, and a clock that is set back."""

from datetime import UTC, datetime, timedelta

import pytest

from facilitation.domain.folding import replay
from facilitation.storage.journal_file import read
from facilitation.workshop import Caller, Workshop
from screens import wording
from tests.conftest import Server
from tests.needs import resource
from tests.wire.clients import Console, Phone

FULL = wording.say("refusal.not_stored", "de")
ROOM_BYTES = 40_000
TEXT = "Ein Dorfladen in Grieth, der auch am Samstag offen hat. " * 4
DESK = Caller("console", "desk")
NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)


def fill(phone: Phone) -> tuple[list[dict], dict]:
    """Contribute until the disk is full; return the good answers, and the one that was not."""
    good = []
    while len(good) < 2_000:
        answer = phone.send(
            {"id": phone.new_id(), "do": "contribute", "text": f"{len(good)} {TEXT}"}
        )
        if not answer["ok"]:
            return good, answer
        good.append(answer)
    raise AssertionError("the disk was never full")


def let_grow(server: Server, bytes_: int | None) -> None:
    """Let no file of this server grow beyond so many bytes, as a full disk would; None: any."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    soft = hard if bytes_ is None else bytes_
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (soft, hard))


def leave_little_room(server: Server) -> None:
    grown = server.data.with_name(server.data.name + "-wal").stat().st_size
    let_grow(server, grown + ROOM_BYTES)


@pytest.mark.needs("a limit on a running process")
def test_full_disk_refuses_in_words_corrupts_nothing_and_goes_on_when_there_is_room(server):
    with Console(server.url, server.key) as console, Phone(server.url) as phone:
        console.do("set_phase", phase="collect")
        leave_little_room(server)

        good, refused = fill(phone)

        assert good
        assert (refused["error"], refused["message"]) == ("not_now", FULL)
        again = phone.send({"id": phone.new_id(), "do": "contribute", "text": TEXT})
        assert (again["ok"], again["message"]) == (False, FULL)
        assert len(phone.sync()["topics"]) == len(good)

        let_grow(server, None)
        later = phone.send({"id": phone.new_id(), "do": "contribute", "text": "Wieder Platz"})
        assert later["ok"], later
        everything = {answer["contribution"] for answer in [*good, later]}
        assert set(phone.sync()["me"]["contributions"]) == everything
        token = phone.token

    server.restart()
    with Phone(server.url, token) as phone:
        assert set(phone.me["contributions"]) == everything


@pytest.mark.needs("a limit on a running process")
def test_server_killed_on_a_full_disk_starts_with_every_acknowledged_act(server):
    with Console(server.url, server.key) as console, Phone(server.url) as phone:
        console.do("set_phase", phase="collect")
        leave_little_room(server)
        good, _ = fill(phone)
        token = phone.token
        server.kill()

    rows, _ = read(server.data)
    assert len(replay(rows).contributions) == len(good)
    server.start()
    with Phone(server.url, token) as phone:
        assert phone.me["contributions"] == [answer["contribution"] for answer in good]


class Clock:
    """A clock that somebody sets."""

    def __init__(self):
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def test_clock_set_back_changes_neither_order_nor_the_timebox(tmp_path):
    clock = Clock()
    workshop = Workshop.open(tmp_path / "day.db", now=clock)
    workshop.act({"id": "1", "do": "set_phase", "phase": "collect"}, DESK)
    person = Caller("phone", workshop.join().id)
    first = workshop.act({"id": "1", "do": "contribute", "text": "vorher"}, person)
    clock.now = NOON - timedelta(hours=3)
    second = workshop.act({"id": "2", "do": "contribute", "text": "nachher"}, person)
    workshop.act({"id": "2", "do": "set_phase", "phase": "vote", "minutes": 10}, DESK)

    assert second["at"] > first["at"]
    ends_at = datetime.fromisoformat(workshop.state.phase_ends_at)
    assert ends_at - clock.now == timedelta(minutes=10)
    before = workshop.state
    workshop.close()
    again = Workshop.open(tmp_path / "day.db", now=clock)
    assert again.state == before
    mine = again.state.participants[person.id].contributions
    assert [again.state.contributions[c].text for c in mine] == ["vorher", "nachher"]
    again.close()
