"""Wrong console keys, whichever way they come, and what any route that changes things asks for."""

import pytest
from flask_socketio import SocketIO

from facilitation.storage.backups import Backups
from facilitation.workshop import Workshop
from screens.application import House
from screens.limits.key_check import WRONG_KEY_PAUSE_S, Knocks

KEY = "the-key-of-this-house"
CHANGING = {"POST", "PUT", "PATCH", "DELETE"}


class Open:
    """A house without a network, and how long it made whom wait."""

    def __init__(self, folder):
        self.pauses: list[float] = []
        self.workshop = Workshop.open()
        self.house = House(
            self.workshop,
            key=KEY,
            address="http://127.0.0.1:1/",
            backups=Backups(folder / "x.db", [folder / "backups"]),
            offload=lambda job: job(),
            pause=self.pauses.append,
        )
        self.socketio = SocketIO(self.house.site, async_mode="threading")
        self.socketio.server.start_background_task = lambda *_: None
        self.house.open(self.socketio.server)

    def browser(self):
        return self.house.site.test_client()

    def sits(self, auth, browser=None) -> bool:
        """Whether a console that presents itself like this gets a seat."""
        client = self.socketio.test_client(
            self.house.site, namespace="/console", auth=auth, flask_test_client=browser
        )
        return client.is_connected("/console")


@pytest.fixture
def opened(tmp_path):
    opened = Open(tmp_path)
    yield opened
    opened.house.close()


def test_knocks_take_the_key_and_nothing_like_it():
    knocks = Knocks(KEY)

    assert knocks.opens(KEY)
    for wrong in ("", KEY[:-1], KEY + " ", KEY.upper(), "ä\ud800", None, 7, [KEY], {"key": KEY}):
        assert not knocks.opens(wrong)


def test_form_and_address_answer_a_wrong_key_after_a_pause(opened):
    browser = opened.browser()
    assert browser.get("/console").status_code == 401
    assert opened.pauses == []

    assert browser.post("/console", data={"key": "wrong"}).status_code == 401
    assert browser.get("/console?key=wrong").status_code == 401

    assert opened.pauses == [WRONG_KEY_PAUSE_S] * 2


def test_socket_answers_a_wrong_key_after_a_pause(opened):
    assert not opened.sits({})
    assert not opened.sits(None)
    assert opened.pauses == []

    assert not opened.sits({"key": "wrong"})
    assert not opened.sits({"key": ["wrong"]})

    assert opened.pauses == [WRONG_KEY_PAUSE_S] * 2


def test_console_that_is_in_is_never_made_to_wait(opened):
    browser = opened.browser()
    assert browser.get(f"/console?key={KEY}").status_code == 302
    assert browser.get("/console?key=wrong").status_code == 200
    assert browser.post("/console", data={"key": "wrong"}).status_code == 401

    assert opened.sits({"key": KEY})
    assert opened.sits({"key": "wrong"}, browser)
    assert opened.sits({}, browser)

    assert opened.pauses == []


def test_route_that_changes_something_needs_a_session_and_a_token(opened):
    """Whoever adds a route that takes something, such as a picture, sees to its bounds here."""
    routes = {
        (rule.rule, method)
        for rule in opened.house.site.url_map.iter_rules()
        for method in rule.methods & CHANGING
    }
    assert routes == {("/console", "POST"), ("/console/address", "POST")}
    inside = opened.browser()
    inside.get(f"/console?key={KEY}")

    for path, method in routes - {("/console", "POST")}:
        assert opened.browser().open(path, method=method).status_code == 401
        assert inside.open(path, method=method, json={"address": "x"}).status_code == 400
