"""Counted terms → a word cloud whose words stay where they are.

A layout is plain data: {"w", "h", "words": [{"key", "text", "count", "x", "y", "size"}]}, and what
its sizes follow from ("unit", "most", "steepness") for the next one. x and y are the middle of a
word's ink; all lengths are pixels. It is made from the one before it: words keep their place, a
word that left frees its room, a new one takes the free room nearest to the middle, and a word that
grew stays as long as it has room where it is. Only when somebody finds no room do all shrink by a
common factor; and only when that no longer helps, or the cloud has become loose or leans to one
side, is it laid out anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from facilitation.cloud.placement import Arranging
from facilitation.cloud.sizes import STEEPNESS, Sizes
from facilitation.cloud.space import Box
from facilitation.language.words.terms import Term

MOST_WORDS = 80
MOST_SINGLES = 60  # words of only one contribution stand while there are no more words than this
ZOOMS = (1.0, 0.94, 0.88, 0.82)
ANEW_STEP = 0.95
EXPECTED_FILL = 0.5  # of the canvas: the boxes of a layout that is made anew
FEWER, LEAST_UNIT = 10, 0.06  # words less when the largest would be below this part of the height
LOOSE = 0.36
LEANING = 0.06  # of the canvas, from its middle to the middle of all boxes
CLEARLY = 1.25  # so much more of the canvas must words fill before all of them move
STEEPNESSES = (STEEPNESS, 0.5, 0.4)  # the first with which the words fill the canvas


class Layout(NamedTuple):
    """Where the chosen terms are: boxes by the terms' keys."""

    sizes: Sizes
    terms: Sequence[Term]
    boxes: dict[str, Box]

    @property
    def fill(self) -> float:
        covered = sum(box.width * box.height for box in self.boxes.values())
        return covered / (self.sizes.width * self.sizes.height)

    @property
    def leaning(self) -> float:
        covered = sum(box.width * box.height for box in self.boxes.values())
        x, y = (
            sum(box[i] * box.width * box.height for box in self.boxes.values()) / covered
            for i in (0, 1)
        )
        return max(abs(x / self.sizes.width - 0.5), abs(y / self.sizes.height - 0.5))


def lay_out(terms: Iterable[Term], previous: dict | None, *, width: int, height: int) -> dict:
    """Return the layout of the most frequent terms, as near to `previous` as it can be.

    No two words overlap, all are within the canvas, and a bigger count never has a smaller size.
    """
    if previous and (previous["w"], previous["h"]) != (width, height):
        previous = None
    known = {word["key"]: word for word in previous["words"]} if previous else {}
    chosen = choose(terms, known)
    if not chosen:
        return {"w": width, "h": height, "unit": 0, "most": 0, "steepness": 0, "words": []}
    layout = _continued(chosen, known, previous) if known else None
    if layout is None or layout.fill < LOOSE or layout.leaning > LEANING:
        least = _worth_moving_for(layout) if layout else 0
        layout = _anew(Sizes(width, height, height, chosen[0].count), chosen, least) or layout
    return _plain(layout)


def choose(terms: Iterable[Term], known: Iterable[str]) -> list[Term]:
    """Return the terms that stand in the cloud, most frequent first; of equals the known ones."""
    known = set(known)
    ranked = sorted(terms, key=lambda term: (-term.count, term.key not in known))
    several = [term for term in ranked[:MOST_WORDS] if term.count > 1]
    singles = (term for term in ranked if term.count == 1)
    return several + list(islice(singles, max(0, MOST_SINGLES - len(several))))


def _continued(chosen: list[Term], known: dict[str, dict], previous: dict) -> Layout | None:
    width, height = previous["w"], previous["h"]
    sizes = Sizes(width, height, *(previous[name] for name in ("unit", "most", "steepness")))
    sizes = sizes.followed_by(chosen[0].count).capped(chosen)
    for factor in ZOOMS:
        old = {key: _zoomed(word, factor, width, height) for key, word in known.items()}
        attempt = Arranging(sizes.zoomed(factor), chosen, old)
        if attempt.succeeds():
            return Layout(sizes.zoomed(factor), chosen, attempt.boxes)
    return None


def _zoomed(word: dict, factor: float, width: int, height: int) -> dict:
    return {
        "text": word["text"],
        "size": word["size"] * factor,
        "x": width / 2 + (word["x"] - width / 2) * factor,
        "y": height / 2 + (word["y"] - height / 2) * factor,
    }


def _worth_moving_for(layout: Layout) -> float:
    """Return how full a layout made anew must be for all words to move."""
    return layout.fill * (0.8 if layout.leaning > LEANING else CLEARLY)


def _anew(sizes: Sizes, chosen: list[Term], least: float = 0) -> Layout | None:
    """Lay out without looking back; None where the canvas would be less full than `least`."""
    draft = _draft(sizes, chosen)
    while draft.fill >= least:
        attempt = Arranging(draft.sizes, chosen, {})
        if attempt.succeeds():
            return draft._replace(boxes=attempt.boxes)
        draft = _sized(draft.sizes.zoomed(ANEW_STEP), chosen)
        if draft.sizes.unit < LEAST_UNIT * sizes.height and len(chosen) > FEWER:
            return _anew(sizes, chosen[:-FEWER], least)
    return None


def _draft(sizes: Sizes, chosen: list[Term]) -> Layout:
    """Return sizes that should just fit, the boxes still without a place."""
    for steepness in STEEPNESSES:
        draft = _sized(replace(sizes, steepness=steepness).capped(chosen), chosen)
        if draft.fill >= EXPECTED_FILL:
            factor = (EXPECTED_FILL / draft.fill) ** 0.5
            return _sized(draft.sizes.zoomed(factor), chosen)
    return draft


def _sized(sizes: Sizes, chosen: list[Term]) -> Layout:
    return Layout(sizes, chosen, {term.key: sizes.box(term) for term in chosen})


def _plain(layout: Layout) -> dict:
    sizes = layout.sizes
    words = [
        {
            "key": term.key,
            "text": term.text,
            "count": term.count,
            "x": round(layout.boxes[term.key].x, 2),
            "y": round(layout.boxes[term.key].y, 2),
            "size": round(sizes.of(term.count), 3),
        }
        for term in layout.terms
        if term.key in layout.boxes
    ]
    return {
        "w": sizes.width,
        "h": sizes.height,
        "unit": sizes.unit,
        "most": sizes.most,
        "steepness": sizes.steepness,
        "words": words,
    }
