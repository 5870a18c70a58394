"""What facilitators are told beside the board: dots beforehand, others at work, the past."""

from tests.wire.clients import assert_refusal


def test_preview_names_totals_alone_and_changes_nothing(hall):
    console, phone = hall.console(), hall.phone()
    console.do("set_phase", phase="vote")
    console.do("set_settings", open={"contributions": True})
    ids = [phone.do("contribute", text=text)["topic"] for text in ("Bus", "Bahn")]
    for id in (ids[0], ids[0], ids[1]):
        phone.do("place_dot", topic=id)
    before = console.sync()["at"]

    answer = console.ask("preview", {"do": "merge", "topics": ids, "title": "Verkehr"})

    assert answer == {"ok": True, "dots": 1, "people": 1}
    assert console.sync()["at"] == before


def test_preview_and_presence_are_for_consoles_alone_and_answer_garbage(hall):
    console, phone, wall = hall.console(), hall.phone(), hall.wall()
    for message in (None, [], {"do": "seal"}, {"do": "merge"}, {"topics": [1]}, {"topics": "t"}):
        assert_refusal(console.ask("preview", message))
        assert_refusal(console.ask("working", message))
    for client in (phone, wall):
        assert_refusal(client.ask("preview", {"do": "merge", "topics": [], "title": ""}))
        assert_refusal(client.ask("working", {"topics": []}))


def test_consoles_see_what_another_works_on_until_it_leaves(hall):
    one, other, phone = hall.console(), hall.console(console="b" * 20), hall.phone()
    phone.wait(lambda: phone.view)

    assert other.ask("working", {"topics": ["t1", "t2"]}) == {"ok": True}
    one.wait(lambda: [work["topics"] for work in one.view["working"]] == [["t1", "t2"]])
    assert one.view["working"][0]["console"] == "b" * 20
    assert "working" not in phone.sync()

    other.ask("working", {"topics": []})
    one.wait(lambda: one.view["working"] == [])
    other.ask("working", {"topics": ["t3"]})
    one.wait(lambda: one.view["working"] != [])
    other.close()
    one.wait(lambda: one.view["working"] == [])


def test_topic_tells_where_it_came_from_with_titles(hall):
    console = hall.console()
    ids = console.do("enter_cards", cards=["Bus", "Bahn", "Tram"], via="wall")["topics"]
    merged = console.do("merge", topics=ids[:2], title="Verkehr")["topic"]
    whole = console.do("merge", topics=[merged, ids[2]], title="Mobilität")["topic"]

    origin = console.sync()["topics"][whole]["origin"]

    assert [(one["title"], [past["title"] for past in one["from"]]) for one in origin] == [
        ("Verkehr", ["Bus", "Bahn"]),
        ("Tram", []),
    ]
    assert "origin" not in hall.wall().sync()["topics"][whole]


def test_echoes_are_for_the_author_alone_and_answer_garbage(hall):
    console, author, stranger = hall.console(), hall.phone(), hall.phone()
    console.do("set_phase", phase="collect")
    said = author.do("contribute", text="Bänke am Bach")["contribution"]

    assert author.ask("echoes", {"contribution": said}).keys() == {"ok", "ready", "texts", "vague"}
    assert_refusal(stranger.ask("echoes", {"contribution": said}))
    assert_refusal(console.ask("echoes", {"contribution": said}))
    for message in (None, [], {}, {"contribution": 1}, {"contribution": "c-never"}):
        assert_refusal(author.ask("echoes", message))
