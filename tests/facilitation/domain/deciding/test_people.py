"""People: joining, badges, speaking for another, help, contact, notices, languages."""

import pytest

from facilitation.domain.refusals import NotFound
from facilitation.domain.state import Participant
from screens import wording
from screens.phone import view as phone_view
from tests.facilitation.examples import refusal

CONTACT = {"name": " Ada Berg ", "email": "ada@example.org", "purposes": ["group"], "consent": True}


def test_join_makes_a_person_with_a_token(hall):
    person = hall.workshop.join(language="en", notice="notice.token_unknown")

    assert person == hall.state.participants["p3"]
    assert (person.token, person.language) == ("token-3", "en")
    assert hall.told("p3") == [("notice.token_unknown", {})]
    assert hall.workshop.person("token-3") == person
    assert hall.workshop.person("token-9") is None
    assert hall.workshop.person(None) is None


def test_badge_makes_one_person_on_whatever_device(hall):
    one, other = hall.desk("make_badges", count=2)["codes"]

    first, again, second = (hall.comes(badge=code) for code in (one, one, other))

    assert (first, again, second) == ("p3", "p3", "p4")
    assert dict(hall.state.badges.items()) == {one: "p3", other: "p4"}
    with pytest.raises(NotFound) as no:
        hall.comes(badge="never-made")
    assert no.value.key == "refusal.badge_unknown"


def test_speak_for_gives_a_token_for_another_person(hall):
    answer = hall.phone("p1", "speak_for")

    assert answer == {"token": "token-3"}
    assert hall.workshop.person("token-3") == Participant(
        id="p3", n=hall.state.at, token="token-3", language="de", spoken_by="p1"
    )


def test_one_phone_speaks_for_twenty_at_most(hall):
    for _ in range(20):
        hall.phone("p1", "speak_for")

    assert refusal(hall.phone, "p1", "speak_for") == (
        "too_much",
        "refusal.speaking_for_many",
        {"count": 20},
    )
    assert hall.phone("p2", "speak_for") == {"token": "token-23"}


def test_carry_code_is_one_a_person_and_leads_those_they_speak_for_along(hall):
    code = hall.phone("p1", "make_carry_code")["code"]
    hall.phone("p1", "speak_for")

    assert hall.phone("p1", "make_carry_code") == {"code": code}
    assert hall.phone("p2", "make_carry_code")["code"] != code
    assert [person.id for person in hall.workshop.carried_by(code)] == ["p1", "p3"]
    assert hall.workshop.carried_by("never-made") == []


def test_unknown_language_falls_back_to_german(hall):
    hall.phone("p1", "set_language", language="tlh")

    language = hall.person("p1").language
    assert wording.known(language) == "de"
    assert wording.say("refusal.empty", language) == wording.say("refusal.empty", "de")


def test_help_is_offered_replaced_and_taken_back(hall):
    hall.desk("set_settings", help_tasks=["Tische", "Getränke"])
    hall.phone("p1", "offer_help", tasks=["Tische", "Tische", "Getränke"])
    assert hall.person("p1").help == ("Tische", "Getränke")

    hall.phone("p1", "offer_help", tasks=[])
    assert hall.person("p1").help == ()
    assert refusal(hall.phone, "p1", "offer_help", tasks=["Fliegen"])[:2] == (
        "not_found",
        "refusal.task_gone",
    )


def test_contact_is_kept_apart_replaced_and_erased(hall):
    hall.phone("p1", "leave_contact", **CONTACT)
    hall.phone("p1", "leave_contact", **{**CONTACT, "email": None, "phone": " 0123 "})

    key = hall.person("p1").contact
    assert dict(hall.workshop.private) == {
        key: {
            "name": "Ada Berg",
            "email": "",
            "phone": "0123",
            "purposes": ["group"],
            "at": "2026-05-09T12:00:00.000Z",
        }
    }
    assert phone_view.me(hall.state, hall.person("p1"))["has_contact"] is True

    hall.phone("p1", "erase_contact")
    assert (hall.person("p1").contact, dict(hall.workshop.private)) == (None, {})
    assert hall.phone("p1", "erase_contact") == {}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"consent": False}, "refusal.consent"),
        ({"consent": None}, "refusal.not_an_act"),
        ({"name": " "}, "refusal.empty"),
        ({"name": "A\nB"}, "refusal.one_line"),
        ({"purposes": []}, "refusal.not_an_act"),
    ],
)
def test_contact_is_refused(hall, changes, key):
    refused = refusal(hall.phone, "p1", "leave_contact", **{**CONTACT, **changes})
    assert refused[:2] == ("invalid", key)
    assert dict(hall.workshop.private) == {}


def test_notice_is_dismissed_once(hall):
    bus = hall.say("p1", "Bus")
    hall.desk("hide", topic=bus, reason="x")
    (notice,) = hall.person("p1").notices

    hall.phone("p1", "dismiss_notice", notice=notice.id)

    assert hall.told("p1") == []
    assert refusal(hall.phone, "p1", "dismiss_notice", notice=notice.id)[:2] == (
        "not_found",
        "refusal.notice_gone",
    )


def test_person_the_workshop_does_not_know_can_do_nothing(hall):
    assert refusal(hall.phone, "p9", "speak_for")[:2] == ("not_found", "refusal.unknown_person")
