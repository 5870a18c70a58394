"""A crowd under random faults and power cuts, and what must be true when it is over.

`python -m tests.faults.ordeal --people 100 --minutes 10 --kills 100` is the long run.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from facilitation.domain.folding import replay
from facilitation.storage.journal_file import read
from screens.console import view as console_view
from screens.phone import view as phone_view
from tests.conftest import Server
from tests.faults.crowd import Actor, Facilitator, Hall, Person
from tests.faults.proxy import Proxy, Weather
from tests.faults.wireline import Gone, Wireline

OPEN = {"contributions": True, "flags": True, "dots": True, "groups": True, "boards": True}
SETTLE_S = 30
MOVING = ("at", "connected", "participants", "backup", "alarms")


def ordeal(server: Server, *, people: int, seconds: float, kills: int, seed: int = 1) -> str:
    """Run a crowd for so long with so many SIGKILLs; return an account, or raise AssertionError."""
    chance = random.Random(seed)
    set_up(server)
    proxy = Proxy(server.port, Weather(), seed)
    proxy.start()
    hall = Hall(proxy.port, server.key)
    actors: list[Actor] = [Person(hall, f"p{i}") for i in range(people)]
    actors += [Facilitator(hall, f"desk{i}") for i in range(2)]
    for actor in actors:
        actor.start()
    end = time.monotonic() + seconds
    moments = sorted(chance.uniform(0, seconds) for _ in range(kills))
    for moment in moments:
        time.sleep(max(0.0, moment - (seconds - (end - time.monotonic()))))
        server.restart()
    time.sleep(max(0.0, end - time.monotonic()))
    hall.over.set()
    proxy.calm()
    for actor in actors:
        actor.join(SETTLE_S)
    lines = [actor.finish(server.port) for actor in actors]
    check_views(server, actors, lines)
    for line in lines:
        line.close()
    proxy.stop()
    server.stop()
    check_journal(server.data, actors)
    check_log(server)
    return account(actors, proxy, kills)


def set_up(server: Server) -> None:
    desk = Wireline(server.port, "/console", {"key": server.key, "console": "set-up"})
    desk.ask("act", {"id": "1", "do": "set_settings", "open": OPEN, "budget": 8, "cap": 3})
    desk.ask("act", {"id": "2", "do": "set_phase", "phase": "sort"})
    desk.close()


def check_views(server: Server, actors: list[Actor], lines: list[Wireline]) -> None:
    """Every kept view equals the server's, and people's dots add up to the console's counts."""
    views = [line.ask("sync", {"since": 0}) for line in lines]
    for actor, line, view in zip(actors, lines, views, strict=True):
        assert not actor.trouble, (actor.name, actor.trouble)
        assert not actor.backwards, (actor.name, "a number went backwards")
        settle(line, view, actor.name)
    shared = [without_me(v) for a, v in zip(actors, views, strict=True) if isinstance(a, Person)]
    assert all(view == shared[0] for view in shared)
    desk = next(v for a, v in zip(actors, views, strict=True) if isinstance(a, Facilitator))
    placed: Counter[str] = Counter()
    for actor, view in zip(actors, views, strict=True):
        if isinstance(actor, Person):
            me = view["me"]
            assert sum(me["dots"].values()) + me["hand"] == me["budget"], actor.name
            assert all(count <= me["cap"] for count in me["dots"].values()), actor.name
            placed.update(me["dots"])
    counted = {id: topic["dots"] for id, topic in desk["topics"].items() if topic["dots"]}
    assert all(counted.get(id, 0) >= count for id, count in placed.items())


def settle(line: Wireline, view: dict, name: str) -> None:
    """Wait until what a client kept is what the server says."""
    wanted = without_counts(view)
    try:
        line.wait(lambda: without_counts(line.view) == wanted, SETTLE_S)
    except Gone:
        kept = without_counts(line.view)
        differ = [key for key in wanted if kept.get(key) != wanted[key]]
        raise AssertionError((name, {k: (kept.get(k), wanted[k]) for k in differ})) from None


def without_counts(view: dict) -> dict:
    """What must be equal: not the numbers, nor how many are connected just now."""
    kept = {key: value for key, value in view.items() if key not in MOVING}
    if "me" in view:
        kept["me"] = {key: value for key, value in view["me"].items() if key != "at"}
    return kept


def without_me(view: dict) -> dict:
    own = view["me"]["hidden"]
    topics = {id: topic for id, topic in view["topics"].items() if id not in own}
    return {**without_counts(view), "topics": topics, "me": None}


def check_journal(data: Path, actors: list[Actor]) -> None:
    """Every acknowledged act is in the journal exactly once, as the answer said."""
    rows, private = read(data)
    found: dict[tuple, list[int]] = {}
    for row in rows:
        found.setdefault((row.by, row.act), []).append(row.n)
    for actor in actors:
        by = actor.id if isinstance(actor, Person) else actor.name
        for id, message, answer in actor.acked:
            assert found.get((by, id)) == [answer["at"]], (message, answer)
    state = replay(rows)
    texts = Counter(said.text for said in state.contributions.values() if "neu" not in said.text)
    assert all(count == 1 for count in texts.values()), texts.most_common(3)
    for said in state.contributions.values():
        assert said.withdrawn or any(said.id in state.topics[t].contributions for t in said.topics)
    for person in state.participants.values():
        view = phone_view.me(state, person)
        assert sum(view["dots"].values()) + view["hand"] == view["budget"]
    assert console_view.keys(state, private, {"connected": 0})["participants"]


def check_log(server: Server) -> None:
    log = server.log()
    assert "Traceback" not in log, log[-4_000:]
    assert " ERROR " not in log, log[-4_000:]


def account(actors: list[Actor], proxy: Proxy, kills: int) -> str:
    acked = sum(len(actor.acked) for actor in actors)
    refused = sum(actor.refused for actor in actors)
    again = sum(actor.reconnects for actor in actors)
    returns = sum(actor.returns for actor in actors)
    faults = ", ".join(f"{count} × {fault}" for fault, count in sorted(proxy.faults.items()))
    return (
        f"{len(actors)} clients, {acked} acts acknowledged, {refused} refused, {again} reconnects "
        f"({returns} caught up with one change), {kills} SIGKILLs; faults: {faults}; "
        "0 lost, 0 doubled, all views equal"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    threading.stack_size(512 * 1024)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            print(
                ordeal(
                    server,
                    people=asked.people,
                    seconds=asked.minutes * 60,
                    kills=asked.kills,
                    seed=asked.seed,
                )
            )
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main())
