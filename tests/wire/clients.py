"""Clients of the real wire: each keeps its view by the rules of DESIGN.md, section 5."""

import itertools
import threading
import uuid
from collections.abc import Callable

import socketio

from screens.rehearsal.client import Socket

WITHIN_S = 10.0


class Refused(Exception):
    """The server did not let a client in; says why in its words."""


class Client:
    """One connection. `heard` holds every view and change, in the order they came.

    `kept` is the view of an earlier connection, to be gone on with.
    """

    namespace = ""

    def __init__(self, url: str, *, headers: dict | None = None, kept: dict | None = None, **auth):
        self.view: dict = kept or {}
        self.heard: list[tuple[str, dict]] = []
        self.broken: list[str] = []
        self._news = threading.Condition()
        self._numbers = itertools.count(1)
        self._name = uuid.uuid4().hex[:10]
        self.socket = Socket(reconnection=False, handle_sigint=False)
        self.socket.on("view", self._accept, namespace=self.namespace)
        self.socket.on("change", self._change, namespace=self.namespace)
        said: list = []
        self.socket.on("connect_error", said.append, namespace=self.namespace)
        try:
            self.socket.connect(
                url,
                auth=auth,
                headers=headers or {},
                transports=["websocket"],
                namespaces=[self.namespace],
                wait_timeout=WITHIN_S,
            )
        except socketio.exceptions.ConnectionError as error:
            raise Refused(str(said or error)) from error
        self.wait(lambda: self.heard)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self) -> None:
        self.socket.disconnect()

    def new_id(self) -> str:
        return f"{self._name}-{next(self._numbers)}"

    def ask(self, event: str, *data) -> object:
        """Emit anything and return its acknowledgement; TimeoutError where none comes."""
        return self.socket.call(event, data, namespace=self.namespace, timeout=WITHIN_S)

    def send(self, message: object) -> dict:
        """Send an act exactly as it is."""
        return self.ask("act", message)

    def act(self, kind: str, *, id: str | None = None, **fields) -> dict:
        """Send one act and return its answer, refused or not."""
        return self.send({"id": id or self.new_id(), "do": kind, **fields})

    def do(self, kind: str, **fields) -> dict:
        """Send one act that must be carried out; return its answer."""
        answer = self.act(kind, **fields)
        assert answer["ok"], answer
        return answer

    def refused(self, kind: str, **fields) -> str:
        """Send one act that must be refused in words; return the code."""
        answer = self.act(kind, **fields)
        assert_refusal(answer)
        return answer["error"]

    def sync(self, since: object = 0) -> dict:
        return self.ask("sync", {"since": since})

    def wait(self, condition: Callable[[], object]) -> object:
        """Return what `condition` returns, once that is true; it is asked after every message."""
        with self._news:
            assert self._news.wait_for(condition, WITHIN_S), f"never so: {self.view}"
            return condition()

    def wait_at(self, answer: dict) -> None:
        """Wait until the view includes an act, by its answer."""
        self.wait(lambda: self.view["at"] >= answer["at"])

    def take(self, answer: dict) -> None:
        """Take the answer to a `sync` into the view."""
        if "from" in answer:
            self._change(answer)
        else:
            self._accept(answer)

    def _accept(self, view: dict) -> None:
        with self._news:
            self.heard.append(("view", view))
            if self.view and view["at"] < self.view["at"]:
                self.broken.append(f"a view went back from {self.view['at']} to {view['at']}")
            self.view = view
            self._news.notify_all()

    def _change(self, change: dict) -> None:
        with self._news:
            self.heard.append(("change", change))
            self._check(change)
            self.view = merged(self.view, change)
            self._news.notify_all()

    def _check(self, change: dict) -> None:
        at = self.view["at"]
        if change["from"] > at:
            self.broken.append(f"a gap between {at} and {change['from']}")
        if change["at"] < at:
            self.broken.append(f"a change went back from {at} to {change['at']}")
        if "me" in change and change["me"]["at"] < self.view["me"]["at"]:
            self.broken.append("an older `me` came after a newer one")


class Phone(Client):
    """A participant. `token` None is somebody new."""

    namespace = "/phone"

    def __init__(self, url: str, token: object = None, **auth):
        super().__init__(url, token=token, **auth)

    @property
    def me(self) -> dict:
        return self.view["me"]

    @property
    def token(self) -> str:
        return self.me["token"]


class Console(Client):
    """A facilitator."""

    namespace = "/console"

    def __init__(self, url: str, key: str, console: str | None = None, **auth):
        super().__init__(url, key=key, console=console, **auth)


class Wall(Client):
    """The projector."""

    namespace = "/wall"


def merged(view: dict, change: dict) -> dict:
    """Return the view with a change in it: topics and groups by id, every other key whole."""
    keys = {key: value for key, value in change.items() if key not in ("from", "topics", "groups")}
    next_view = {**view, **keys, "at": max(view["at"], change["at"])}
    for name in ("topics", "groups"):
        pieces = {**view[name], **change.get(name, {})}
        next_view[name] = {id: piece for id, piece in pieces.items() if piece is not None}
    return next_view


def assert_refusal(answer: object) -> None:
    """A refusal is a code of the wire's and a sentence."""
    codes = {"invalid", "not_found", "not_now", "not_yours", "too_much", "too_fast"}
    assert isinstance(answer, dict), answer
    assert answer["ok"] is False, answer
    assert answer["error"] in codes, answer
    assert " " in answer["message"], answer
    assert "{" not in answer["message"], answer
