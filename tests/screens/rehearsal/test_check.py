"""The check at the end finds what it is there for."""

from types import SimpleNamespace

from screens.rehearsal import check
from screens.rehearsal.report import Report

SAID = {"id": "c1", "text": "Mehr Bänke", "via": "phone"}


def a_hall() -> SimpleNamespace:
    return SimpleNamespace(report=Report())


def a_person(*, said=None, me=None, topics=None) -> SimpleNamespace:
    mine = {"hand": 4, "budget": 5, "cap": 2, "dots": {"t1": 1}, "contributions": ["c1"]}
    client = SimpleNamespace(me={**mine, **(me or {})}, view={"topics": topics or a_board()})
    return SimpleNamespace(name="citizen-1", client=client, said=said or {"c1": "Mehr Bänke"})


def a_board(*contributions, **more) -> dict:
    said = list(contributions) or [SAID]
    topic = {"title": "Bänke", "contributions": said, "dots": 3, "paper": 2, "people": 1}
    return {"t1": {**topic, **more}}


def faults(rehearsal) -> list[str]:
    return [key for key, _ in rehearsal.report.faults]


def check_all(person, board) -> list[str]:
    rehearsal = a_hall()
    check.check_hand(rehearsal, person)
    check.check_said(rehearsal, person)
    check.check_board(rehearsal, [person], board, alone=True)
    check.check_counts(rehearsal, [person], board)
    return faults(rehearsal)


def test_check_is_content_with_a_day_that_went_well():
    assert check_all(a_person(), a_board()) == []


def test_check_finds_a_lost_dot():
    assert check_all(a_person(me={"hand": 3}), a_board()) == ["rehearse.fault_hand"]


def test_check_finds_more_dots_than_the_cap():
    person = a_person(me={"hand": 2, "dots": {"t1": 3}})

    assert check_all(person, a_board(dots=5)) == ["rehearse.fault_cap"]


def test_check_finds_a_lost_contribution():
    person = a_person(said={"c1": "Mehr Bänke", "c2": "Bus"})

    assert check_all(person, a_board()) == [
        "rehearse.fault_contributions",
        "rehearse.fault_text",
        "rehearse.fault_board",
    ]


def test_check_finds_a_doubled_contribution():
    assert check_all(a_person(), a_board(SAID, SAID)) == ["rehearse.fault_doubled"]


def test_check_finds_a_contribution_that_nobody_made():
    other = {"id": "c9", "text": "Bus", "via": "phone"}

    assert check_all(a_person(), a_board(SAID, other)) == ["rehearse.fault_board"]


def test_check_finds_a_count_that_is_not_the_sum_of_all_dots():
    assert check_all(a_person(), a_board(dots=4)) == ["rehearse.fault_counts"]


def test_differences_names_what_differs_but_for_the_number_it_was_made_at():
    mine = {"at": 4, "phase": "sort", "me": {"at": 4, "hand": 1}, "title": "Tag"}
    fresh = {"at": 5, "phase": "vote", "me": {"at": 5, "hand": 1}, "title": "Tag"}

    assert check.differences(mine, fresh) == ["phase"]
