"""What each audience is shown (DESIGN.md, section 5, "View keys")."""

import pytest

COMMON = {
    "title",
    "questions",
    "phase",
    "phase_ends_at",
    "open",
    "counts",
    "participants",
    "connected",
    "topics",
    "groups",
    "supporters",
    "scene",
    "at",
}
CONSOLE = COMMON | {"history", "settings", "suggestions", "badges", "backup"}
ME = {"at", "token", "hand", "budget", "cap", "dots", "contributions", "group", "notices"}
BOARD = {
    "goal",
    "mandate",
    "steps",
    "networks",
    "needs",
    "meeting",
    "meeting_date",
    "meeting_time",
    "meeting_place",
    "contact",
}
OPENINGS = {
    "contributions",
    "flags",
    "dots",
    "groups",
    "boards",
    "interest",
    "help",
    "contact",
}


@pytest.fixture
def board(hall):
    """A phase of collecting with one contribution: console, phone, wall and its answer."""
    console, phone, wall = hall.console(), hall.phone(), hall.wall()
    console.do("set_settings", counts="hidden", budget=5, cap=2)
    console.do("set_phase", phase="collect")
    said = phone.do("contribute", text="Mehr Bänke am Bach")
    for client in (console, phone, wall):
        client.wait(lambda c=client: said["topic"] in c.view["topics"])
    return console, phone, wall, said


def test_view_has_the_keys_of_its_audience(board):
    console, phone, wall, _ = board

    for client in (console, phone, wall):
        assert client.view.keys() >= COMMON
        assert client.sync(0).keys() == client.view.keys()
    assert console.view.keys() >= CONSOLE
    assert "me" not in console.view
    assert "me" not in wall.view
    assert phone.me.keys() >= ME
    assert not wall.view.keys() & {"history", "settings", "suggestions", "badges", "backup"}


def test_view_tells_the_defaults(running, hall):
    phone = hall.phone()

    assert (phone.me["hand"], phone.me["budget"], phone.me["cap"]) == (5, 5, 2)
    assert phone.view["counts"] == "hidden"
    assert phone.me["dots"] == {}
    assert phone.view["open"].keys() == OPENINGS


def test_topic_has_the_shape_of_the_wire(board):
    console, phone, wall, said = board
    id, contribution = said["topic"], said["contribution"]

    for client in (console, phone, wall):
        topic = client.view["topics"][id]
        assert topic["id"] == id
        assert topic["title"] == "Mehr Bänke am Bach"
        assert topic["state"] == "open"
        assert topic["from"] == []
        (first,) = topic["contributions"]
        assert first == {
            "id": contribution,
            "text": "Mehr Bänke am Bach",
            "via": "phone",
            "language": "de",
        }
    phone.wait(lambda: phone.me["contributions"] == [contribution])


def test_group_has_the_shape_of_the_wire(board):
    console, phone, wall, said = board
    roster = console.do("set_supporters", supporters=[{"name": "Vera", "kind": "moderator"}])
    called = console.do(
        "call_group",
        topics=[said["topic"]],
        title="Bänke",
        table="3",
        seats=4,
        supporter=roster["supporters"][0],
    )

    for client in (console, phone, wall):
        client.wait(lambda c=client: called["group"] in c.view["groups"])
        group = client.view["groups"][called["group"]]
        assert group["board"].keys() == BOARD
        assert all(text.keys() == {"value", "base"} for text in group["board"].values())
        assert (group["title"], group["table"], group["seats"]) == ("Bänke", "3", 4)
        assert (group["topics"], group["members"]) == ([said["topic"]], 0)
        assert group["supporter"] == roster["supporters"][0]
        client.wait(lambda c=client: c.view["topics"][said["topic"]]["state"] == "group")
        assert client.view["supporters"][0]["name"] == "Vera"


def test_topic_without_a_group_is_an_open_end_in_board_and_close(board):
    console, phone, wall, said = board

    for phase, state in (("board", "open_end"), ("close", "open_end"), ("group", "open")):
        console.do("set_phase", phase=phase)
        for client in (console, phone, wall):
            client.wait(lambda c=client, s=state: c.view["topics"][said["topic"]]["state"] == s)


def test_counts_reach_phones_and_wall_only_once_revealed(board):
    console, phone, wall, said = board
    id = said["topic"]
    console.do("set_phase", phase="vote")
    phone.do("place_dot", topic=id)
    answer = phone.do("place_dot", topic=id)

    console.wait(lambda: console.view["topics"][id]["dots"] == 2)
    assert console.view["topics"][id]["people"] == 1
    phone.wait(lambda: phone.me["dots"] == {id: 2} and phone.me["hand"] == 3)
    for client in (phone, wall):
        assert not client.sync()["topics"][id].keys() & {"dots", "people"}

    console.do("reveal", counts=True)
    for client in (phone, wall):
        client.wait(lambda c=client: c.view["topics"][id].get("dots") == 2)
        assert client.view["topics"][id]["people"] == 1
        assert client.view["counts"] == "revealed"
    console.do("reveal", counts=False)
    for client in (phone, wall):
        client.wait(lambda c=client: "dots" not in c.view["topics"][id])
        early = [m for _, m in client.heard if m["at"] <= answer["at"]]
        assert not any("dots" in t for m in early for t in m.get("topics", {}).values() if t)


def test_hidden_topic_is_seen_by_its_author_alone(board, hall):
    console, author, wall, _ = board
    reader, id = hall.phone(), author.do("contribute", text="Der Nachbar ist ein Esel")["topic"]
    console.do("set_phase", phase="vote")
    reader.do("place_dot", topic=id)
    console.do("hide", topic=id, reason="Beleidigt jemanden")

    author.wait(lambda: author.view["topics"].get(id, {}).get("state") == "hidden")
    assert author.view["topics"][id]["reason"] == "Beleidigt jemanden"
    assert author.sync()["topics"][id] == author.view["topics"][id]
    assert "notice.topic_hidden" in [notice["key"] for notice in author.me["notices"]]
    reader.wait(lambda: reader.me["notices"] and id not in reader.view["topics"])
    assert [notice["key"] for notice in reader.me["notices"]] == ["notice.dots_hidden"]
    assert reader.me["hand"] == 5
    wall.wait(lambda: id not in wall.view["topics"])
    console.wait(lambda: console.view["topics"][id]["state"] == "hidden")
    assert console.view["topics"][id]["reason"] == "Beleidigt jemanden"
    for client in (reader, wall, hall.phone(), hall.wall()):
        assert "Esel" not in str(client.sync())

    console.do("restore", topic=id)
    for client in (author, reader, wall, console):
        client.wait(lambda c=client: c.view["topics"].get(id, {}).get("state") == "open")
        assert "reason" not in client.view["topics"][id]
    reader.wait(lambda: len(reader.me["notices"]) == 2)
    assert reader.me["notices"][1]["key"] == "notice.dots_place_again"
    assert reader.me["dots"] == {}


def test_hidden_topic_leaves_its_author_who_withdraws(board):
    console, author, _, said = board
    console.do("hide", topic=said["topic"], reason="Beleidigt jemanden")
    author.wait(lambda: author.view["topics"].get(said["topic"], {}).get("state") == "hidden")

    author.do("withdraw", contribution=said["contribution"])

    author.wait(lambda: said["topic"] not in author.view["topics"])
    console.wait(lambda: said["topic"] not in console.view["topics"])


def test_notice_has_its_shape_and_can_be_dismissed(board):
    console, author, _, said = board
    console.do("hide", topic=said["topic"], reason="Beleidigt jemanden")
    author.wait(lambda: author.me["notices"])
    notice = author.me["notices"][0]
    assert notice.keys() == {"id", "at", "key", "gaps"}

    author.do("dismiss_notice", notice=notice["id"])

    author.wait(lambda: author.me["notices"] == [])
    assert author.refused("dismiss_notice", notice=notice["id"]) == "not_found"


def test_history_names_what_who_and_when(board, hall):
    console, *_ = board
    mara = hall.console(console="mara")
    cards = mara.do("enter_cards", cards=["Licht", "Lampen"], via="wall")
    mara.do("merge", topics=cards["topics"], title="Beleuchtung")
    console.wait(lambda: console.view["history"][0]["kind"] == "merge")

    latest = console.view["history"][0]
    assert (latest["kind"], latest["by"]) == ("merge", "mara")
    assert latest["at"].endswith("Z")


def test_timebox_ends_when_it_was_set_to(board):
    console, phone, wall, _ = board
    console.do("set_phase", phase="collect", minutes=10)
    for client in (console, phone, wall):
        client.wait(lambda c=client: c.view["phase_ends_at"])
        assert client.view["phase_ends_at"].endswith("Z")
    console.do("set_phase", phase="sort")
    phone.wait(lambda: phone.view["phase_ends_at"] is None)


def test_sync_gives_a_change_or_a_view(board):
    console, phone, wall, said = board
    for client in (console, phone, wall):
        at = client.view["at"]
        before = {**client.view}
        made = phone.do("contribute", text="Ein Brunnen")

        since = client.sync(at)
        assert since["from"] == at
        assert since["at"] >= made["at"]
        assert made["topic"] in since["topics"]
        assert said["topic"] not in since["topics"]
        whole = client.sync(0)
        assert "from" not in whole
        assert whole["at"] >= made["at"]
        assert set(whole["topics"]) >= {*before["topics"], made["topic"]}
        ahead = client.sync(10**9)
        assert "from" not in ahead
        assert ahead["topics"] == whole["topics"]


def test_answer_comes_before_or_after_but_view_and_sync_include_it(board, hall):
    _, phone, _, _ = board
    for number in range(20):
        said = phone.do("contribute", text=f"Nummer {number}")
        assert said["topic"] in phone.sync()["topics"]
        assert said["topic"] in hall.phone().view["topics"]
