"""Wrong console keys, whichever way they come, and what any route that changes things asks for."""

import pytest
from flask_socketio import SocketIO

from facilitation.storage.backups import Backups
from facilitation.workshop import Workshop
from screens.application import Application
from screens.limits.key_check import WRONG_KEY_PAUSE_S, KeyCheck

KEY = "the-key-of-this-workshop"
CHANGING = {"POST", "PUT", "PATCH", "DELETE"}


class Opened:
    """An application without a network, and how long it made clients wait."""

    def __init__(self, folder):
        self.pauses: list[float] = []
        self.workshop = Workshop.open()
        self.application = Application(
            self.workshop,
            key=KEY,
            address="http://127.0.0.1:1/",
            backups=Backups(folder / "x.db", [folder / "backups"]),
            offload=lambda job: job(),
            pause=self.pauses.append,
        )
        self.socketio = SocketIO(self.application.app, async_mode="threading")
        self.socketio.server.start_background_task = lambda *_: None
        self.application.start(self.socketio.server)

    def browser(self):
        return self.application.app.test_client()

    def connects(self, auth, browser=None) -> bool:
        """Whether a console that presents itself like this is let in."""
        client = self.socketio.test_client(
            self.application.app, namespace="/console", auth=auth, flask_test_client=browser
        )
        return client.is_connected("/console")


@pytest.fixture
def opened(tmp_path):
    opened = Opened(tmp_path)
    yield opened
    opened.application.close()


def test_key_check_take_the_key_and_nothing_like_it():
    key_check = KeyCheck(KEY)

    assert key_check.accepts(KEY)
    for wrong in ("", KEY[:-1], KEY + " ", KEY.upper(), "ä\ud800", None, 7, [KEY], {"key": KEY}):
        assert not key_check.accepts(wrong)


def test_form_and_address_answer_a_wrong_key_after_a_pause(opened):
    browser = opened.browser()
    assert browser.get("/console").status_code == 401
    assert opened.pauses == []

    assert browser.post("/console", data={"key": "wrong"}).status_code == 401
    assert browser.get("/console?key=wrong").status_code == 401

    assert opened.pauses == [WRONG_KEY_PAUSE_S] * 2


def test_socket_answers_a_wrong_key_after_a_pause(opened):
    assert not opened.connects({})
    assert not opened.connects(None)
    assert opened.pauses == []

    assert not opened.connects({"key": "wrong"})
    assert not opened.connects({"key": ["wrong"]})

    assert opened.pauses == [WRONG_KEY_PAUSE_S] * 2


def test_console_that_is_in_is_never_made_to_wait(opened):
    browser = opened.browser()
    assert browser.get(f"/console?key={KEY}").status_code == 302
    assert browser.get("/console?key=wrong").status_code == 200
    assert browser.post("/console", data={"key": "wrong"}).status_code == 401

    assert opened.connects({"key": KEY})
    assert opened.connects({"key": "wrong"}, browser)
    assert opened.connects({}, browser)

    assert opened.pauses == []


def test_route_that_changes_something_needs_a_session_and_a_token(opened):
    """Whoever adds a route that takes something, such as a picture, sees to its bounds here."""
    routes = {
        (rule.rule, method)
        for rule in opened.application.app.url_map.iter_rules()
        for method in rule.methods & CHANGING
    }
    assert routes == {("/console", "POST"), ("/console/address", "POST")}
    inside = opened.browser()
    inside.get(f"/console?key={KEY}")

    for path, method in routes - {("/console", "POST")}:
        assert opened.browser().open(path, method=method).status_code == 401
        assert inside.open(path, method=method, json={"address": "x"}).status_code == 400
