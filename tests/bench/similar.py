"""Pairs that belong together: `python -m tests.bench.similar DIR FAMILY`.

Reads DIR/mergeset_FAMILY.csv (columns "id", "text" and perhaps "lang") and prints one JSON object
a line: {"a", "b", "score"}, for each topic its best partners. What was found to be opposed is left
out: it is never offered for merging.
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np

from facilitation.language.suggesting.suggestions import Suggester

PARTNERS = 20


def main(folder: str, family: str) -> None:
    for a, b, score in offered(read(Path(folder) / f"mergeset_{family}.csv")):
        print(json.dumps({"a": a, "b": b, "score": score}))


def read(path: Path) -> list[dict]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [
            {
                "id": row["id"],
                "title": row["text"],
                "language": row.get("lang") or "de",
                "contributions": [],
            }
            for row in csv.DictReader(file)
        ]


def offered(topics: list[dict]) -> list[tuple[str, str, float]]:
    """Return the pairs that may be merged, each topic's best partners among them."""
    suggester = Suggester()
    suggester.suggest(topics)
    ids, table = suggester.scores()
    best = np.argsort(-table, axis=1, kind="stable")[:, :PARTNERS]
    pairs = {tuple(sorted((i, int(j)))) for i, row in enumerate(best) for j in row if i != j}
    judged = [suggester.judge(ids[i], ids[j], float(table[i, j])) for i, j in sorted(pairs)]
    kept = [pair for pair in judged if pair.kind != "opposed"]
    return [(p.a, p.b, round(p.score, 5)) for p in sorted(kept, key=lambda p: (-p.score, p.a, p.b))]


if __name__ == "__main__":
    main(*sys.argv[1:3])
