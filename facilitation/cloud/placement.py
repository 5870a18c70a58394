"""Places for the words: the old one where possible, else the nearest free one."""

from collections.abc import Mapping, Sequence

from facilitation.cloud.occupancy import Box, OccupancyGrid
from facilitation.cloud.sizes import Sizes, box_of
from facilitation.language.words.terms import Term

MARGIN_BESIDE, MARGIN_ABOVE = 0.2, 0.1  # of the font size, free around a word that gets a place
GROWN_BESIDE, GROWN_ABOVE = 0.1, 0.04  # likewise, around a word that grows in its place
MIN_DISTANCE = 0.4  # in pixels, between words that stay
MAX_NUDGE = 0.6  # of its font size: a word that grew moves so far before others have to
MAY_OMIT_FROM = 50  # words; from here on one of the rarest may wait until there is space for it
MAX_DISPLACED = 2  # smaller neighbours at most that move when a word grows in its place


class PlacementAttempt:
    """One attempt. `old` has the previous words by key: {"text", "size", "x", "y"}."""

    def __init__(self, sizes: Sizes, terms: Sequence[Term], old: Mapping[str, dict]):
        self._sizes, self._terms, self._old = sizes, terms, old
        self.boxes: dict[str, Box] = {}
        self._grown: list[Term] = []
        self._unplaced: list[Term] = []

    def place_all(self) -> bool:
        """Give each word a place in `boxes`; return False if there is none for one of them."""
        self._keep_old_places()
        for term in self._grown:
            self._grow(term)
        return self._place_rest()

    def _keep_old_places(self) -> None:
        for term in self._terms:
            word = self._old.get(term.key)
            if word is None:
                self._unplaced.append(term)
                continue
            before = box_of(word["text"], word["size"], word["x"], word["y"])
            now = self._sizes.box(term, before.x, before.y)
            grown = now.width > before.width + 0.1 or now.height > before.height + 0.1
            if not self._place_if_free(term.key, before if grown else now):
                self._unplaced.append(term)
            elif grown:
                self._grown.append(term)

    def _place_if_free(self, key: str, box: Box, beside=MIN_DISTANCE, above=MIN_DISTANCE) -> bool:
        fits = box.within(self._sizes.width, self._sizes.height)
        if fits and not self._overlapping(key, box, beside, above):
            self.boxes[key] = box
            return True
        return False

    def _overlapping(self, key: str, box: Box, beside: float, above: float) -> list[str]:
        others = self.boxes.items()
        return [name for name, it in others if name != key and box.meets(it, beside, above)]

    def _grow(self, term: Term) -> None:
        """Enlarge a word where it is or beside it, or move small neighbours, or the word itself."""
        if term.key not in self.boxes:
            return
        before = self.boxes[term.key]
        box = self._sizes.box(term, before.x, before.y)
        size = self._sizes.of(term.count)
        if self._place_if_free(term.key, box, GROWN_BESIDE * size, GROWN_ABOVE * size):
            return
        del self.boxes[term.key]
        beside = self._nearest(self._occupied(), term, before)
        if beside and abs(beside.x - box.x) + abs(beside.y - box.y) <= MAX_NUDGE * size:
            self.boxes[term.key] = beside
        elif not self._displace_smaller(term, box):
            self._unplaced.append(term)

    def _displace_smaller(self, term: Term, box: Box) -> bool:
        if not box.within(self._sizes.width, self._sizes.height):
            return False
        size = self._sizes.of(term.count)
        distance = GROWN_BESIDE * size, GROWN_ABOVE * size
        counts = {other.key: other for other in self._terms}
        overlapping = [counts[key] for key in self._overlapping(term.key, box, *distance)]
        if len(overlapping) > MAX_DISPLACED or any(
            other.count >= term.count for other in overlapping
        ):
            return False
        for other in overlapping:
            del self.boxes[other.key]
        self._unplaced.extend(overlapping)
        self.boxes[term.key] = box
        return True

    def _place_rest(self) -> bool:
        grid = self._occupied()
        for term in sorted(self._unplaced, key=lambda term: -term.count):
            box = self._nearest(grid, term, self._preferred_place(term))
            if box is None and self._may_be_omitted(term):
                continue
            if box is None:
                return False
            grid.add(box)
            self.boxes[term.key] = box
        return True

    def _may_be_omitted(self, term: Term) -> bool:
        """Whether a word is one of the rarest of many: the others need not shrink for it."""
        return len(self.boxes) >= MAY_OMIT_FROM and term.count == self._terms[-1].count

    def _preferred_place(self, term: Term) -> Box:
        word = self._old.get(term.key)
        x, y = (word["x"], word["y"]) if word else (self._sizes.width / 2, self._sizes.height / 2)
        return Box(x, y, 0, 0)

    def _occupied(self) -> OccupancyGrid:
        return OccupancyGrid(self._sizes.width, self._sizes.height, self.boxes.values())

    def _nearest(self, grid: OccupancyGrid, term: Term, preferred: Box) -> Box | None:
        box = self._sizes.box(term)
        size = self._sizes.of(term.count)
        width, height = box.width + 2 * MARGIN_BESIDE * size, box.height + 2 * MARGIN_ABOVE * size
        place = grid.nearest_free((preferred.x, preferred.y), width, height)
        return place and box._replace(x=place.x, y=place.y)
