"""Interviews: one notes the other's concern, the other confirms it and it is theirs."""

from facilitation.domain.state import Note
from tests.facilitation.examples import Hall, refusal


def test_confirmed_note_is_the_tellers_own_contribution(hall):
    code = hall.phone("p1", "interview_start")["pair_code"]
    note = hall.phone("p2", "interview_note", pair_code=f" {code.upper()} ", text=" Bus ")["note"]
    assert hall.person("p1").notes == (Note(id=note, text="Bus", writer="p2"),)
    assert hall.told("p1") == [("notice.note_waiting", {})]

    answer = hall.phone("p1", "interview_confirm", note=note, text="Nachtbus")

    said = hall.state.contributions[answer["contribution"]]
    assert (said.author, said.via, said.text) == ("p1", "interview", "Nachtbus")
    assert (hall.person("p1").notes, hall.told("p1")) == ((), [])
    assert refusal(hall.phone, "p1", "interview_confirm", note=note, text="x")[0] == "not_found"


def test_pair_knows_each_other_from_then_on(hall):
    code = hall.phone("p1", "interview_start")["pair_code"]
    hall.phone("p2", "interview_note", pair_code=code, text="Bus")

    hall.phone("p1", "interview_note", text="Bad")

    assert [note.text for note in hall.person("p2").notes] == ["Bad"]


def test_note_is_confirmed_by_its_teller_alone(hall):
    code = hall.phone("p1", "interview_start")["pair_code"]
    note = hall.phone("p2", "interview_note", pair_code=code, text="Bus")["note"]

    refused = refusal(hall.phone, "p2", "interview_confirm", note=note, text="Bus")

    assert refused == ("not_found", "refusal.note_gone", {})


def test_declined_note_is_gone_and_its_writer_is_told(hall):
    code = hall.phone("p1", "interview_start")["pair_code"]
    note = hall.phone("p2", "interview_note", pair_code=code, text="Bus\nund Bahn")["note"]
    more = hall.phone("p2", "interview_note", text="Bad")["note"]

    assert hall.phone("p1", "interview_decline", note=note) == {}

    assert [left.id for left in hall.person("p1").notes] == [more]
    assert hall.told("p1") == [("notice.note_waiting", {})] * 2
    assert hall.told("p2") == [("notice.note_declined", {"title": "Bus und Bahn"})]
    hall.phone("p1", "interview_decline", note=more)
    assert (hall.person("p1").notes, hall.told("p1")) == ((), [])
    assert dict(hall.state.contributions.items()) == dict(hall.state.topics.items()) == {}


def test_note_is_declined_once_and_by_its_teller_alone(hall):
    code = hall.phone("p1", "interview_start")["pair_code"]
    note = hall.phone("p2", "interview_note", pair_code=code, text="Bus")["note"]

    assert refusal(hall.phone, "p2", "interview_decline", note=note) == (
        "not_found",
        "refusal.note_gone",
        {},
    )
    hall.phone("p1", "interview_decline", note=note)
    for do, fields in (("interview_decline", {}), ("interview_confirm", {"text": "Bus"})):
        assert refusal(hall.phone, "p1", do, note=note, **fields)[:2] == (
            "not_found",
            "refusal.note_gone",
        )


def test_declined_note_is_the_same_after_a_replay(tmp_path):
    hall = Hall(path=tmp_path / "x.db")
    hall.comes(), hall.comes()
    code = hall.phone("p1", "interview_start")["pair_code"]
    note = hall.phone("p2", "interview_note", pair_code=code, text="Bus")["note"]
    hall.phone("p1", "interview_decline", note=note)
    before = hall.state
    hall.close()

    again = Hall(path=tmp_path / "x.db", opened=False)

    assert again.state == before
    again.close()


def test_note_needs_a_partner_other_than_oneself(hall):
    code = hall.phone("p1", "interview_start")["pair_code"]

    def note(who, **fields):
        return refusal(hall.phone, who, "interview_note", text="Bus", **fields)[:2]

    assert note("p1", pair_code=code) == ("not_now", "refusal.pair_self")
    assert note("p2") == ("not_now", "refusal.pair_needed")
    assert note("p2", pair_code=" ") == ("not_now", "refusal.pair_needed")
    assert note("p2", pair_code="wrong") == ("not_found", "refusal.pair_code")


def test_new_code_ends_the_old_one(hall):
    old = hall.phone("p1", "interview_start")["pair_code"]
    new = hall.phone("p1", "interview_start")["pair_code"]

    refused = refusal(hall.phone, "p2", "interview_note", pair_code=old, text="x")

    assert (old != new, refused[1]) == (True, "refusal.pair_code")
    assert dict(hall.state.pair_codes.items()) == {old: None, new: "p1"}


def test_only_so_many_notes_wait_for_one_person(hall):
    code = hall.phone("p1", "interview_start")["pair_code"]
    for n in range(20):
        hall.phone("p2", "interview_note", pair_code=code, text=f"Bus {n}")

    refused = refusal(hall.phone, "p2", "interview_note", text="noch einer")

    assert refused == ("too_much", "refusal.notes_waiting", {})


def test_interviews_are_for_the_phases_of_contributions():
    hall = Hall(opened=False)
    hall.comes()
    for do, fields in (
        ("interview_start", {}),
        ("interview_note", {"text": "x"}),
        ("interview_confirm", {"note": "n", "text": "x"}),
        ("interview_decline", {"note": "n"}),
    ):
        assert refusal(hall.phone, "p1", do, **fields)[:2] == (
            "not_now",
            "refusal.closed_contributions",
        )
    hall.close()
