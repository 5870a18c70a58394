"""How the word cloud does over a replay of a real collection: `python -m tests.bench.cloud [CSV]`.

The CSV needs a column "text"; without one the texts of the rehearsal are taken. Contributions come
one after the other; printed is how many words stay where they are (within 4 pixels) after each,
and the milliseconds of counting and laying out, the library's own layout beside it.
"""

import csv
import json
import sys
from math import hypot
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from facilitation.cloud.layout import lay_out
from facilitation.language.words.terms import count_terms

OWN = Path(__file__).parent.parent.parent / "screens" / "rehearsal" / "texts.json"
WIDTH, HEIGHT = 1920, 880
MOST, SHOWN, STAYS_PX, PART = 600, 60, 4, 100


def main(path: str | None) -> None:
    texts = read(path)[:MOST]
    seen = replay(texts)
    print(f"{len(texts)} contributions from {Path(path).name if path else 'the rehearsal'}")
    for start in range(0, len(seen["stayed"]), PART):
        part = [s for s in seen["stayed"][start : start + PART] if s is not None]
        print(f"  from {start:4}: {100 * sum(part) / len(part):5.1f} % of the words stay")
    kept = [share for share in seen["stayed"] if share is not None]
    print(f"  whole day: {100 * sum(kept) / len(kept):5.1f} % (one more contribution each time)")
    timing("counting, texts kept in mind", seen["count_ms"])
    timing("layout", seen["layout_ms"])
    terms = count_terms(texts)
    for name, size in (("quarter, scaled up", (480, 220)), ("full size", (1920, 880))):
        print(f"  the library's own layout, {name}: {library_ms(terms, *size):.0f} ms")
    print("  " + " · ".join(f"{term.text} {term.count}" for term in terms[:SHOWN]))


def read(path: str | None) -> list[tuple[str, str]]:
    if path:
        with open(path, encoding="utf-8-sig", newline="") as file:
            texts = [(row["text"], "de") for row in csv.DictReader(file)]
    else:
        concerns = json.loads(OWN.read_text(encoding="utf-8"))["concerns"]
        texts = [(concern["text"], "de") for concern in concerns]
    Random(4).shuffle(texts)
    return texts


def replay(texts: list[tuple[str, str]]) -> dict[str, list]:
    cloud, seen = None, {"stayed": [], "count_ms": [], "layout_ms": []}
    for number in range(1, len(texts) + 1):
        begin = perf_counter()
        terms = count_terms(texts[:number])
        counted = perf_counter()
        following = lay_out(terms, cloud, width=WIDTH, height=HEIGHT)
        seen["count_ms"].append((counted - begin) * 1000)
        seen["layout_ms"].append((perf_counter() - counted) * 1000)
        seen["stayed"].append(stayed(cloud, following) if cloud else None)
        cloud = following
    return seen


def stayed(before: dict, after: dict) -> float | None:
    """Return the share of the words in both layouts that stand where they stood."""
    now = {word["key"]: word for word in after["words"]}
    both = [(word, now[word["key"]]) for word in before["words"] if word["key"] in now]
    still = sum(hypot(a["x"] - b["x"], a["y"] - b["y"]) <= STAYS_PX for a, b in both)
    return still / len(both) if both else None


def library_ms(terms: list, width: int, height: int) -> float:
    """Return the milliseconds of wordcloud's own layout of the same number of words."""
    from wordcloud import WordCloud

    counts = {term.text: term.count for term in terms[:80]}
    begin = perf_counter()
    WordCloud(width=width, height=height, max_words=80).generate_from_frequencies(counts)
    return (perf_counter() - begin) * 1000


def timing(name: str, ms: list[float]) -> None:
    p95 = quantiles(ms, n=20)[-1]
    print(f"  {name}: median {median(ms):.1f} ms, p95 {p95:.1f} ms, longest {max(ms):.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
