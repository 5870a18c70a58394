"""A long day at many times its pace: does memory stay flat, does any error come up?

`python -m tests.faults.soak TRACE.csv --minutes 20 --pace 10` replays a trace of votes and
submissions (columns t_ms, kind, actor, topic, value), over and over until time is up, through one
connection for each of its people and a wall. They are all there before it begins, as a hall is:
memory that grows while people arrive says nothing. Prints the server's memory by quarters; fails
where it did not stay flat, or where the log has an error.
"""

import argparse
import csv
import itertools
import select
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import psutil

from tests.conftest import Server
from tests.faults.wireline import Wireline

SAMPLES = 240
TOPICS = 60
BUDGET, CAP = 10, 3
FLAT = 0.05
"""So much more may the last quarter take than the second."""


class Moment(NamedTuple):
    at_s: float
    kind: str
    actor: str
    topic: int
    value: int


def moments(rows: list[dict], pace: float) -> Iterator[Moment]:
    """Yield the trace's moments in order, again and again, in seconds from the start."""
    length = int(rows[-1]["t_ms"]) / 1000 + 1
    for lap in itertools.count():
        for row in rows:
            yield Moment(
                (lap * length + int(row["t_ms"]) / 1000) / pace,
                row["kind"],
                row["actor"],
                int(row["topic"] or 0),
                int(row["value"] or 0),
            )


class Person:
    """One connection, and the dots it has placed, oldest first."""

    def __init__(self, server: Server):
        self.line = Wireline(server.port, "/phone", {"token": None})
        self.placed: deque[str] = deque()

    def moves(self, topic: str, value: int) -> list[tuple[str, str]]:
        """Return the dots to take and to place for one vote, all of which the rules allow.

        Where nothing is in the hand, or the cap is reached, the oldest dot moves on; a vote
        against, or an abstention, takes a dot back where there is one.
        """
        moves = []
        if value > 0:
            if Counter(self.placed)[topic] == CAP:
                self.placed.remove(topic)
                moves.append(("take_dot", topic))
            elif len(self.placed) == BUDGET:
                moves.append(("take_dot", self.placed.popleft()))
            self.placed.append(topic)
            moves.append(("place_dot", topic))
        elif self.placed:
            moves.append(("take_dot", self.placed.popleft()))
        return moves


class Soak:
    """One run against one server."""

    def __init__(self, server: Server, trace: Path):
        with trace.open(encoding="utf-8") as file:
            self.rows = list(csv.DictReader(file))
        self.server, self.memory = server, []
        self.sent, self.refused = 0, Counter()
        self.desk = Wireline(server.port, "/console", {"key": server.key, "console": "soak"})
        self.wall = Wireline(server.port, "/wall", {})
        cards = [f"Anliegen {n}" for n in range(TOPICS)]
        everything = {"contributions": True, "dots": True}
        self.desk.ask(
            "act",
            {"id": "1", "do": "set_settings", "open": everything, "budget": BUDGET, "cap": CAP},
        )
        made = self.desk.ask("act", {"id": "2", "do": "enter_cards", "cards": cards})
        self.topics = made["topics"]
        self.people = {actor: Person(server) for actor in sorted({r["actor"] for r in self.rows})}
        self.process = psutil.Process(server.process.pid)

    def run(self, *, minutes: float, pace: float) -> None:
        begun, sampled = time.monotonic(), 0.0
        for moment in moments(self.rows, pace):
            if moment.at_s > minutes * 60:
                return
            while (left := moment.at_s - (time.monotonic() - begun)) > 0:
                self._listen(left)
            self._do(moment)
            if time.monotonic() - sampled > minutes * 60 / SAMPLES:
                sampled = time.monotonic()
                self.memory.append(self.process.memory_info().rss)

    def quarters(self) -> list[float]:
        """Return the mean memory in each quarter of the run, in bytes."""
        size = max(1, len(self.memory) // 4)
        return [fmean(self.memory[n * size : (n + 1) * size]) for n in range(4)]

    def _do(self, moment: Moment) -> None:
        person = self.people[moment.actor]
        if moment.kind == "submit":
            self._tell(person, {"do": "contribute", "text": f"Anliegen von {moment.actor}"})
            return
        for kind, topic in person.moves(self.topics[moment.topic % TOPICS], moment.value):
            self._tell(person, {"do": kind, "topic": topic})

    def _tell(self, person: Person, act: dict) -> None:
        self.sent += 1
        person.line.tell("act", {"id": f"s{self.sent}", **act})

    def _listen(self, seconds: float) -> None:
        all_ = [self.desk, self.wall, *(person.line for person in self.people.values())]
        for line in select.select(all_, [], [], seconds)[0]:
            line.take_one()
            for answer in line.answers.values():
                if not answer.get("ok"):
                    self.refused[answer["message"]] += 1
            line.answers.clear()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trace", type=Path)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--pace", type=float, default=10)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            soak = Soak(server, asked.trace)
            soak.run(minutes=asked.minutes, pace=asked.pace)
        finally:
            server.stop()
        return print_result(soak)


def print_result(soak: Soak) -> int:
    """Print how the run went; 0 where memory stayed flat and nothing came up."""
    quarters = soak.quarters()
    growth = quarters[3] / quarters[1] - 1
    print(f"{soak.sent} acts by {len(soak.people)} people, {soak.refused.total()} refused")
    for message, count in soak.refused.most_common(5):
        print(f"  {count} × {message}")
    print("memory by quarters, MB:", ", ".join(f"{q / 1e6:.1f}" for q in quarters))
    print(f"last quarter against the second: {growth:+.1%}")
    lines = soak.server.log().splitlines()
    faults = [line for line in lines if "ERROR" in line or "Traceback" in line]
    print(f"{len(faults)} errors in the log", *faults[:5], sep="\n")
    return 1 if faults or growth > FLAT else 0


if __name__ == "__main__":
    sys.exit(main())
