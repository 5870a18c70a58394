"""The course of the day: phases, what is open, settings, the wall, the roster."""

import pytest

from facilitation.domain.commands import OPENINGS, PHASES
from facilitation.domain.state import Settings, Supporter
from tests.facilitation.examples import Hall, refusal

OPEN_IN = {
    "welcome": set(),
    "interview": {"contributions"},
    "collect": {"contributions"},
    "sort": {"contributions", "flags"},
    "vote": {"flags", "dots"},
    "group": {"groups", "interest", "help", "contact"},
    "board": {"groups", "boards", "interest", "help", "contact"},
    "close": {"boards", "interest", "help", "contact"},
}
"""As DESIGN.md, section 5, says it."""


@pytest.fixture
def day():
    hall = Hall(opened=False)
    hall.comes()
    yield hall
    hall.close()


def opened(hall) -> set[str]:
    return {what for what in OPENINGS if hall.state.is_open(what)}


def test_every_phase_opens_what_belongs_to_it(day):
    found = {}
    for phase in PHASES:
        day.desk("set_phase", phase=phase)
        found[phase] = opened(day)
    assert found == OPEN_IN


def test_facilitator_opens_closes_and_gives_back_to_the_phase(day):
    day.desk("set_phase", phase="vote")
    day.desk("set_settings", open={"contributions": True, "dots": False})
    assert opened(day) == {"contributions", "flags"}

    day.desk("set_phase", phase="welcome")
    assert opened(day) == {"contributions"}

    day.desk("set_settings", open={"contributions": None})
    assert opened(day) == set()
    assert day.state.settings.open == {"dots": False}


@pytest.mark.parametrize(
    ("what", "do", "fields"),
    [
        ("contributions", "contribute", {"text": "x"}),
        ("flags", "flag_broad", {"topic": "t1"}),
        ("dots", "place_dot", {"topic": "t1"}),
        ("dots", "take_dot", {"topic": "t1"}),
        ("groups", "join_group", {"group": "g1"}),
        ("groups", "leave_group", {}),
        ("boards", "write_board", {"group": "g1", "field": "goal", "value": "x", "base": 0}),
        ("interest", "show_interest", {"topic": "t1"}),
        ("help", "offer_help", {"tasks": []}),
        ("contact", "leave_contact", {"name": "A", "purposes": ["x"], "consent": True}),
    ],
)
def test_closed_acts_are_refused_with_a_sentence_of_their_own(day, what, do, fields):
    assert refusal(day.phone, "p1", do, **fields) == ("not_now", f"refusal.closed_{what}", {})


def test_set_phase_starts_its_timebox_and_lets_the_wall_follow(day):
    day.desk("show_on_wall", what="thanks", qr=True)
    day.desk("set_phase", phase="collect", minutes=12.5)

    state = day.state
    assert (state.phase, state.phase_ends_at) == ("collect", "2026-05-09T12:12:30Z")
    assert (state.scene, state.shown_scene(), state.qr) == ("auto", "cloud", True)
    day.desk("set_phase", phase="collect")
    assert day.state.phase_ends_at is None


def test_wall_shows_what_was_chosen_and_keeps_the_code_as_it_was(day):
    day.desk("show_on_wall", what="blank", qr=True)
    day.desk("show_on_wall", what="boards")

    assert (day.state.shown_scene(), day.state.qr) == ("boards", True)


def test_wall_shows_the_result_of_a_vote_once_it_is_revealed(day):
    day.desk("set_phase", phase="vote")
    assert day.state.shown_scene() == "topics"
    day.desk("reveal", counts=True)
    assert day.state.shown_scene() == "result"
    day.desk("reveal", counts=False)
    assert day.state.shown_scene() == "topics"


def test_settings_begin_as_the_design_says_and_change_by_name(day):
    assert day.state.settings == Settings(title="Open-Sozial", budget=5, cap=2, counts="hidden")

    day.desk(
        "set_settings",
        title=" Unser Tag ",
        questions=[" Was bewegt dich?\nErzähl! "],
        help_tasks=["Tische", " Tische ", "Getränke"],
        counts="revealed",
    )

    assert day.state.settings == Settings(
        title="Unser Tag",
        questions=("Was bewegt dich?\nErzähl!",),
        help_tasks=("Tische", "Getränke"),
        counts="revealed",
    )


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({}, "refusal.no_settings"),
        ({"title": None}, "refusal.no_settings"),
        ({"title": "\n"}, "refusal.empty"),
        ({"title": "x" * 121}, "refusal.too_long"),
        ({"questions": [""]}, "refusal.empty"),
        ({"help_tasks": ["a\nb"]}, "refusal.one_line"),
        ({"budget": 101}, "refusal.not_an_act"),
        ({"counts": "open"}, "refusal.not_an_act"),
    ],
)
def test_settings_are_refused_whole(day, fields, key):
    before = day.state
    assert refusal(day.desk, "set_settings", **fields)[:2] == ("invalid", key)
    assert day.state is before


def test_roster_keeps_names_apart_and_ids_where_they_are_given(day):
    first = day.desk("set_supporters", supporters=[{"name": "Frau Berg", "note": "Verein"}])
    (one,) = first["supporters"]

    lines = [{"name": "Herr Tal", "kind": "network"}, {"name": "Frau Berg-Tal", "id": one}]
    second = day.desk("set_supporters", supporters=lines)

    assert second == {"supporters": ["s2", one]}
    assert day.state.supporters == (
        Supporter(id="s2", kind="network", key="k2"),
        Supporter(id=one, kind="moderator", key="k3"),
    )
    assert dict(day.workshop.private) == {
        "k2": {"name": "Herr Tal", "note": ""},
        "k3": {"name": "Frau Berg-Tal", "note": ""},
    }


def test_roster_refuses_ids_it_never_gave_or_gave_once(day):
    (one,) = day.desk("set_supporters", supporters=[{"name": "A"}])["supporters"]
    for lines in (
        [{"name": "B", "id": "s9"}],
        [{"name": "A", "id": one}, {"name": "B", "id": one}],
    ):
        assert refusal(day.desk, "set_supporters", supporters=lines)[:2] == (
            "invalid",
            "refusal.supporter_unknown",
        )
