"""`python -m tests.bench.day`: how fast a day would be on this machine.

Each scenario runs on a real server process with a throw-away file on a real disk; the phones are
one other process. Figures from other machines say little: look at the ratio to a bare server
that stores nothing (tests/bench/load/bare.py), measured in the same run.
"""

import tempfile
import time
from pathlib import Path

import click

from screens.commands.startup import raise_file_limit
from tests.bench.load import figures, scenarios
from tests.bench.load.hosts import seconds_of_fsync
from tests.conftest import ROOT

SECONDS_MOST = 600
SCENARIOS = {
    "hundred": lambda sizes: scenarios.voting(sizes, 100, 200, "revealed"),
    "arrive": lambda sizes: scenarios.arrival(sizes, 500),
    "burst": lambda sizes: scenarios.burst(sizes, 600),
    "thousand": lambda sizes: scenarios.voting(sizes, 1_000, 500, "hidden"),
    "revealed": lambda sizes: scenarios.voting(sizes, 1_000, 500, "revealed"),
    "arrive1000": lambda sizes: scenarios.arrival(sizes, 1_000),
    "arrive2000": lambda sizes: scenarios.arrival(sizes, 2_000),
    "fanout": lambda sizes: scenarios.fan_out(sizes, 2_000),
}


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(list(SCENARIOS)))
@click.option("--seconds", default=10.0, show_default=True, help="How long each vote lasts.")
@click.option("--share", default=1.0, show_default=True, help="All sizes times this.")
@click.option("--topics", default=150, show_default=True, help="How many stand on the board.")
@click.option("--folder", type=click.Path(path_type=Path), default=ROOT / "instance")
@click.option("--node", is_flag=True, help="Measure Node.js Socket.IO too (npm fetches it).")
def main(names, seconds, share, topics, folder, node):
    """Print the table; without NAMES all scenarios run, one after the other."""
    raise_file_limit()
    folder.mkdir(parents=True, exist_ok=True)
    print(figures.head("bare"))
    print(figures.line("this disk: 4 kB and fsync", seconds_of_fsync(folder)))
    with tempfile.TemporaryDirectory() as npm:
        sizes = scenarios.Sizes(
            folder=folder,
            seconds=min(seconds, SECONDS_MOST),
            share=share,
            topics=topics,
            node=Path(npm) if node else None,
        )
        for name in names or SCENARIOS:
            begun = time.perf_counter()
            for row in SCENARIOS[name](sizes):
                print(row, flush=True)
            print(f"  ({name}: {time.perf_counter() - begun:.0f} s)\n", flush=True)


if __name__ == "__main__":
    main()
