"""Badges: one person, one ballot, where facilitators want it."""

import pytest

from facilitation.domain.refusals import NotNow
from facilitation.workshop import Caller, Workshop

DESK = Caller("console", "desk")


@pytest.fixture
def workshop():
    running = Workshop.open()
    yield running
    running.close()


def act(workshop, by, kind, **fields):
    return workshop.act({"id": f"{kind}-{workshop.at}", "do": kind, **fields}, by)


def in_vote(workshop):
    """A topic to vote on, and the code of a badge."""
    [code] = act(workshop, DESK, "make_badges", count=1)["codes"]
    [topic] = act(workshop, DESK, "enter_cards", cards=["Mehr Bänke"], via="wall")["topics"]
    act(workshop, DESK, "set_phase", phase="vote")
    return topic, code


def test_place_dot_needs_a_badge_where_facilitators_say_so(workshop):
    topic, code = in_vote(workshop)
    act(workshop, DESK, "set_settings", badge_votes=True)
    without = Caller("phone", workshop.join().id)
    owner = Caller("phone", workshop.join(badge=code).id)

    with pytest.raises(NotNow) as no:
        act(workshop, without, "place_dot", topic=topic)
    act(workshop, owner, "place_dot", topic=topic)

    assert no.value.key == "refusal.badge_needed"
    assert workshop.state.topics[topic].dots == 1


def test_place_dot_needs_no_badge_by_default(workshop):
    topic, _ = in_vote(workshop)

    act(workshop, Caller("phone", workshop.join().id), "place_dot", topic=topic)

    assert workshop.state.topics[topic].dots == 1


def test_dots_placed_without_a_badge_before_can_be_taken_back(workshop):
    topic, _ = in_vote(workshop)
    without = Caller("phone", workshop.join().id)
    act(workshop, without, "place_dot", topic=topic)
    act(workshop, DESK, "set_settings", badge_votes=True)

    act(workshop, without, "take_dot", topic=topic)

    assert workshop.state.topics[topic].dots == 0


def told(workshop, who):
    return [notice.key for notice in workshop.state.participants[who].notices]


def test_badge_used_on_one_more_device_is_told_to_its_owner_once_a_device(workshop):
    [code] = act(workshop, DESK, "make_badges", count=1)["codes"]
    first = workshop.join(badge=code, hello="said-by-device-1")
    workshop.join(badge=code, hello="said-by-device-1")
    assert told(workshop, first.id) == []

    second = workshop.join(badge=code, hello="said-by-device-2")
    workshop.join(badge=code, hello="said-by-device-2")

    assert second.token == first.token
    assert told(workshop, first.id) == ["notice.badge_again"]


def test_badge_used_on_a_third_device_is_told_again_after_the_notice_was_read(workshop):
    [code] = act(workshop, DESK, "make_badges", count=1)["codes"]
    owner = workshop.join(badge=code).id
    workshop.join(badge=code, hello="said-by-device-2")
    [notice] = workshop.state.participants[owner].notices
    act(workshop, Caller("phone", owner), "dismiss_notice", notice=notice.id)

    workshop.join(badge=code, hello="said-by-device-2")
    assert told(workshop, owner) == []
    workshop.join(badge=code, hello="said-by-device-3")

    assert told(workshop, owner) == ["notice.badge_again"]


def test_badge_used_again_is_the_same_after_a_replay(tmp_path):
    workshop = Workshop.open(tmp_path / "x.db")
    [code] = act(workshop, DESK, "make_badges", count=1)["codes"]
    workshop.join(badge=code)
    workshop.join(badge=code, hello="said-by-device-2")
    before = workshop.state
    workshop.close()

    again = Workshop.open(tmp_path / "x.db")

    assert again.state == before
    again.close()
