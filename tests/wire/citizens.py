"""Clients that act on end on a server which may be killed at any instant, and remember answers."""

import contextlib
import random
import threading
import uuid

import socketio

from tests.conftest import Server
from tests.wire.clients import Client, Console, Phone, Refused

HUNG_UP = (socketio.exceptions.SocketIOError, Refused, AssertionError, ConnectionError)


class Citizen(threading.Thread):
    """Sends acts one after the other; an act without an answer is sent again with its id.

    `answers` maps the id of every acknowledged act to its message and first answer; `doubled`
    holds second answers that differ from the first.
    """

    def __init__(self, server: Server, seed: str):
        super().__init__(daemon=True)
        self.server, self.random = server, random.Random(seed)
        self.answers: dict[str, tuple[dict, dict]] = {}
        self.refused = self.sent_again = 0
        self.doubled: list[tuple] = []
        self.client: Client | None = None
        self.done = threading.Event()
        self._pending: dict | None = None

    def connect(self) -> Client:
        raise NotImplementedError

    def next_act(self, view: dict) -> dict:
        raise NotImplementedError

    def run(self) -> None:
        while not self.done.is_set():
            with contextlib.suppress(*HUNG_UP):
                self.client = self.connect()
                self._act_on()
            self.hang_up()
            self.done.wait(0.05)

    def hang_up(self) -> None:
        if self.client is not None:
            with contextlib.suppress(Exception):
                self.client.close()
            self.client = None

    def _act_on(self) -> None:
        again = self._pending is not None
        if self.answers and self.random.random() < 0.5:
            self._repeat(self.random.choice(list(self.answers)))
        while not self.done.is_set():
            message = self._pending or {"id": uuid.uuid4().hex, **self.next_act(self.client.view)}
            self._pending = message
            answer = self.ask(message)
            self._pending = None
            self.sent_again += again
            again = False
            if answer["ok"]:
                self.answers[message["id"]] = (message, answer)
            else:
                self.refused += 1

    def _repeat(self, id: str) -> None:
        message, first = self.answers[id]
        answer = self.ask(message)
        if answer != first:
            self.doubled.append((message, first, answer))

    def ask(self, message: dict) -> dict:
        answer = self.client.socket.call("act", message, namespace=self.client.namespace, timeout=2)
        assert answer is not None
        return answer


class Person(Citizen):
    """A phone that contributes, votes, joins groups and writes boards."""

    def __init__(self, server: Server, seed: str):
        super().__init__(server, seed)
        self.token: str | None = None
        self.texts: set[str] = set()

    def connect(self) -> Phone:
        phone = Phone(self.server.url, self.token)
        self.token = phone.token
        return phone

    def next_act(self, view: dict) -> dict:
        topics, groups = list(view["topics"]), list(view["groups"])
        kind = self.random.choice(["say", "say", "dot", "dot", "dot", "take", "sit", "write"])
        if kind == "say" or not topics:
            text = f"Mehr {uuid.uuid4().hex}"
            return {"do": "contribute", "text": text}
        if kind == "dot":
            return {"do": "place_dot", "topic": self.random.choice(topics)}
        if kind == "take":
            mine = list(view["me"]["dots"]) or topics
            return {"do": "take_dot", "topic": self.random.choice(mine)}
        if kind == "sit" and groups:
            return {"do": "join_group", "group": self.random.choice(groups)}
        if view["me"]["group"] in view["groups"]:
            group = view["groups"][view["me"]["group"]]
            base = group["board"]["goal"]["base"]
            text = f"Ziel {uuid.uuid4().hex[:8]}"
            fields = {"group": group["id"], "field": "goal", "value": text, "base": base}
            return {"do": "write_board", **fields}
        return {"do": "flag_broad", "topic": self.random.choice(topics)}


class Facilitator(Citizen):
    """A console that merges, splits, renames, enters cards, calls groups, and takes it back."""

    def connect(self) -> Console:
        return Console(self.server.url, self.server.key, f"console-{self.name}")

    def next_act(self, view: dict) -> dict:
        topics = [t for t in view["topics"].values() if t["state"] == "open"]
        kind = self.random.choice(["cards", "merge", "merge", "split", "call", "undo", "redo"])
        if kind == "cards" or len(topics) < 3:
            cards = [f"Karte {uuid.uuid4().hex}" for _ in range(3)]
            return {"do": "enter_cards", "cards": cards, "via": "wall"}
        if kind == "merge":
            some = [t["id"] for t in self.random.sample(topics, 2)]
            return {"do": "merge", "topics": some, "title": f"Thema {uuid.uuid4().hex[:6]}"}
        if kind == "split":
            topic = self.random.choice(topics)
            all_ = [c["id"] for c in topic["contributions"]]
            parts = [{"title": f"Teil {n}", "contributions": all_} for n in (1, 2)]
            return {"do": "split", "topic": topic["id"], "parts": parts, "successor": 0}
        if kind == "call":
            topic = self.random.choice(topics)
            return {"do": "call_group", "topics": [topic["id"]], "title": "Gruppe"}
        return {"do": kind}
