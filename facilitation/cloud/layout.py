"""Counted terms → a word cloud whose words stay where they are.

A layout is plain data: {"w", "h", "words": [{"key", "text", "count", "x", "y", "size", "width",
"height"}], "more"}, and what its sizes follow from ("unit", "most", "steepness") for the next one.
x and y are the middle of a word's box, width and height its size; all lengths are pixels. `more`
is the number of words without a place. It is made from the one before it: words keep their place,
a word that left frees its space, a new one takes the free space nearest to the middle, and a word
that grew stays as long as it has space where it is. Only when a word finds no space do all shrink
by a common factor; and only when that no longer helps, or the cloud has become sparse or is no
longer in the middle, is it laid out from scratch.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from facilitation.cloud.occupancy import Box
from facilitation.cloud.placement import PlacementAttempt
from facilitation.cloud.shortening import shortened
from facilitation.cloud.sizes import STEEPNESS, Sizes
from facilitation.language.words.terms import Term

MAX_WORDS = 80
MAX_SINGLES = 60  # words; up to here those of only one contribution are shown, too
SHRINK_FACTORS = (1.0, 0.94, 0.88, 0.82)
RETRY_FACTOR = 0.95
EXPECTED_FILL = 0.5  # of the canvas, the boxes of a new layout
DROPPED_AT_ONCE = 10  # words that are left out when the largest would be too small
MIN_UNIT = 0.06  # of the height, the size of the largest word
MIN_FILL = 0.36  # of the canvas; below it the cloud is too sparse
MAX_OFF_CENTRE = 0.06  # of the canvas, from its middle to the middle of all boxes
WORTH_MOVING = 1.25  # times the fill of the old layout: only for that may all words move
STEEPNESSES = (STEEPNESS, 0.5, 0.4)  # tried until the words fill the canvas


class Layout(NamedTuple):
    """Where the chosen terms are: boxes by the keys of the terms."""

    sizes: Sizes
    terms: Sequence[Term]
    boxes: dict[str, Box]

    @property
    def fill(self) -> float:
        covered = sum(box.width * box.height for box in self.boxes.values())
        return covered / (self.sizes.width * self.sizes.height)

    @property
    def off_centre(self) -> float:
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
    terms = list(terms)
    chosen = choose(terms, known)
    if not chosen:
        nothing = {"unit": 0, "most": 0, "steepness": 0, "words": [], "more": 0}
        return {"w": width, "h": height, **nothing}
    layout = _from_previous(chosen, known, previous) if known else None
    if layout is None or layout.fill < MIN_FILL or layout.off_centre > MAX_OFF_CENTRE:
        min_fill = _min_fill_to_move(layout) if layout else 0
        largest = Sizes(width, height, height, chosen[0].count)
        layout = _from_scratch(largest, chosen, min_fill) or layout
    return _serialise(layout, len(terms))


def choose(terms: Iterable[Term], known: Iterable[str]) -> list[Term]:
    """Return the terms for the cloud, most frequent first; of equal ones those that are in it.

    What is too long is shortened.
    """
    known = set(known)
    ranked = sorted(terms, key=lambda term: (-term.count, term.key not in known))
    several = [term for term in ranked[:MAX_WORDS] if term.count > 1]
    singles = (term for term in ranked if term.count == 1)
    chosen = several + list(islice(singles, max(0, MAX_SINGLES - len(several))))
    return [term._replace(text=shortened(term.text)) for term in chosen]


def _from_previous(chosen: list[Term], known: dict[str, dict], previous: dict) -> Layout | None:
    width, height = previous["w"], previous["h"]
    sizes = Sizes(width, height, *(previous[name] for name in ("unit", "most", "steepness")))
    sizes = sizes.followed_by(chosen[0].count).capped(chosen)
    for factor in SHRINK_FACTORS:
        old = {key: _scaled(word, factor, width, height) for key, word in known.items()}
        attempt = PlacementAttempt(sizes.scaled(factor), chosen, old)
        if attempt.place_all():
            return Layout(sizes.scaled(factor), chosen, attempt.boxes)
    return None


def _scaled(word: dict, factor: float, width: int, height: int) -> dict:
    return {
        "text": word["text"],
        "size": word["size"] * factor,
        "x": width / 2 + (word["x"] - width / 2) * factor,
        "y": height / 2 + (word["y"] - height / 2) * factor,
    }


def _min_fill_to_move(layout: Layout) -> float:
    """Return how full a new layout must be for all words to move."""
    return layout.fill * (0.8 if layout.off_centre > MAX_OFF_CENTRE else WORTH_MOVING)


def _from_scratch(sizes: Sizes, chosen: list[Term], min_fill: float = 0) -> Layout | None:
    """Lay out without a previous layout; None if the canvas would be less full than `min_fill`."""
    estimate = _first_estimate(sizes, chosen)
    while estimate.fill >= min_fill:
        attempt = PlacementAttempt(estimate.sizes, chosen, {})
        if attempt.place_all():
            return estimate._replace(boxes=attempt.boxes)
        estimate = _without_places(estimate.sizes.scaled(RETRY_FACTOR), chosen)
        if estimate.sizes.unit < MIN_UNIT * sizes.height and len(chosen) > DROPPED_AT_ONCE:
            return _from_scratch(sizes, chosen[:-DROPPED_AT_ONCE], min_fill)
    return None


def _first_estimate(sizes: Sizes, chosen: list[Term]) -> Layout:
    """Return sizes that should just fit, the boxes not yet placed."""
    for steepness in STEEPNESSES:
        estimate = _without_places(replace(sizes, steepness=steepness).capped(chosen), chosen)
        if estimate.fill >= EXPECTED_FILL:
            factor = (EXPECTED_FILL / estimate.fill) ** 0.5
            return _without_places(estimate.sizes.scaled(factor), chosen)
    return estimate


def _without_places(sizes: Sizes, chosen: list[Term]) -> Layout:
    return Layout(sizes, chosen, {term.key: sizes.box(term) for term in chosen})


def _serialise(layout: Layout, terms: int) -> dict:
    sizes = layout.sizes
    words = [
        _serialise_word(term, sizes.of(term.count), layout.boxes[term.key])
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
        "more": terms - len(words),
    }


def _serialise_word(term: Term, size: float, box: Box) -> dict:
    return {
        "key": term.key,
        "text": term.text,
        "count": term.count,
        "x": round(box.x, 2),
        "y": round(box.y, 2),
        "size": round(size, 3),
        "width": round(box.width, 2),
        "height": round(box.height, 2),
    }
