"""People and facilitators who go on whatever the network does, and remember what they were told.

Each keeps an outbox as the screens do: one act at a time, sent again with its id until it is
answered. What was acknowledged is kept, to be looked for in the journal afterwards.
"""

import itertools
import random
import threading
import time
from dataclasses import dataclass, field

from tests.faults.wireline import Gone, Wireline

AGAIN_S = (0.05, 0.6)
BOARD_FULL = 400
"""From so many topics on people write no more, as in a hall."""


@dataclass
class Hall:
    """What all share: where to connect, how fast they are, and when it is over."""

    port: int
    key: str
    pause_s: tuple[float, float] = (0.2, 1.2)
    over: threading.Event = field(default_factory=threading.Event)


class Actor(threading.Thread):
    """One end of the wire with an outbox. `acked` is [(act id, message, answer), …]."""

    namespace = ""

    def __init__(self, hall: Hall, name: str):
        super().__init__(name=name, daemon=True)
        self.hall, self.chance = hall, random.Random(name)
        self.waiting: dict | None = None
        self.acked: list[tuple[str, dict, dict]] = []
        self.refused = self.reconnects = self.backwards = self.returns = 0
        self.view: dict = {}
        self.trouble: list[str] = []
        self._numbers = itertools.count()
        self._line: Wireline | None = None

    def run(self) -> None:
        while not self.hall.over.is_set():
            try:
                self._connected()
            except Gone:
                self.reconnects += 1
                time.sleep(self.chance.uniform(*AGAIN_S))
            except Exception as error:
                self.trouble.append(repr(error))
                raise
            finally:
                self._hang_up()

    def connect(self, port: int | None = None) -> Wireline:
        line = Wireline(port or self.hall.port, self.namespace, self.auth(), self.view)
        self.returns += not line.whole_views
        return line

    def finish(self, port: int) -> Wireline:
        """Connect over a good network, send what still waits, and return the connection."""
        line = self.connect(port)
        self.learn(line)
        if self.waiting is not None:
            self._send(line)
        return line

    def auth(self) -> dict:
        raise NotImplementedError

    def learn(self, line: Wireline) -> None:
        """Take from the first view what the next connection needs."""

    def choose(self, view: dict) -> dict | None:
        """Return the fields of the next act, or None to only look."""
        raise NotImplementedError

    def _connected(self) -> None:
        self._line = line = self.connect()
        self.learn(line)
        while not self.hall.over.is_set():
            if self.waiting is None:
                fields = self.choose(line.view)
                if fields is not None:
                    self.waiting = {"id": f"{self.name}-{next(self._numbers)}", **fields}
            if self.waiting is not None:
                self._send(line)
            line.listen(self.chance.uniform(*self.hall.pause_s))

    def _send(self, line: Wireline) -> None:
        answer = line.ask("act", self.waiting)
        if answer.get("ok"):
            self.acked.append((self.waiting["id"], self.waiting, answer))
        elif answer.get("error") in ("not_found", "not_now", "too_much", "not_yours"):
            self.refused += 1
        else:
            self.trouble.append(f"{self.waiting} -> {answer}")
        self.waiting = None

    def _hang_up(self) -> None:
        if self._line is not None:
            self.backwards += self._line.backwards
            self.view = self._line.view
            self._line.close()
            self._line = None


class Person(Actor):
    """A participant; `id` is known from the first view on."""

    namespace = "/phone"
    token: str | None = None
    id: str | None = None

    def auth(self) -> dict:
        return {"token": self.token}

    def learn(self, line: Wireline) -> None:
        me = line.view["me"]
        if self.token is not None and me["token"] != self.token:
            self.trouble.append("came back as somebody else")
        self.token, self.id = me["token"], me["participant"]

    def choose(self, view: dict) -> dict | None:
        me, chance = view["me"], self.chance
        topics = [id for id, topic in view["topics"].items() if topic["state"] != "hidden"]
        roll = chance.random()
        if (roll < 0.3 and len(topics) < BOARD_FULL) or not topics:
            return {"do": "contribute", "text": f"{self.name} {next(self._numbers)} 🌱 ä"}
        if roll < 0.6 and me["hand"] > 0:
            return {"do": "place_dot", "topic": chance.choice(topics)}
        if roll < 0.75 and me["dots"]:
            return {"do": "take_dot", "topic": chance.choice(list(me["dots"]))}
        if roll < 0.85 and me["contributions"]:
            kind = chance.choice(["reword", "reword", "withdraw"])
            fields = {"do": kind, "contribution": chance.choice(me["contributions"])}
            return {**fields, "text": f"{self.name} neu"} if kind == "reword" else fields
        if roll < 0.92 and view["groups"]:
            return {"do": "join_group", "group": chance.choice(list(view["groups"]))}
        if me["group"] in view["groups"]:
            base = view["groups"][me["group"]]["board"]["goal"]["base"]
            fields = {"do": "write_board", "group": me["group"], "field": "goal"}
            return {**fields, "value": f"Ziel von {self.name}", "base": base}
        return {"do": "flag_broad", "topic": chance.choice(topics), "narrower": "enger"}


class Facilitator(Actor):
    """A console that merges, splits, hides, calls groups, and takes it back again."""

    namespace = "/console"

    def auth(self) -> dict:
        return {"key": self.hall.key, "console": self.name}

    def choose(self, view: dict) -> dict | None:
        chance = self.chance
        free = [t for t in view["topics"].values() if t["state"] == "open"]
        hidden = [t["id"] for t in view["topics"].values() if t["state"] == "hidden"]
        roll = chance.random()
        if roll < 0.2 and len(free) > 2:
            few = chance.sample(free, 2)
            return {"do": "merge", "topics": [t["id"] for t in few], "title": few[0]["title"]}
        many = [t for t in free if len(t["contributions"]) > 1]
        if roll < 0.35 and many:
            return self._split(chance.choice(many))
        if roll < 0.55:
            return {"do": chance.choice(["undo", "undo", "redo"])}
        if roll < 0.65 and free:
            return {"do": "hide", "topic": chance.choice(free)["id"], "reason": "Probe"}
        if roll < 0.72 and hidden:
            return {"do": "restore", "topic": chance.choice(hidden)}
        if roll < 0.8 and free and len(view["groups"]) < 5:
            return {"do": "call_group", "topics": [chance.choice(free)["id"]], "title": "Gruppe"}
        if roll < 0.9:
            return {"do": "enter_cards", "cards": [f"{self.name} {next(self._numbers)}"]}
        return None

    def _split(self, topic: dict) -> dict:
        ids = [c["id"] for c in topic["contributions"]]
        cut = self.chance.randrange(1, len(ids))
        parts = [
            {"title": "eins", "contributions": ids[:cut]},
            {"title": "zwei", "contributions": ids[cut:]},
        ]
        successor = self.chance.choice([None, 0, 1])
        return {"do": "split", "topic": topic["id"], "parts": parts, "successor": successor}
