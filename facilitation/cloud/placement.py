"""Every word a place: the old one if it can be, else the nearest free one."""

from collections.abc import Mapping, Sequence

from facilitation.cloud.sizes import Sizes, box_of
from facilitation.cloud.space import Box, Room
from facilitation.language.words.terms import Term

AIR_BESIDE, AIR_ABOVE = 0.2, 0.1  # of the font size, around a word when it gets a place
GROWN_BESIDE, GROWN_ABOVE = 0.1, 0.04  # the same, that a word keeps when it grows in its place
STILL_APART = 0.4  # pixels; two words nearer than this are not left where they are
NUDGE = 0.6  # of its font size: so far a word that grew gives way before others have to
ENOUGH = 50  # words; from here on one of the rarest may wait until there is room for it
GIVE_WAY = 2  # smaller neighbours at most that go when a word grows in its place


class Arranging:
    """One attempt. `old` are words of the layout before, already zoomed: {"text", "size", x, y}."""

    def __init__(self, sizes: Sizes, terms: Sequence[Term], old: Mapping[str, dict]):
        self._sizes, self._terms, self._old = sizes, terms, old
        self.boxes: dict[str, Box] = {}
        self._grown: list[Term] = []
        self._homeless: list[Term] = []

    def succeeds(self) -> bool:
        """Give all words a place in `boxes`; False if somebody finds none."""
        self._keep()
        for term in self._grown:
            self._grow(term)
        return self._settle()

    def _keep(self) -> None:
        for term in self._terms:
            word = self._old.get(term.key)
            if word is None:
                self._homeless.append(term)
                continue
            before = box_of(word["text"], word["size"], word["x"], word["y"])
            now = self._sizes.box(term, before.x, before.y)
            grown = now.width > before.width + 0.1 or now.height > before.height + 0.1
            if not self._stands(term.key, before if grown else now):
                self._homeless.append(term)
            elif grown:
                self._grown.append(term)

    def _stands(self, key: str, box: Box, beside=STILL_APART, above=STILL_APART) -> bool:
        fits = box.within(self._sizes.width, self._sizes.height)
        if fits and not self._met(key, box, beside, above):
            self.boxes[key] = box
            return True
        return False

    def _met(self, key: str, box: Box, beside: float, above: float) -> list[str]:
        others = self.boxes.items()
        return [name for name, it in others if name != key and box.meets(it, beside, above)]

    def _grow(self, term: Term) -> None:
        """Larger in its place, or beside it, or its small neighbours go, or it goes itself."""
        if term.key not in self.boxes:
            return
        before = self.boxes[term.key]
        box = self._sizes.box(term, before.x, before.y)
        size = self._sizes.of(term.count)
        if self._stands(term.key, box, GROWN_BESIDE * size, GROWN_ABOVE * size):
            return
        del self.boxes[term.key]
        beside = self._nearest(self._room(), term, before)
        if beside and abs(beside.x - box.x) + abs(beside.y - box.y) <= NUDGE * size:
            self.boxes[term.key] = beside
        elif not self._push_in(term, box):
            self._homeless.append(term)

    def _push_in(self, term: Term, box: Box) -> bool:
        if not box.within(self._sizes.width, self._sizes.height):
            return False
        size = self._sizes.of(term.count)
        apart = GROWN_BESIDE * size, GROWN_ABOVE * size
        counts = {other.key: other for other in self._terms}
        met = [counts[key] for key in self._met(term.key, box, *apart)]
        if len(met) > GIVE_WAY or any(other.count >= term.count for other in met):
            return False
        for other in met:
            del self.boxes[other.key]
        self._homeless.extend(met)
        self.boxes[term.key] = box
        return True

    def _settle(self) -> bool:
        room = self._room()
        for term in sorted(self._homeless, key=lambda term: -term.count):
            box = self._nearest(room, term, self._wish(term))
            if box is None and self._may_wait(term):
                continue
            if box is None:
                return False
            room.take(box)
            self.boxes[term.key] = box
        return True

    def _may_wait(self, term: Term) -> bool:
        """Whether a word is one of the rarest of so many that all need not shrink for it."""
        return len(self.boxes) >= ENOUGH and term.count == self._terms[-1].count

    def _wish(self, term: Term) -> Box:
        word = self._old.get(term.key)
        x, y = (word["x"], word["y"]) if word else (self._sizes.width / 2, self._sizes.height / 2)
        return Box(x, y, 0, 0)

    def _room(self) -> Room:
        return Room(self._sizes.width, self._sizes.height, self.boxes.values())

    def _nearest(self, room: Room, term: Term, wish: Box) -> Box | None:
        box = self._sizes.box(term)
        size = self._sizes.of(term.count)
        width, height = box.width + 2 * AIR_BESIDE * size, box.height + 2 * AIR_ABOVE * size
        place = room.nearest((wish.x, wish.y), width, height)
        return place and box._replace(x=place.x, y=place.y)
