"""What is measured, each on a server of its own. Each yields rows for the table.

A scenario is given how to start a server and, for the ratio, the bare one in the same run.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.load import figures
from tests.bench.load.hall import Hall, Vote
from tests.bench.load.hosts import Product, bare, node_socket_io
from tests.bench.load.visitor import Visitor

VISITS_WITHIN_S = 60.0
REST_S = 3.0
FAN_OUTS = 10
ROUNDS = 5


class Sizes:
    """How many phones, how fast, how long; `share` makes all of it smaller.

    `node` is a folder for Node.js Socket.IO, or None to do without.
    """

    def __init__(self, *, folder: Path, seconds: float, share: float, topics: int, node):
        self.folder, self.seconds, self.share = folder, seconds, share
        self.topics, self.node = topics, node

    def phones(self, count: int) -> int:
        return max(2, int(count * self.share))

    def a_second(self, votes: float) -> float:
        return max(2.0, votes * self.share)


@contextmanager
def product(sizes: Sizes) -> Iterator[Product]:
    """Run the real server on a throw-away file, and say what it logged if it did."""
    folder = Path(tempfile.mkdtemp(dir=sizes.folder))
    server = Product(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        complaints = [text for text in server.log().splitlines() if " ERROR " in text]
        for text in complaints[:5]:
            print("  log:", text)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def in_hall(host) -> Iterator[Hall]:
    hall = Hall(host)
    try:
        yield hall
    finally:
        hall.close()


def bare_seconds(sizes: Sizes, phones: int, vote: Callable[[Hall], None]) -> list[float]:
    """Return how long the bare server takes to answer the same load."""
    host = bare()
    try:
        with in_hall(host) as hall:
            hall.let_in(phones)
            vote(hall)
            return [vote.answered - vote.due for vote in hall.take_votes() if vote.answered]
    finally:
        host.stop()


def honest(server: Product, votes: list[Vote]) -> str:
    """Say whether every acknowledged vote is in the journal; call it once the server is stopped."""
    stored = server.stored()
    said_yes = [vote for vote in votes if vote.answer is not None and vote.answer.ok]
    lost = sum((vote.person, vote.id) not in stored for vote in said_yes)
    refused = sum(vote.answer is not None and not vote.answer.ok for vote in votes)
    silent = sum(vote.answer is None for vote in votes)
    verdict = f"{len(said_yes)} votes acknowledged, {lost} of them not in the journal"
    return f"  {verdict}; {refused} refused, {silent} unanswered" + (" !!!" if lost else "")


def voting(sizes: Sizes, phones: int, per_second: float, counts: str) -> Iterator[str]:
    """Votes at an even pace: acknowledgement, wall, bytes a phone, processor."""
    phones, per_second = sizes.phones(phones), sizes.a_second(per_second)
    yield f"{phones} phones, {per_second:.0f} votes a second, counts {counts}"
    with product(sizes) as server:
        with in_hall(server) as hall:
            hall.open_vote(counts=counts, topics=sizes.topics)
            hall.let_in(phones)
            hall.watch_wall()
            hall.vote_for(1.0, per_second)
            hall.take_votes()
            hall.settle(1.5)
            before = [(line.bytes_in, line.events_in) for line in hall.phones]
            cpu, begun = server.cpu_s(), time.perf_counter()
            hall.vote_for(sizes.seconds, per_second)
            cpu, lasted = server.cpu_s() - cpu, time.perf_counter() - begun
            votes = hall.take_votes()
            lines = list(zip(hall.phones, before, strict=True))
            rates = [(line.bytes_in - was[0]) / lasted / 1000 for line, was in lines]
            events = [(line.events_in - was[1]) / lasted for line, was in lines]
            seen = [(vote, at) for vote in votes if vote.answer and (at := hall.at_wall(vote))]
            lost = hall.crowd.lost
        server.stop()
        account = honest(server, votes)
    beside = bare_seconds(
        sizes, phones, lambda hall: hall.vote_for(min(3, sizes.seconds), per_second)
    )
    yield figures.line("  sent → acknowledged", [v.answered - v.due for v in votes], beside)
    if counts == "revealed":
        yield figures.line(
            "  acknowledged → at the wall", [max(0, t - v.answered) for v, t in seen]
        )
        yield figures.line("  sent → at the wall", [at - vote.due for vote, at in seen])
    yield figures.fact("  sent to a phone (its own answers too)", figures.nth(rates, 0.5), "kB/s")
    yield figures.fact("  events to a phone", figures.nth(events, 0.5), "a second")
    yield figures.fact("  the server's processor", 100 * cpu / lasted, "%", f"lost lines: {lost}")
    yield figures.fact("  the same, a vote", 1e6 * cpu / len(votes), "µs")
    yield account


def burst(sizes: Sizes, phones: int, counts: str = "hidden") -> Iterator[str]:
    """All phones vote in the same instant, several times over."""
    phones = sizes.phones(phones)
    yield f"{phones} votes in one instant from {phones} phones"
    with product(sizes) as server:
        with in_hall(server) as hall:
            hall.open_vote(counts=counts, topics=sizes.topics)
            hall.let_in(phones)
            hall.settle(1.5)
            rounds, cpu = [], server.cpu_s()
            for _ in range(ROUNDS):
                hall.vote_at_once()
                rounds.append(hall.take_votes())
            cpu = (server.cpu_s() - cpu) / ROUNDS / phones
        server.stop()
        account = honest(server, [vote for votes in rounds for vote in votes])
    beside = bare_seconds(sizes, phones, lambda hall: hall.vote_at_once())
    for number, votes in enumerate(rounds, 1):
        seconds = [vote.answered - vote.due for vote in votes if vote.answered]
        yield figures.line(f"  round {number}: sent → acknowledged", seconds, beside)
    yield figures.fact("  the server's processor, a vote", cpu * 1e6, "µs")
    yield account


def arrival(sizes: Sizes, phones: int) -> Iterator[str]:
    """All phones fetch page and assets and connect at once; time until the first view."""
    phones = sizes.phones(phones)
    yield f"{phones} phones arrive at once: page, assets, first view"
    with product(sizes) as server, in_hall(server) as hall:
        hall.open_vote(counts="hidden", topics=sizes.topics)
        memory, crowd, lines, visits = server.memory_bytes(), hall.crowd, [], []

        def arrived(visitor: Visitor, line) -> None:
            visits.append(visitor)
            lines.append(line)

        begun = time.perf_counter()
        for _ in range(phones):
            Visitor(crowd, server.port, arrived)
        crowd.run(
            lambda: len(lines) == phones and all(line.ready_at for line in lines),
            within_s=VISITS_WITHIN_S,
        )
        times = [line.ready_at - begun for line in lines if line.ready_at]
        hall.settle(2.0)
        per_phone = (server.memory_bytes() - memory) / phones / 1000
        quiet = sum(line.bytes_in for line in lines)
        hall.settle(REST_S)
        quiet = (sum(line.bytes_in for line in lines) - quiet) / max(1, len(lines)) / REST_S
        lost = crowd.lost
    yield figures.line("  from one instant → first view", times)
    yield figures.fact("  phones in", len(times), f"of {phones}", f"lost lines: {lost}")
    if visits:
        page = visits[0]
        note = f"in {page.requests} requests" + (f", {page.missing} missing" * (page.missing > 0))
        yield figures.fact("  page and assets", page.bytes_in / 1000, f"kB {note}")
        yield figures.fact("  first view", len(lines[0].view) / 1000, "kB")
    yield figures.fact("  server memory a phone", per_phone, "kB")
    yield figures.fact("  sent to a phone at rest", quiet, "B/s")


def _fan_out_times(hall: Hall, phones: int) -> tuple[list[float], list[float]]:
    """Return, for several changes, the seconds from act to last phone and from first to last."""
    heard: list[float] = []
    hall.let_in(phones, lambda line, event, body: heard.append(time.perf_counter()))
    hall.settle(3.0)
    to_last, spreads = [], []
    for n in range(FAN_OUTS):
        heard.clear()
        begun = time.perf_counter()
        hall.order("rename", topic=hall.topics[0], title=f"Ein Treffpunkt für alle, Nummer {n}")
        if hall.crowd.run(lambda: len(heard) >= phones, within_s=10):
            to_last.append(max(heard) - begun)
            spreads.append(max(heard) - min(heard))
        hall.settle(0.4)
    return to_last, spreads


def fan_out(sizes: Sizes, phones: int) -> Iterator[str]:
    """One change to the last of many phones, beside bare servers with the same phones."""
    phones = sizes.phones(phones)
    yield f"one change to the last of {phones} phones"
    with product(sizes) as server, in_hall(server) as hall:
        hall.open_vote(counts="hidden", topics=20)
        own = _fan_out_times(hall, phones)
    others: dict[str, Callable] = {"a bare loop over sockets": bare}
    if sizes.node is not None:
        others["bare Node.js Socket.IO"] = lambda: node_socket_io(sizes.node)
    beside = {}
    for name, start in others.items():
        host = start()
        try:
            with in_hall(host) as hall:
                beside[name] = _fan_out_times(hall, phones)
        finally:
            host.stop()
    for which, what in enumerate(("act sent → last phone", "first phone → last phone")):
        yield figures.line(f"  {what}", own[which])
        for name, times in beside.items():
            yield figures.line(f"    {name}", times[which])
            ratio = figures.nth(own[which], 0.5) / figures.nth(times[which], 0.5)
            yield figures.fact("    ratio of the middles", ratio, "×")
