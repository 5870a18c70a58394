"""A long day at many times its pace: does memory stay flat, does any error come up?

`python -m tests.fire.soak TRACE.csv --minutes 20 --pace 10` replays a trace of votes and
submissions (columns t_ms, kind, actor, topic, value), over and over until time is up, through one
connection for each of its people and a wall. Prints the server's memory by quarters.
"""

import argparse
import csv
import itertools
import select
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import psutil

from tests.conftest import Server
from tests.fire.wireline import Wireline

SAMPLE_EVERY_S = 5.0
TOPICS = 60


class Moment(NamedTuple):
    at_s: float
    kind: str
    actor: str
    topic: int
    value: int


def moments(trace: Path, pace: float) -> Iterator[Moment]:
    """Yield the trace's moments in order, again and again, in seconds from the start."""
    with trace.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
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


class Soak:
    """One run against one server."""

    def __init__(self, server: Server):
        self.server, self.lines, self.memory = server, {}, []
        self.sent = self.refused = 0
        self.desk = Wireline(server.port, "/console", {"key": server.key, "console": "soak"})
        self.wall = Wireline(server.port, "/wall", {})
        cards = [f"Anliegen {n}" for n in range(TOPICS)]
        everything = {"contributions": True, "dots": True}
        self.desk.ask("act", {"id": "1", "do": "set_settings", "open": everything, "cap": 3})
        made = self.desk.ask("act", {"id": "2", "do": "enter_cards", "cards": cards})
        self.topics = made["topics"]
        self.process = psutil.Process(server.process.pid)

    def run(self, trace: Path, *, minutes: float, pace: float) -> None:
        begun, sampled = time.monotonic(), 0.0
        for moment in moments(trace, pace):
            if moment.at_s > minutes * 60:
                return
            while (left := moment.at_s - (time.monotonic() - begun)) > 0:
                self._listen(left)
            self._do(moment)
            if time.monotonic() - sampled > SAMPLE_EVERY_S:
                sampled = time.monotonic()
                self.memory.append(self.process.memory_info().rss)

    def quarters(self) -> list[float]:
        """Return the mean memory in each quarter of the run, in bytes."""
        size = max(1, len(self.memory) // 4)
        return [fmean(self.memory[n * size : (n + 1) * size]) for n in range(4)]

    def _do(self, moment: Moment) -> None:
        line = self.lines.get(moment.actor)
        if line is None:
            line = Wireline(self.server.port, "/phone", {"token": None})
            self.lines[moment.actor] = line
        self.sent += 1
        act = {"id": f"s{self.sent}", "do": "place_dot" if moment.value > 0 else "take_dot"}
        if moment.kind == "submit":
            act = {**act, "do": "contribute", "text": f"Anliegen von {moment.actor}"}
        else:
            act["topic"] = self.topics[moment.topic % TOPICS]
        line.tell("act", act)

    def _listen(self, seconds: float) -> None:
        all_ = [self.desk, self.wall, *self.lines.values()]
        for line in select.select(all_, [], [], seconds)[0]:
            line.take_one()
            for answer in line.answers.values():
                self.refused += not answer.get("ok")
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
            soak = Soak(server)
            soak.run(asked.trace, minutes=asked.minutes, pace=asked.pace)
        finally:
            server.stop()
        quarters = soak.quarters()
        print(f"{soak.sent} acts by {len(soak.lines)} people, {soak.refused} refused")
        print("memory by quarters, MB:", ", ".join(f"{q / 1e6:.1f}" for q in quarters))
        print(f"last quarter against the second: {quarters[3] / quarters[1] - 1:+.1%}")
        faults = [line for line in server.log().splitlines() if "ERROR" in line or "Trace" in line]
        print(f"{len(faults)} errors in the log", *faults[:5], sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
