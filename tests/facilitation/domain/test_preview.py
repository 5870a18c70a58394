"""What a merge or split would do to dots, said beforehand."""

from facilitation.workshop import Caller
from tests.facilitation.examples import refusal

ANNA = Caller("console", "anna")


def preview(hall, do: str, **fields) -> dict:
    return hall.workshop.preview({"do": do, **fields}, ANNA)


def returned(hall, people, act) -> dict:
    """How many dots really went back to how many hands."""
    before = {who: hall.hand(who) for who in people}
    act()
    back = [hall.hand(who) - before[who] for who in people]
    return {"dots": sum(back), "people": sum(dots > 0 for dots in back)}


def test_preview_of_a_merge_says_what_the_merge_then_does(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.place("p1", bus, bus, train)
    hall.place("p2", bus, train)
    fields = {"topics": [bus, train], "title": "Verkehr"}
    said = preview(hall, "merge", **fields)

    assert said == {"dots": 1, "people": 1}
    assert said == returned(hall, ("p1", "p2"), lambda: hall.desk("merge", **fields))


def test_preview_of_a_split_says_what_the_split_then_does(hall):
    bus = hall.say("p1", "Bus")
    hall.place("p1", bus, bus)
    hall.place("p2", bus)
    fields = {"topic": bus, "parts": [{"title": "A"}, {"title": "B"}]}
    said = preview(hall, "split", **fields)

    assert preview(hall, "split", **fields, successor=1) == {"dots": 0, "people": 0}
    assert said == {"dots": 3, "people": 2}
    assert said == returned(hall, ("p1", "p2"), lambda: hall.desk("split", **fields))


def test_preview_changes_nothing(hall):
    bus, train = hall.say("p1", "Bus"), hall.say("p2", "Bahn")
    hall.place("p1", bus, train)
    before = hall.state

    preview(hall, "merge", topics=[bus, train], title="Verkehr")

    assert hall.state is before
    assert hall.workshop.state.at == before.at


def test_preview_refuses_what_the_act_would_and_all_other_acts(hall):
    bus = hall.say("p1", "Bus")
    assert refusal(lambda: preview(hall, "merge", topics=[bus, "t9"], title="x"))[0] == "not_found"
    assert refusal(lambda: preview(hall, "rename", topic=bus, title="x"))[0] == "invalid"
    assert refusal(lambda: hall.workshop.preview(None, ANNA))[0] == "invalid"
