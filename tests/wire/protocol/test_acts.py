"""Every act of the wire once, with its answer; every code of a refusal (DESIGN.md, section 5)."""

import threading

import pytest

from screens.limits.rate_limits import PUBLIC_ACTS
from tests.wire.raw import Raw

EVERYTHING = ("contributions", "flags", "dots", "groups", "boards", "interest", "help", "contact")
MANY = 3_000


@pytest.fixture
def open_hall(hall):
    """A console and two phones, with everything open."""
    console = hall.console()
    console.do("set_settings", open=dict.fromkeys(EVERYTHING, True), budget=5, cap=2)
    return console, hall.phone(), hall.phone()


def test_every_act_of_a_phone_is_answered_with_its_keys(open_hall, hall):
    console, phone, other = open_hall
    console.do("set_settings", help_tasks=["Tische stellen"])

    said = phone.do("contribute", text="  Mehr Bänke \n am Bach ")
    assert said.keys() == {"ok", "at", "contribution", "topic"}
    assert phone.do("reword", contribution=said["contribution"], text="Bänke").keys() == {
        "ok",
        "at",
    }
    assert phone.do("flag_broad", topic=said["topic"]).keys() == {"ok", "at"}
    assert other.do("flag_broad", topic=said["topic"], narrower="Eine Bank am Bach")
    assert other.do("flag_broad", topic=said["topic"], narrower=None)
    assert phone.do("place_dot", topic=said["topic"]).keys() == {"ok", "at"}
    assert phone.do("take_dot", topic=said["topic"]).keys() == {"ok", "at"}
    assert phone.do("show_interest", topic=said["topic"])
    assert phone.do("withdraw_interest", topic=said["topic"])
    assert phone.do("show_interest", topic=said["topic"])
    assert phone.do("withdraw", contribution=said["contribution"]).keys() == {"ok", "at"}
    assert phone.do("offer_help", tasks=["Tische stellen"])
    assert phone.do("offer_help", tasks=[])
    contact = {"name": "Ada", "purposes": ["Einladung"], "consent": True}
    assert phone.do("leave_contact", **contact, email="ada@example.org")
    assert phone.do("leave_contact", **contact, email=None, phone="0170 1")
    assert phone.do("erase_contact").keys() == {"ok", "at"}
    assert phone.do("set_language", language="en")
    code = phone.do("interview_start")["pair_code"]
    note = other.do("interview_note", pair_code=code, text="Der Bus fährt nicht")
    assert other.do("interview_note", text="Abends auch nicht")
    phone.wait(lambda: len(phone.me["notes"]) == 2)
    noted = phone.me["notes"][0]["id"]
    assert note["ok"]
    confirmed = phone.do("interview_confirm", note=noted, text="Der Bus fährt nie")
    phone.wait(lambda: confirmed["contribution"] in phone.me["contributions"])
    assert phone.sync()["topics"][confirmed["topic"]]["contributions"][0]["via"] == "interview"
    assert phone.do("make_carry_code")["code"] == phone.do("make_carry_code")["code"]
    token = phone.do("speak_for")["token"]
    assert hall.phone(token).token == token != phone.token


def test_every_act_of_a_console_is_answered_with_its_keys(open_hall):
    console, *_ = open_hall
    for phase in ("welcome", "interview", "collect", "sort", "vote", "group", "board", "close"):
        assert console.do("set_phase", phase=phase, minutes=None).keys() == {"ok", "at"}
    assert console.do("set_phase", phase="vote", minutes=2.5)
    assert console.do("set_settings", title="Open-Sozial", questions=["Was fehlt?"], budget=6)
    assert console.do("set_settings", counts="hidden", cap=3, open={"dots": None})
    cards = console.do("enter_cards", cards=["Bus", "Bahn", "Rad", "Rad"], via="wall")["topics"]
    assert len(set(cards)) == 4
    assert console.do("enter_cards", cards=["Fuß"])
    merged = console.do("merge", topics=cards[:2], title="Bus und Bahn")["topic"]
    assert merged not in cards
    all_ = [said["id"] for said in console.sync()["topics"][merged]["contributions"]]
    parts = [{"title": "Bus", "contributions": all_[:1]}, {"title": "B", "contributions": all_[1:]}]
    ids = console.do("split", topic=merged, parts=parts)["topics"]
    assert merged not in ids
    assert console.do("undo")["ok"]
    assert console.do("redo")["ok"]
    assert console.do("undo")["ok"]
    ids = console.do("split", topic=merged, parts=parts, successor=1)["topics"]
    assert ids[1] == merged != ids[0]
    assert console.do("rename", topic=merged, title="Bahn")
    assert console.do("hide", topic=merged, reason="Abfällig")
    assert console.do("restore", topic=merged)
    assert console.do("enter_paper_dots", topic=merged, count=12)
    roster = [{"name": "Vera", "kind": "moderator"}, {"name": "Verein", "kind": "partner"}]
    supporters = console.do("set_supporters", supporters=roster)["supporters"]
    called = console.do("call_group", topics=[merged], title="Bahn", supporter=supporters[0])
    assert console.do("change_group", group=called["group"], seats=5, table="1")
    assert console.do("dissolve_group", group=called["group"])
    assert console.do("call_group", topics=[merged], title="Bahn", table=None, seats=None)
    assert console.do("show_on_wall", what="topics")
    assert console.do("reveal", counts=True)
    assert console.do("reveal", counts=False)
    assert len(console.do("make_badges", count=7)["codes"]) == 7


def test_board_keeps_both_texts_of_two_writers(open_hall):
    console, phone, other = open_hall
    (topic,) = console.do("enter_cards", cards=["Bus"])["topics"]
    group = console.do("call_group", topics=[topic], title="Bus")["group"]
    for person in (phone, other):
        person.do("join_group", group=group)

    write = {"group": group, "field": "goal", "base": 0}
    first = phone.do("write_board", **write, value="Ein Bus am Abend")
    second = other.do("write_board", **write, value="Ein Bus am Sonntag")

    assert "merged" not in first
    assert second["merged"] is True
    text = phone.sync()["groups"][group]["board"]["goal"]
    assert text["value"] == "Ein Bus am Abend\nEin Bus am Sonntag"
    assert "merged" not in other.do("write_board", **{**write, "base": text["base"]}, value="Bus")
    assert phone.do("leave_group")
    assert phone.refused("leave_group") == "not_now"
    assert phone.refused("write_board", **write, value="x") == "not_yours"


def test_each_code_of_a_refusal(open_hall):
    console, phone, other = open_hall
    said = phone.do("contribute", text="Mehr Bänke")
    topic = said["topic"]

    assert phone.refused("contribute", text="") == "invalid"
    assert phone.refused("contribute", text="x" * 281) == "invalid"
    assert phone.refused("contribute", text="a\x07b") == "invalid"
    assert phone.refused("contribute", text="x", more=1) == "invalid"
    assert phone.refused("contribute") == "invalid"
    assert phone.refused("dance") == "invalid"
    assert phone.refused("set_language") == "invalid"
    assert phone.refused("set_language", language=7) == "invalid"
    assert phone.refused("place_dot", topic="nowhere") == "not_found"
    assert phone.refused("join_group", group="nowhere") == "not_found"
    assert other.refused("reword", contribution=said["contribution"], text="x") == "not_yours"
    assert phone.refused("set_phase", phase="vote") == "invalid"
    assert console.refused("contribute", text="x") == "invalid"
    assert console.refused("enter_cards", cards=[]) == "invalid"
    assert console.refused("set_phase", phase="lunch") == "invalid"
    assert console.refused("rename", topic=topic, title="a\nb") == "invalid"
    assert console.refused("merge", topics=[topic], title="x") == "invalid"
    assert console.refused("merge", topics=[topic, "nowhere"], title="x") == "not_found"
    phone.do("place_dot", topic=topic)
    phone.do("place_dot", topic=topic)
    assert phone.refused("place_dot", topic=topic) == "too_much"
    assert phone.refused("withdraw", contribution=said["contribution"]) == "not_now"
    assert phone.refused("reword", contribution=said["contribution"], text="x") == "not_now"
    answer = console.act("set_settings", cap=1)
    assert answer["error"] == "not_now"
    console.do("set_settings", open={"dots": False})
    assert phone.refused("take_dot", topic=topic) == "not_now"


def test_acts_by_the_thousand_are_all_answered_some_with_too_fast(running):
    with Raw(running.url) as raw:
        for number in range(MANY):
            raw.text(f'42/phone,{number}["act",{{"id":"{number}","do":"erase_contact"}}]')
        answers = raw.answers(MANY)
        assert all(answer["ok"] or answer["error"] == "too_fast" for answer in answers)
        print(f"{sum(not answer['ok'] for answer in answers)} of {MANY} were too fast")
        assert raw.act('{"id":"x","do":"nothing"}', MANY)["error"] in ("invalid", "too_fast")
    with Raw(running.url) as another:
        assert another.act('{"id":"x","do":"nothing"}', 1)["error"] == "invalid"


def test_refusal_speaks_the_language_of_its_client(open_hall, hall):
    german, english = hall.phone(), hall.phone(None, language="en")

    assert "Thema" in german.act("place_dot", topic="x")["message"]
    assert "topic" in english.act("place_dot", topic="x")["message"]
    german.do("set_language", language="en")
    assert "topic" in german.act("place_dot", topic="x")["message"]
    german.do("set_language", language="tlh")
    assert "Thema" in german.act("place_dot", topic="x")["message"]
    assert "topic" in hall.console(language="en").act("rename", topic="x", title="x")["message"]
    assert "Thema" in hall.console().act("rename", topic="x", title="x")["message"]


@pytest.mark.parametrize("id", [None, "", "x" * 65, 7, True, ["a"], {}, "\ud800", "\0", 1.5])
def test_act_without_a_proper_id_is_refused(open_hall, id):
    console, phone, _ = open_hall
    for client, act in ((phone, {"do": "speak_for"}), (console, {"do": "undo"})):
        assert client.send({"id": id, **act})["error"] == "invalid"
        assert client.send(act)["error"] == "invalid"


@pytest.mark.parametrize("id", ["x" * 64, "ü" * 64, "ein Leerzeichen", "🙂", "'; --", "‏עברית"])
def test_act_may_have_any_id_of_64_characters(open_hall, id):
    _, phone, _ = open_hall
    first = phone.do("contribute", id=id, text="Mehr Bänke")
    assert phone.act("contribute", id=id, text="Mehr Licht") == first


def test_act_sent_again_gets_the_first_answer(open_hall, hall):
    console, phone, other = open_hall
    first = phone.do("contribute", id="one", text="Mehr Bänke")
    twin = hall.phone(phone.token)

    assert phone.act("contribute", id="one", text="Mehr Bänke") == first
    assert twin.act("contribute", id="one", text="etwas anderes") == first
    assert twin.act("withdraw", id="one", contribution="x") == first
    assert other.do("contribute", id="one", text="Mehr Licht") != first
    assert len(twin.sync()["me"]["contributions"]) == 1
    codes = console.do("make_badges", id="two", count=2)
    assert console.act("make_badges", id="two", count=2) == codes


def test_act_sent_again_gets_the_first_answer_however_much_its_sender_sent(open_hall, hall):
    _, phone, _ = open_hall
    first = phone.do("contribute", id="one", text="Mehr Bänke")
    for _ in range(PUBLIC_ACTS.amount):
        assert phone.act("contribute", id="one", text="Mehr Bänke") == first

    assert phone.refused("contribute", text="Mehr Licht") == "too_fast"
    assert phone.send({"do": "contribute", "text": "without an id"})["error"] == "too_fast"
    assert phone.act("contribute", id="one", text="Mehr Bänke") == first
    assert len(phone.sync()["me"]["contributions"]) == 1


def test_act_refused_may_succeed_later_with_its_id(open_hall):
    console, phone, _ = open_hall
    console.do("set_settings", open={"contributions": False})
    assert phone.act("contribute", id="later", text="Mehr Bänke")["error"] == "not_now"
    console.do("set_settings", open={"contributions": True})
    first = phone.do("contribute", id="later", text="Mehr Bänke")
    assert phone.act("contribute", id="later", text="Mehr Bänke") == first


def test_act_sent_again_after_a_restart_gets_the_first_answer(running, hall):
    console, phone = hall.console(console="mara"), hall.phone()
    console.do("set_settings", open=dict.fromkeys(EVERYTHING, True))
    first = phone.do("contribute", id="before", text="Mehr Bänke")
    badges = console.do("make_badges", id="before", count=3)

    running.restart()

    assert hall.phone(phone.token).act("contribute", id="before", text="Mehr Bänke") == first
    assert hall.console(console="mara").act("make_badges", id="before", count=3) == badges


def test_act_sent_many_times_at_once_is_done_once(open_hall, hall):
    _, phone, _ = open_hall
    twins = [phone, *(hall.phone(phone.token) for _ in range(5))]
    for round_ in range(10):
        answers: list[dict] = []

        def send(client, number=round_, heard=answers):
            heard.append(client.act("contribute", id=f"round {number}", text="Mehr Bänke"))

        threads = [threading.Thread(target=send, args=(twin,)) for twin in twins]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(answers) == len(twins)
        assert all(answer == answers[0] and answer["ok"] for answer in answers)
    assert len(phone.sync()["me"]["contributions"]) == 10


def test_setting_that_would_take_dots_says_how_many_people_have_them(open_hall, hall):
    console, *_ = open_hall
    console.do("set_settings", budget=7, cap=7)
    (topic,) = console.do("enter_cards", cards=["Bus"])["topics"]
    for number in (1, 2):
        phone = hall.phone()
        for _ in range(6):
            phone.do("place_dot", topic=topic)
        for change in ({"budget": 5}, {"cap": 5}):
            answer = console.act("set_settings", **change)
            assert answer["error"] == "not_now"
            assert str(number) in answer["message"]
    console.do("hide", topic=topic, reason="Probe")
