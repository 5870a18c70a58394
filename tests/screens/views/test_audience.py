"""A client that follows the ticks has the view that it would get anew, whatever happens."""

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from screens.console import view as console_view
from screens.phone import view as phone_view
from screens.rehearsal.client import merged
from screens.views.audience import Audience
from screens.wall import view as wall_view
from tests.screens.random_acts import Day, acts

QUICK = settings(max_examples=150, deadline=None)
VIEWS = [phone_view, console_view, wall_view]
each_view = pytest.mark.parametrize("view", VIEWS, ids=["phone", "console", "wall"])


def plain(body: dict) -> dict:
    """Return what a client makes of what is sent."""
    return json.loads(msgspec.json.encode(body))


def around(connected: int = 0) -> dict:
    return {"connected": connected, "address": "http://a/", "cloud": None, "backup": None}


class Following:
    """An audience of a day, and one client that follows it by the rules of DESIGN.md, 5."""

    def __init__(self, view, day: Day):
        self.kind, self.day, self.connected = view, day, 0
        self.audience = Audience(view, *self._now())
        self.view = plain(self.audience.whole())

    def _now(self) -> tuple:
        workshop = self.day.workshop
        return workshop.state, workshop.private, around(self.connected)

    def update(self) -> None:
        rows = self.day.workshop.rows_since(self.audience.state.at)
        self.audience.update(*self._now(), rows)

    def tick(self) -> None:
        self.update()
        change = self.audience.tick()
        if change is not None:
            assert change["from"] == self.view["at"]
            assert change["at"] >= change["from"]
            self.view = merged(self.view, plain(change))

    def fresh(self) -> dict:
        """Return the view that an audience made just now would show."""
        return plain(Audience(self.kind, *self._now()).whole())


def same(one: dict, other: dict) -> bool:
    """Whether two views show the same; their numbers tell only when they were sent."""
    return {**one, "at": 0} == {**other, "at": 0}


@each_view
@QUICK
@given(acts, some.integers(1, 4))
def test_ticks_bring_a_client_to_the_whole_view(view, todo, every):
    day = Day()
    following = Following(view, day)

    for number, act in enumerate(todo):
        day.do(*act)
        following.connected = number % 3
        if number % every == 0:
            following.tick()
    following.tick()

    assert same(following.view, following.fresh())
    assert same(plain(following.audience.whole()), following.fresh())
    day.close()


@each_view
@QUICK
@given(acts, some.data())
def test_since_brings_a_client_of_any_number_to_the_whole_view(view, todo, data):
    day = Day()
    following = Following(view, day)
    views = [plain(following.audience.whole())]

    for number, act in enumerate(todo):
        day.do(*act)
        following.connected = number % 3
        following.update()
        views.append(plain(following.audience.whole()))
    old = data.draw(some.sampled_from(views))

    change = following.audience.since(old["at"])
    assert change is not None
    assert same(merged(old, plain(change)), following.fresh())
    day.close()


@each_view
def test_tick_says_nothing_where_nothing_changed(view):
    day = Day()
    following = Following(view, day)
    day.do_as_console("enter_cards", cards=["eine Karte"], via="wall")
    following.update()

    assert following.audience.tick()["topics"]
    following.update()
    assert following.audience.tick() is None
    day.close()


def test_ticks_to_phones_say_nothing_of_hidden_counts():
    day = Day()
    day.do_as_console("enter_cards", cards=["eine Karte"], via="wall")
    day.do_as_console("set_phase", phase="vote")
    following = Following(phone_view, day)

    day.do("place_dot", 0, 0, 0)
    following.update()

    assert day.workshop.state.participants[day.people[0]].dots
    assert following.audience.tick() is None
    day.close()


def test_since_a_number_of_another_day_is_refused():
    day = Day()
    following = Following(wall_view, day)

    assert following.audience.since(following.audience.state.at + 1) is None
    day.close()
