"""One end of the wire, as a screen has it: connect, act, and a view that follows the server.

It keeps the view by the rules of DESIGN.md, section 5, and notes in the report whatever breaks
one of them: an act without an answer, a number that goes backwards.
"""

import itertools
import threading
import time
import uuid
from collections.abc import Callable

import engineio
import socketio

from screens.rehearsal.report import Report

ANSWER_WITHIN_S = 20.0
CONNECT_WITHIN_S = 30.0


class InOrder(engineio.Client):
    """The library hands each message to a thread of its own; a view needs them in order."""

    def _trigger_event(self, event, *args, **kwargs):
        kwargs["run_async"] = False
        return super()._trigger_event(event, *args, **kwargs)


class Socket(socketio.Client):
    """A Socket.IO client whose messages come in order."""

    def _engineio_client_class(self):
        return InOrder


class Client:
    """A connection of one screen. `view` is never changed, only replaced: read it freely."""

    def __init__(self, url: str, namespace: str, report: Report, **auth):
        self.namespace, self.auth, self.view = namespace, auth, {}
        self._url, self._report = url, report
        self._arrived, self._numbers = threading.Event(), itertools.count(1)
        self._name = uuid.uuid4().hex[:12]
        self._socket: Socket | None = None
        self._leaving = False

    def open(self) -> None:
        """Connect and wait for the first view. Raises ConnectionError or TimeoutError."""
        self._arrived.clear()
        self._socket = socket = Socket(reconnection=False, handle_sigint=False)
        socket.on("view", self._accept, namespace=self.namespace)
        socket.on("change", self._change, namespace=self.namespace)
        socket.on("disconnect", self._lost, namespace=self.namespace)
        self._leaving = False
        try:
            socket.connect(
                self._url,
                auth=self.auth,
                transports=["websocket"],
                namespaces=[self.namespace],
                wait_timeout=CONNECT_WITHIN_S,
            )
        except socketio.exceptions.ConnectionError as error:
            raise ConnectionError(str(error)) from error
        if not self._arrived.wait(CONNECT_WITHIN_S):
            raise TimeoutError(f"No view on {self.namespace}")

    def close(self) -> None:
        """Hang up, as a phone does whose screen is locked; `open` comes back with the token."""
        self._leaving = True
        if self._socket is not None:
            self._socket.disconnect()

    def act(self, kind: str, id: str | None = None, **fields) -> dict:
        """Send one act and return its answer; {} where none came in time."""
        message = {"id": id or self.new_id(), "do": kind, **fields}
        sent = time.perf_counter()
        answer = self._ask("act", message)
        if not answer:
            self._report.fault("rehearse.fault_unanswered", kind=kind)
        self._report.count(kind, answer, time.perf_counter() - sent)
        return answer

    def new_id(self) -> str:
        return f"{self._name}-{next(self._numbers)}"

    def sync(self) -> dict:
        """Take a whole view from the server and return it."""
        return self._ask_view(self._accept)

    def fresh(self) -> dict:
        """Return a whole view from the server and leave one's own as it is."""
        return self._ask_view(lambda view: None)

    @property
    def me(self) -> dict:
        return self.view.get("me", {})

    def _lost(self, *_) -> None:
        if not self._leaving:
            self._report.fault("rehearse.fault_lost", where=self.namespace)

    def _ask_view(self, take: Callable[[dict], None]) -> dict:
        answer = self._ask("sync", {"since": 0}, take)
        if answer.get("at") is None:
            self._report.fault("rehearse.fault_unanswered", kind="sync")
        return answer

    def _ask(self, event: str, message: dict, take: Callable[[dict], None] | None = None) -> dict:
        """Return the answer, {} for none in time. `take` gets it in order with what is sent."""
        answers: list[dict] = []
        done = threading.Event()

        def heard(answer: dict) -> None:
            if take is not None and "at" in answer:
                take(answer)
            answers.append(answer)
            done.set()

        try:
            self._socket.emit(event, message, namespace=self.namespace, callback=heard)
        except socketio.exceptions.SocketIOError:
            return {}
        done.wait(ANSWER_WITHIN_S)
        return answers[0] if answers else {}

    def _accept(self, view: dict) -> None:
        if view["at"] < self.view.get("at", 0):
            return
        self.view = view
        token = view.get("me", {}).get("token")
        if token:
            self.auth = {"token": token}
        self._arrived.set()

    def _change(self, change: dict) -> None:
        if not self.view:
            return
        if change["from"] > self.view["at"]:
            self._report.gaps += 1
            self._socket.emit("sync", {"since": 0}, namespace=self.namespace, callback=self._accept)
            return
        if change["at"] < self.view["at"] or _older(change.get("me"), self.view.get("me")):
            self._report.fault("rehearse.fault_backwards", where=self.namespace)
            return
        self.view = merged(self.view, change)


def _older(new: dict | None, old: dict | None) -> bool:
    return bool(new and old and new["at"] < old["at"])


def merged(view: dict, change: dict) -> dict:
    """Return `view` after `change`: topics and groups by id, every other key whole."""
    new = {**view, **{key: value for key, value in change.items() if key != "from"}}
    for name in ("topics", "groups"):
        if name in change:
            pieces = {**view[name], **change[name]}
            new[name] = {id: piece for id, piece in pieces.items() if piece is not None}
    return new
