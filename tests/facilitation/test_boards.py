"""Boards: what a group writes down; two who write at once lose nothing."""

import pytest

from tests.facilitation.hall import Hall, refusal


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


@pytest.mark.parametrize("phase", ["collect", "vote", "group"])
def test_write_board_is_refused_before_its_phase(phase):
    hall = Hall(opened=False)
    hall.comes()
    hall.desk("set_phase", phase=phase)
    assert refusal(write, hall, "p1", "x", 0)[:2] == ("not_now", "refusal.closed_boards")
    hall.close()
