"""What each audience may know: rule 6 of DESIGN.md, by examples."""

import msgspec
import pytest

from screens.console import view as console_view
from screens.phone import view as phone_view
from screens.views.audience import Audience
from screens.wall import view as wall_view
from tests.facilitation.examples import Hall

AROUND = {"connected": 2, "address": "http://laptop/", "cloud": None, "backup": None}


@pytest.fixture
def hall():
    """Two people, three topics, dots on all of them, one hidden after that."""
    opened = Hall()
    opened.comes(), opened.comes()
    bus, train, bad = (opened.say("p1", text) for text in ("Bus", "Bahn", "Schimpf"))
    opened.place("p1", bus, bus, train)
    opened.place("p2", bus, bad)
    opened.desk("enter_paper_dots", topic=bus, count=4)
    opened.desk("hide", topic=bad, reason="Beleidigung")
    yield opened
    opened.close()


def whole(view, hall) -> dict:
    shown = Audience(view, hall.state, hall.workshop.private, AROUND).whole()
    return msgspec.json.decode(msgspec.json.encode(shown))


def counts(view, hall) -> dict:
    topics = whole(view, hall)["topics"].values()
    return {t["id"]: (t.get("dots"), t.get("people")) for t in topics}


@pytest.mark.parametrize("view", [phone_view, wall_view])
def test_counts_are_on_phones_and_wall_only_once_revealed(hall, view):
    assert counts(view, hall) == {"t1": (None, None), "t2": (None, None)}

    hall.desk("reveal", counts=True)
    assert counts(view, hall) == {"t1": (7, 2), "t2": (1, 1)}

    hall.desk("reveal", counts=False)
    assert counts(view, hall) == {"t1": (None, None), "t2": (None, None)}


def test_counts_and_hidden_topics_are_always_on_the_console(hall):
    assert counts(console_view, hall) == {"t1": (7, 2), "t2": (1, 1), "t3": (0, 0)}
    hidden = whole(console_view, hall)["topics"]["t3"]
    assert (hidden["state"], hidden["reason"]) == ("hidden", "Beleidigung")


@pytest.mark.parametrize("view", [phone_view, wall_view, console_view])
def test_no_shared_view_names_a_person(hall, view):
    text = msgspec.json.encode(whole(view, hall)).decode()
    for person in hall.state.participants.values():
        assert f'"{person.id}"' not in text
        assert person.token not in text


def test_me_holds_ones_own_dots_and_nobody_elses(hall):
    mine, other = (phone_view.me(hall.state, hall.person(who)) for who in ("p1", "p2"))

    assert (mine["dots"], mine["hand"], mine["contributions"]) == (
        {"t1": 2, "t2": 1},
        2,
        ["c1", "c2", "c3"],
    )
    assert (other["dots"], other["hand"], other["contributions"]) == ({"t1": 1}, 4, [])
    assert '"p2"' not in msgspec.json.encode(mine).decode()


def test_author_sees_their_hidden_topic_with_the_reason_and_no_counts(hall):
    hidden = phone_view.me(hall.state, hall.person("p1"))["hidden"]["t3"]

    assert (hidden["state"], hidden["reason"]) == ("hidden", "Beleidigung")
    assert not {"dots", "people"} & hidden.keys()
    assert phone_view.me(hall.state, hall.person("p2"))["hidden"] == {}


def test_hidden_topic_of_several_shows_each_author_their_own_words_alone(hall):
    rude = hall.say("p2", "Noch eins")
    merged = hall.desk("merge", topics=["t2", rude], title="Beides")["topic"]
    hall.desk("hide", topic=merged, reason="Beleidigung")

    hidden = phone_view.me(hall.state, hall.person("p2"))["hidden"][merged]

    assert [said["text"] for said in hidden["contributions"]] == ["Noch eins"]


def test_group_shows_no_hidden_topic_outside_and_no_contact_on_the_wall(hall):
    group = hall.desk("call_group", topics=["t1", "t2"], title="Verkehr")["group"]
    hall.phone("p1", "join_group", group=group)
    hall.phone("p1", "write_board", group=group, field="contact", value="Ada 0123", base=0)
    hall.desk("hide", topic="t2", reason="x")

    groups = {v: whole(v, hall)["groups"][group] for v in (phone_view, wall_view, console_view)}

    assert [g["topics"] for g in groups.values()] == [["t1"], ["t1"], ["t1", "t2"]]
    assert [g["board"]["contact"]["value"] for g in groups.values()] == ["Ada 0123", "", "Ada 0123"]
    assert {g["members"] for g in groups.values()} == {1}
