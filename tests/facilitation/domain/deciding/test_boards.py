"""Boards: what a group writes down; two who write at once lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation import exports
from facilitation.domain.texts import date_text, time_text
from screens.console import view as console_view
from screens.phone import view as phone_view
from screens.views.audience import Audience
from screens.wall import view as wall_view
from tests.facilitation.examples import Hall, refusal, same
from tests.facilitation.random_days.checks import AROUND


@pytest.fixture
def group(hall):
    """A group of p1 and p2."""
    hall.say("p1", "Bus")
    group = hall.desk("call_group", topics=["t1"], title="Busgruppe")["group"]
    for who in ("p1", "p2"):
        hall.phone(who, "join_group", group=group)
    return group


def write(hall, who, value, base, field="goal"):
    return hall.phone(who, "write_board", group="g1", field=field, value=value, base=base)


def text(hall, field="goal") -> tuple[str, int]:
    found = hall.state.groups["g1"].text(field)
    kept = hall.workshop.private.get(found.key or "", {}).get("text", "")
    return (found.value or kept, found.base)


def test_write_board_stores_the_text_and_the_number_that_wrote_it(hall, group):
    assert write(hall, "p1", " Mehr Busse\nauch nachts ", 0) == {}
    assert text(hall) == ("Mehr Busse\nauch nachts", hall.state.at)


def test_write_board_replaces_what_its_writer_had_seen(hall, group):
    write(hall, "p1", "Mehr Busse", 0)
    write(hall, "p2", "Viel mehr Busse", text(hall)[1])

    assert text(hall) == ("Viel mehr Busse", hall.state.at)


@pytest.mark.parametrize("field", ["goal", "contact"])
def test_write_board_keeps_both_texts_where_somebody_wrote_meanwhile(hall, group, field):
    write(hall, "p1", "Mehr Busse", 0, field)

    assert write(hall, "p2", "Nachtbus", 0, field) == {"merged": True}

    assert text(hall, field) == ("Mehr Busse\nNachtbus", hall.state.at)


def test_write_board_of_the_same_text_twice_is_no_merge(hall, group):
    write(hall, "p1", "Mehr Busse", 0)
    assert write(hall, "p2", "Mehr Busse", 0) == {}
    assert text(hall)[0] == "Mehr Busse"


def test_emptying_a_field_that_somebody_wrote_meanwhile_keeps_their_text(hall, group):
    write(hall, "p1", "Mehr Busse", 0)
    assert write(hall, "p2", "", 0) == {"merged": True}
    assert text(hall)[0] == "Mehr Busse"

    write(hall, "p2", "", text(hall)[1])
    assert text(hall)[0] == ""


def test_write_board_is_refused_where_both_texts_are_too_long_and_loses_neither(hall, group):
    write(hall, "p1", "x" * 1000, 0)
    assert write(hall, "p2", "y" * 999, 0) == {"merged": True}

    assert refusal(write, hall, "p1", "z", 0) == (
        "too_much",
        "refusal.board_full",
        {"longest": 2000},
    )
    assert len(text(hall)[0]) == 2000
    assert refusal(write, hall, "p1", "z" * 2001, text(hall)[1])[:2] == (
        "invalid",
        "refusal.too_long",
    )


def test_write_board_is_for_the_groups_own_people(hall, group):
    hall.comes()
    assert refusal(write, hall, "p3", "x", 0) == ("not_yours", "refusal.board_not_yours", {})
    hall.phone("p1", "leave_group")
    assert refusal(write, hall, "p1", "x", 0)[0] == "not_yours"
    hall.desk("dissolve_group", group=group)
    assert refusal(write, hall, "p2", "x", 0)[0] == "not_found"


def test_contact_of_a_board_is_kept_apart_and_erasable(hall, group):
    write(hall, "p1", "Frau Berg, 0123", 0, "contact")
    found = hall.state.groups[group].text("contact")
    assert (found.value, dict(hall.workshop.private)) == (
        "",
        {found.key: {"text": text(hall, "contact")[0]}},
    )

    write(hall, "p1", "", found.base, "contact")

    assert (hall.state.groups[group].text("contact").key, dict(hall.workshop.private)) == (None, {})


def with_contact(hall) -> None:
    write(hall, "p1", "Frau Berg, 0123", 0, "contact")
    write(hall, "p1", "Mehr Busse", 0)


def kept(hall) -> dict:
    return dict(hall.workshop.private)


def shown(hall) -> list[dict]:
    views = (phone_view, wall_view, console_view)
    return [Audience(view, hall.state, hall.workshop.private, AROUND).whole() for view in views]


def test_contact_of_a_dissolved_group_is_shown_and_exported_nowhere(hall, group):
    with_contact(hall)
    hall.desk("dissolve_group", group=group)
    me = phone_view.me(hall.state, hall.person("p1"))

    seen = [*shown(hall), me, exports.harvest(hall.state, hall.workshop.private)]
    assert kept(hall) != {}
    assert "0123" not in str(seen)
    assert b"0123" not in exports.contacts_csv(hall.state, hall.workshop.private, "de")


@pytest.mark.parametrize("dissolved", [False, True])
def test_erase_contact_takes_what_its_sender_wrote_on_boards_with_it(hall, group, dissolved):
    with_contact(hall)
    hall.phone(
        "p1", "leave_contact", name="Ada Berg", email="a@example.org", purposes=["x"], consent=True
    )
    if dissolved:
        hall.desk("dissolve_group", group=group)
    assert phone_view.me(hall.state, hall.person("p1"))["board_contact"] is True

    hall.phone("p1", "erase_contact")

    assert kept(hall) == {}
    assert phone_view.me(hall.state, hall.person("p1"))["board_contact"] is False
    assert hall.person("p1").contact is None


def test_erase_contact_takes_what_several_wrote_together_and_tells_the_others_at_the_table(
    hall, group
):
    hall.comes()
    hall.phone("p3", "join_group", group=group)
    with_contact(hall)
    write(hall, "p2", "Herr Tal, 0456", 0, "contact")
    assert text(hall, "contact")[0] == "Frau Berg, 0123\nHerr Tal, 0456"

    hall.phone("p1", "erase_contact")

    assert (text(hall, "contact"), text(hall)[0]) == (("", hall.state.at), "Mehr Busse")
    assert hall.told("p2") == hall.told("p3") == [("notice.board_contact_erased", {})]
    assert hall.told("p1") == []
    assert all(not hall.person(who).board_contacts for who in ("p1", "p2", "p3"))


def test_erase_contact_leaves_what_others_wrote(hall, group):
    with_contact(hall)

    hall.phone("p2", "erase_contact")

    assert text(hall, "contact")[0] == "Frau Berg, 0123"
    assert hall.told("p1") == []


def test_who_emptied_the_contact_of_a_board_and_who_wrote_it_before_have_no_hand_in_the_next(
    hall, group
):
    with_contact(hall)
    write(hall, "p1", "", text(hall, "contact")[1], "contact")
    write(hall, "p2", "Herr Tal, 0456", text(hall, "contact")[1], "contact")

    hall.phone("p1", "erase_contact")

    assert text(hall, "contact")[0] == "Herr Tal, 0456"


@pytest.mark.parametrize("dissolved", [False, True])
def test_facilitators_erase_the_contact_of_a_board(hall, group, dissolved):
    with_contact(hall)
    if dissolved:
        hall.desk("dissolve_group", group=group)
    assert hall.desk("erase_board_contact", group=group) == {}

    assert kept(hall) == {}
    assert phone_view.me(hall.state, hall.person("p1"))["board_contact"] is False
    assert ("notice.board_contact_erased" in str(hall.told("p2"))) is not dissolved
    before = hall.state
    assert hall.desk("erase_board_contact", group=group) == {}
    assert hall.state.groups == before.groups
    assert refusal(hall.desk, "erase_board_contact", group="g9") == (
        "not_found",
        "refusal.group_gone",
        {},
    )


def test_console_lists_the_dissolved_groups_whose_contact_is_still_kept(hall, group):
    def listed():
        return shown(hall)[2]["dissolved_contacts"]

    with_contact(hall)
    assert listed() == []
    hall.desk("dissolve_group", group=group)
    assert listed() == [{"group": group, "title": "Busgruppe"}]
    assert not any("dissolved_contacts" in view for view in shown(hall)[:2])

    hall.desk("erase_board_contact", group=group)
    assert listed() == []


def test_undo_of_a_dissolving_is_exact_apart_from_what_was_erased(hall, group):
    with_contact(hall)
    before = shown(hall)[2]
    hall.desk("dissolve_group", group=group)
    hall.desk("undo")
    after = shown(hall)[2]
    assert same(before["groups"], after["groups"])

    hall.desk("redo")
    hall.phone("p1", "erase_contact")
    hall.desk("undo")

    wanted = before["groups"][group]
    wanted["board"] = {**wanted["board"], "contact": {"value": "", "base": hall.state.at - 1}}
    assert same(shown(hall)[2]["groups"][group], wanted)


@pytest.mark.parametrize("phase", ["collect", "vote", "group"])
def test_write_board_is_refused_before_its_phase(phase):
    hall = Hall(opened=False)
    hall.comes()
    hall.desk("set_phase", phase=phase)
    assert refusal(write, hall, "p1", "x", 0)[:2] == ("not_now", "refusal.closed_boards")
    hall.close()


MOMENTS = {"meeting_date": ("2026-12-24", "2027-01-07"), "meeting_time": ("19:30", "08:05")}
WRONG = {
    "meeting_date": [
        "24.12.2026",
        "2026-13-01",
        "2026-02-30",
        "20261224",
        "２０２６-12-24",
    ],
    "meeting_time": ["24:00", "19:60", "7:30", "19.30", "19:30:00", "abends"],
}


@pytest.mark.parametrize("field", [*MOMENTS, "meeting_place"])
def test_fields_of_the_meeting_are_written_and_emptied(hall, group, field):
    value = MOMENTS.get(field, ["Gasthaus zur Linde\nNebenzimmer"])[0]
    write(hall, "p1", f" {value} ", 0, field)
    assert text(hall, field) == (value, hall.state.at)
    write(hall, "p1", "", hall.state.at, field)
    assert text(hall, field) == ("", hall.state.at)


@given(st.dates(), st.times(timezones=st.none()))
def test_every_day_and_every_minute_has_its_form(day, clock):
    assert date_text(day.isoformat()) == day.isoformat()
    assert time_text(f"{clock:%H:%M}") == f"{clock:%H:%M}"


@pytest.mark.parametrize(("field", "value"), [(f, v) for f, vs in WRONG.items() for v in vs])
def test_wrong_form_of_a_date_or_time_is_refused_in_words(hall, group, field, value):
    assert refusal(write, hall, "p1", value, 0, field)[0] == "invalid"
    assert text(hall, field) == ("", 0)


@pytest.mark.parametrize("field", MOMENTS)
def test_of_two_dates_at_once_the_earlier_one_is_kept_in_the_text(hall, group, field):
    first, second = MOMENTS[field]
    write(hall, "p1", "Mit Kuchen", 0, "meeting")
    write(hall, "p1", first, 0, field)

    assert write(hall, "p2", second, 0, field) == {"merged": True}

    assert text(hall, field) == (second, hall.state.at)
    assert text(hall, "meeting") == (f"Mit Kuchen\n{first}", hall.state.at)
    assert write(hall, "p1", "", 0, field) == {"merged": True}
    assert text(hall, field)[0] == second
