"""How large the words of the cloud are: from counts to font sizes and boxes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.cloud.occupancy import Box
from facilitation.cloud.word_extents import extent_of
from facilitation.language.words.terms import Term

STEP = 1.12  # sizes go in steps, so that one count more rarely changes one
STEEPNESS = 0.6  # size grows with this power of the count; with less where one word is far ahead
SMALLEST = 0.026  # of the height: 28 px at 1080 are read from 15 m
LARGEST, LARGEST_SINGLE = (
    0.17,
    0.085,
)  # of the height; the latter while each word is in one contribution only
WIDEST, HIGHEST = 0.9, 0.5  # of the canvas, one word
MAX_GROWTH, MIN_SHRINKAGE = 1.25, 0.8  # the largest count, against the one that sizes were made for


@dataclass(frozen=True)
class Sizes:
    """`unit` is the font size of a term that `most` contributions have; lengths are in pixels."""

    width: int
    height: int
    unit: float
    most: int
    steepness: float = STEEPNESS

    def of(self, count: int) -> float:
        """Return a font size. A bigger count never gives a smaller one."""
        smallest = self.height * SMALLEST
        wanted = max(self.unit * min(1.0, count / self.most) ** self.steepness, smallest)
        size = self.unit
        while size / STEP >= wanted:
            size /= STEP
        return max(size, smallest)

    def box(self, term: Term, x: float = 0, y: float = 0) -> Box:
        """Return the box of a term whose middle is at x, y."""
        return box_of(term.text, self.of(term.count), x, y)

    def scaled(self, factor: float) -> "Sizes":
        return replace(self, unit=self.unit * factor)

    def followed_by(self, most: int) -> "Sizes":
        """Return sizes for a new largest count; the same as long as it is near the old one."""
        if MIN_SHRINKAGE * self.most <= most <= MAX_GROWTH * self.most:
            return self
        return replace(self, most=most, unit=self.unit * (most / self.most) ** self.steepness)

    def capped(self, terms: Iterable[Term]) -> "Sizes":
        """Return sizes that leave no word too large for the canvas."""
        unit = min(self.unit, self.height * (LARGEST if self.most > 1 else LARGEST_SINGLE))
        for term in terms:
            box = box_of(term.text, STEP * min(1.0, term.count / self.most) ** self.steepness)
            unit = min(unit, WIDEST * self.width / box.width, HIGHEST * self.height / box.height)
        return replace(self, unit=unit)


def box_of(text: str, size: float, x: float = 0, y: float = 0) -> Box:
    extent = extent_of(text)
    return Box(x, y, extent.width * size, (extent.up + extent.down) * size)
