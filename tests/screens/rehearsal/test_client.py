"""One end of the wire: how a view is kept by the rules of DESIGN.md, section 5."""

from screens.rehearsal.client import Client, merged
from screens.rehearsal.report import Report

TOPIC = {"id": "t1", "title": "Bänke"}
VIEW = {"at": 5, "phase": "collect", "topics": {"t1": TOPIC}, "groups": {}}


class HeldSocket:
    """Keeps what is sent, as a server does that has not answered yet."""

    def __init__(self):
        self.sent = []

    def emit(self, event, message, namespace, callback):
        self.sent.append((event, message, callback))


def a_client() -> Client:
    client = Client("http://127.0.0.1:1", "/wall", Report())
    client._socket = HeldSocket()
    client._accept(VIEW)
    return client


def test_change_merges_topics_by_id_and_replaces_other_keys_whole():
    change = {"from": 5, "at": 6, "topics": {"t1": None, "t2": {"id": "t2"}}, "phase": "sort"}

    assert merged(VIEW, change) == {
        "at": 6,
        "phase": "sort",
        "topics": {"t2": {"id": "t2"}},
        "groups": {},
    }


def test_client_follows_a_change():
    client = a_client()

    client._change({"from": 5, "at": 7, "topics": {"t2": {"id": "t2"}}})

    assert client.view == {**VIEW, "at": 7, "topics": {"t1": TOPIC, "t2": {"id": "t2"}}}
    assert client._report.faults == []


def test_client_drops_an_older_change_and_notes_that_it_came():
    client = a_client()

    client._change({"from": 2, "at": 3, "phase": "welcome"})

    assert client.view == VIEW
    assert client._report.faults == [("rehearse.fault_backwards", {"where": "/wall"})]


def test_client_drops_an_older_me():
    client = a_client()
    client._accept({**VIEW, "me": {"at": 5, "hand": 4}})

    client._change({"from": 5, "at": 6, "me": {"at": 4, "hand": 5}})

    assert client.me == {"at": 5, "hand": 4}


def test_client_drops_an_older_view():
    client = a_client()

    client._accept({**VIEW, "at": 4, "phase": "welcome"})

    assert client.view == VIEW


def test_client_asks_for_the_whole_view_after_a_gap():
    client = a_client()

    client._change({"from": 8, "at": 9, "topics": {"t9": {"id": "t9"}}})

    (event, message, heard) = client._socket.sent[0]
    assert (event, message) == ("sync", {"since": 0})
    assert client.view == VIEW
    assert client._report.gaps == 1
    heard({**VIEW, "at": 9, "phase": "sort"})
    assert client.view["phase"] == "sort"
