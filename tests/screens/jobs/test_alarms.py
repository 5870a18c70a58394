"""What a console is warned of."""

import shutil
from collections import namedtuple

import pytest
from msgspec.structs import replace

from facilitation.domain.state import Participant, Settings, WorkshopState
from screens.console.view import headcount_alarm
from screens.jobs.alarms import NEWCOMERS, WRONG_KEYS, WRONG_KEYS_S, Alarms

Usage = namedtuple("Usage", "total used free")


class Time:
    """A wall clock that somebody may set, and a steady one."""

    def __init__(self):
        self.wall, self.steady = 1_000_000.0, 50.0

    def pass_by(self, seconds):
        self.wall += seconds
        self.steady += seconds


@pytest.fixture
def passing():
    return Time()


@pytest.fixture
def alarms(tmp_path, passing):
    return Alarms(
        tmp_path / "x.db", clock=lambda: passing.wall, steady_clock=lambda: passing.steady
    )


def keys(alarms, backup=None):
    return [alarm["key"] for alarm in alarms.machine(backup)]


def disk_with(monkeypatch, free):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(10**12, 0, free))


def test_alarms_are_silent_on_a_good_day(alarms, passing, monkeypatch):
    disk_with(monkeypatch, 10**11)
    passing.pass_by(3600)

    assert keys(alarms, {"folders": [{"folder": "backups", "well": True}]}) == []


@pytest.mark.parametrize(
    ("free", "key"), [(400_000_000, "console.alarm.disk_low"), (9, "console.alarm.disk_full")]
)
def test_alarms_tell_of_a_disk_that_fills(alarms, monkeypatch, free, key):
    disk_with(monkeypatch, free)

    assert keys(alarms) == [key]


def test_alarms_tell_of_a_backup_that_failed(alarms, monkeypatch):
    disk_with(monkeypatch, 10**11)
    folders = [{"folder": "backups", "well": True}, {"folder": "stick", "well": False}]

    [alarm] = alarms.machine({"folders": folders})

    assert alarm == {"key": "console.alarm.backup", "gaps": {"folder": "stick"}}


@pytest.mark.parametrize("jump", [-3600, 3600])
def test_alarms_tell_of_a_clock_that_was_set(alarms, passing, monkeypatch, jump):
    disk_with(monkeypatch, 10**11)
    passing.wall += jump

    assert keys(alarms) == ["console.alarm.clock"]


def test_alarms_tell_of_a_rush_of_newcomers_for_a_while(alarms, passing, monkeypatch):
    disk_with(monkeypatch, 10**11)
    for _ in range(NEWCOMERS.amount):
        alarms.joined()
    assert keys(alarms) == []

    alarms.joined()

    assert keys(alarms) == ["console.alarm.rush"]
    passing.pass_by(600)
    assert keys(alarms) == []


def test_alarms_tell_of_somebody_who_guesses_the_console_key(alarms, passing, monkeypatch):
    disk_with(monkeypatch, 10**11)
    begun = [alarms.wrong_key() for _ in range(WRONG_KEYS.amount)]
    assert keys(alarms) == []

    begun += [alarms.wrong_key(), alarms.wrong_key()]

    assert begun == [False] * WRONG_KEYS.amount + [True, False]
    assert keys(alarms) == ["console.alarm.wrong_keys"]
    passing.pass_by(WRONG_KEYS_S + 1)
    assert keys(alarms) == []


def hall(there, counted):
    state = WorkshopState(settings=replace(Settings(), counted=counted))
    for n in range(there):
        person = Participant(id=f"p{n}", n=n, token=f"t{n}")
        state = replace(state, participants=state.participants.insert(person.id, person))
    return state


def test_headcount_tells_when_more_take_part_than_were_counted():
    assert headcount_alarm(hall(there=98, counted=98)) == []
    assert headcount_alarm(hall(there=143, counted=0)) == []
    [alarm] = headcount_alarm(hall(there=143, counted=98))
    assert alarm["gaps"] == {"count": 143, "counted": 98}
