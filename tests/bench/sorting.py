"""What suggestions cost, and what they cost the acts: `python -m tests.bench.sorting [CSV]`.

The CSV needs a column "text"; without one the texts of the rehearsal are taken, with numbers so
that there are enough. The worker's child does the work; meanwhile this process acknowledges acts,
each on disk, and the same acts are acknowledged without any such work beside them.
"""

import csv
import json
import random
import sys
import threading
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import psutil

from facilitation.worker.process import Worker
from facilitation.workshop import Caller, Workshop

OWN = Path(__file__).parent.parent.parent / "screens" / "rehearsal" / "texts.json"
TOPICS, ONE_MORE, ACTS = 1_000, 20, 300
EACH_S = 1.0  # as often as the desk is kept in step; and then without any pause
PAUSE_S = 0.01  # between two acts: a busy hall, not a load test


def main(path: str | None) -> None:
    texts = read(path)
    board = [topic(i, text) for i, text in enumerate(texts[:TOPICS])]
    worker = Worker()
    worker.ask("suggest", {"topics": board[:1]})
    child = psutil.Process(worker._child.pid)
    begin, spent = perf_counter(), cpu(child)
    found = worker.ask("suggest", {"topics": board})
    wall, core = perf_counter() - begin, cpu(child) - spent
    print(f"{len(board)} topics from nothing: {wall:.2f} s, {core:.2f} s of one core")
    print(f"  {len(found)} suggestions")
    timing("one new topic", one_more_each(worker, child, board, texts[TOPICS:]))
    payload = {
        "texts": [[t, "de"] for t in texts[:TOPICS]],
        "previous": None,
        "width": 1920,
        "height": 880,
    }
    worker.ask("cloud", payload)
    worker.ask("suggest", {"topics": board})
    print(f"the child after suggestions and word cloud: {child.memory_info().rss / 2**20:.0f} MB")
    with TemporaryDirectory() as folder:
        timing("acts acknowledged alone", acknowledge(Path(folder) / "alone.db", ACTS))
        for pause_s in (EACH_S, 0):
            busy = Busy(worker, board, pause_s)
            beside = acknowledge(Path(folder) / f"beside {pause_s}.db", ACTS)
            timing(f"acts acknowledged beside {busy.end()} rounds of suggestions", beside)
    worker.close()


def acknowledge(path: Path, acts: int) -> list[float]:
    """Return the milliseconds from each act of one phone to its answer, on disk."""
    workshop = Workshop.open(path)
    console = Caller("console", "bench")
    workshop.act({"id": "open", "do": "set_phase", "phase": "collect"}, console)
    phones = [Caller("phone", workshop.join().id) for _ in range(acts // 10)]
    took = []
    for i in range(acts):
        act = {"id": f"c{i}", "do": "contribute", "text": f"Eine Bank an der Linde {i}"}
        begin = perf_counter()
        workshop.act(act, phones[i % len(phones)])
        took.append((perf_counter() - begin) * 1000)
        sleep(PAUSE_S)
    workshop.close()
    return took


class Busy:
    """Asks for suggestions again and again, each time for a board that changed."""

    def __init__(self, worker: Worker, board: list[dict], pause_s: float):
        self._worker, self._board, self._pause_s = worker, board, pause_s
        self._asked, self._over = 0, False
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()

    def end(self) -> int:
        self._over = True
        self._thread.join()
        return self._asked

    def _ask(self) -> None:
        while not self._over:
            self._asked += 1
            gone = self._asked % len(self._board)
            self._worker.ask("suggest", {"topics": self._board[:gone] + self._board[gone + 1 :]})
            sleep(self._pause_s)


def one_more_each(worker: Worker, child: psutil.Process, board: list, texts: list) -> list[float]:
    took = []
    for i, text in enumerate(texts[:ONE_MORE]):
        board = [*board, topic(TOPICS + i, text)]
        spent = cpu(child)
        worker.ask("suggest", {"topics": board})
        took.append((cpu(child) - spent) * 1000)
    return took


def topic(number: int, text: str) -> dict:
    return {
        "id": f"t{number:05}",
        "title": text[:120],
        "language": "de",
        "contributions": [{"id": f"c{number:05}", "text": text, "language": "de"}],
    }


def cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


def timing(name: str, ms: list[float]) -> None:
    p95 = quantiles(ms, n=20)[-1]
    print(f"{name}: median {median(ms):.1f} ms, p95 {p95:.1f} ms, longest {max(ms):.1f} ms")


def read(path: str | None) -> list[str]:
    if path:
        with open(path, encoding="utf-8-sig", newline="") as file:
            texts = [row["text"] for row in csv.DictReader(file)]
    else:
        texts = [one["text"] for one in json.loads(OWN.read_text(encoding="utf-8"))["concerns"]]
    random.Random(4).shuffle(texts)
    more = (f"{text} {n}" for n in range(2, 100) for text in texts)
    return texts + [next(more) for _ in range(max(0, TOPICS + ONE_MORE - len(texts)))]


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
