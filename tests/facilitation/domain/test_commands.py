"""The door: what is an act at all."""

import pytest

from facilitation.domain import commands as cmd
from facilitation.domain.commands import act_id, decode
from facilitation.domain.refusals import Invalid


def test_every_command_is_one_of_a_phone_or_of_a_console():
    asked = [command for kind in cmd.KINDS.values() for command in kind.__args__]

    assert len(asked) == len(set(asked))
    assert set(asked) == set(cmd.Command.__subclasses__())


@pytest.mark.parametrize(
    ("kind", "missing", "null"),
    [
        ("console", {"do": "set_phase", "phase": "vote"}, {"minutes": None}),
        ("console", {"do": "enter_cards", "cards": ["Bus"]}, {"via": None}),
        ("console", {"do": "show_on_wall", "what": "join"}, {"qr": None}),
        (
            "console",
            {"do": "call_group", "topics": ["t"], "title": "Bus"},
            {"table": None, "seats": None, "supporter": None},
        ),
        (
            "console",
            {"do": "change_group", "group": "g"},
            {"topics": None, "title": None, "table": None, "seats": None, "supporter": None},
        ),
        (
            "console",
            {"do": "set_settings", "title": "Tag"},
            {"questions": None, "help_tasks": None, "budget": None, "cap": None, "open": None},
        ),
        ("phone", {"do": "flag_broad", "topic": "t"}, {"narrower": None}),
        ("phone", {"do": "interview_note", "text": "Bus"}, {"pair_code": None}),
        (
            "phone",
            {"do": "leave_contact", "name": "A", "purposes": ["x"], "consent": True},
            {"email": None, "phone": None},
        ),
    ],
)
def test_optional_fields_may_be_null_or_missing_alike(kind, missing, null):
    assert decode({"id": "1", **missing, **null}, kind) == decode({"id": "1", **missing}, kind)


def test_optional_fields_inside_may_be_null_too():
    part = {"title": "A", "contributions": None}
    split = decode({"do": "split", "topic": "t", "parts": [part, {"title": "B"}]}, "console")
    assert split == cmd.Split(topic="t", parts=[cmd.Part(title="A"), cmd.Part(title="B")])
    entry = {"name": "A", "kind": None, "id": None, "note": None}
    roster = decode({"do": "set_supporters", "supporters": [entry]}, "console")
    assert roster == cmd.SetSupporters(supporters=[cmd.SupporterEntry(name="A")])


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": None},
        {"do": []},
        {"do": "fly"},
        {"do": "undo", "more": 1},
        {"do": "place_dot", "topic": "t"},
        {"do": "enter_cards", "cards": []},
        {"do": "enter_cards", "cards": "Bus"},
        {"do": "enter_cards", "cards": ["Bus"], "via": "phone"},
        {"do": "merge", "topics": ["t", None], "title": "x"},
        {"do": "merge", "topics": ["t" * 65, "u"], "title": "x"},
        {"do": "split", "topic": "t", "parts": [{"title": "A"}]},
        {"do": "split", "topic": "t", "parts": [{"title": "A"}, {"title": "B", "x": 1}]},
        {"do": "split", "topic": "t", "parts": [{"title": "A"}, {"title": "B"}], "successor": -1},
        {"do": "set_phase", "phase": "lunch"},
        {"do": "set_phase", "phase": "vote", "minutes": float("nan")},
        {"do": "set_phase", "phase": "vote", "minutes": float("inf")},
        {"do": "set_settings", "budget": 0},
        {"do": "set_settings", "budget": True},
        {"do": "set_settings", "budget": "5"},
        {"do": "set_settings", "cap": 10**40},
        {"do": "set_settings", "open": {"windows": True}},
        {"do": "enter_paper_dots", "topic": "t", "count": -1},
        {"do": "rename", "topic": "t", "title": "x" * 20_001},
        {"do": "rename", "topic": "t", "title": b"bytes"},
    ],
)
def test_garbage_is_no_act_of_a_console(message):
    with pytest.raises(Invalid) as no:
        decode({"id": "1", **message}, "console")
    assert no.value.key == "refusal.not_an_act"


@pytest.mark.parametrize(
    "message",
    [
        {"do": "merge", "topics": ["t", "u"], "title": "x"},
        {"do": "seal"},
        {"do": "undo"},
        {"do": "contribute"},
        {"do": "contribute", "text": None},
        {"do": "contribute", "text": "x", "via": "wall"},
        {"do": "leave_contact", "name": "A", "purposes": [], "consent": True},
        {"do": "leave_contact", "name": "A", "purposes": ["x"], "consent": 1},
        {"do": "write_board", "group": "g", "field": "colour", "value": "x", "base": 0},
        {"do": "write_board", "group": "g", "field": "goal", "value": "x", "base": -1},
        {"do": "write_board", "group": "g", "field": "goal", "value": "x"},
    ],
)
def test_garbage_and_a_facilitators_acts_are_no_acts_of_a_phone(message):
    with pytest.raises(Invalid):
        decode({"id": "1", **message}, "phone")


@pytest.mark.parametrize("id_", ["a", "a" * 64, "ä 🙂", "0"])
def test_act_id_takes_up_to_64_characters(id_):
    assert act_id({"id": id_}) == id_


@pytest.mark.parametrize("message", [None, 7, "act", [], {}, {"id": ""}, {"id": 7}, {"id": None}])
def test_act_id_is_needed(message):
    with pytest.raises(Invalid):
        act_id(message)


@pytest.mark.parametrize("id_", ["a" * 65, "a\n", "\x00", "\ud800"])
def test_act_id_of_other_characters_is_refused(id_):
    with pytest.raises(Invalid):
        act_id({"id": id_})
