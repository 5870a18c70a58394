"""Every word a place: the old one if it can be, else the nearest free one."""

from collections.abc import Mapping, Sequence

from facilitation.cloud_room import Box, Room
from facilitation.cloud_sizes import Sizes, box_of
from facilitation.language.terms import Term

AIR = 0.11  # of the font size, around a word when it gets a place
NEAREST = 2.5  # pixels between words that grew towards each other
TOUCHING = 0.4
NUDGE = 0.6  # of its font size: so far a word that grew gives way before others have to
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
            grown = now.width > before.width + TOUCHING or now.height > before.height + TOUCHING
            if not self._stands(term.key, before if grown else now, TOUCHING):
                self._homeless.append(term)
            elif grown:
                self._grown.append(term)

    def _stands(self, key: str, box: Box, gap: float) -> bool:
        free = box.within(self._sizes.width, self._sizes.height) and not self._met(key, box, gap)
        if free:
            self.boxes[key] = box
        return free

    def _met(self, key: str, box: Box, gap: float) -> list[str]:
        return [k for k, other in self.boxes.items() if k != key and box.meets(other, gap)]

    def _grow(self, term: Term) -> None:
        """Larger in its place, or beside it, or its small neighbours go, or it goes itself."""
        if term.key not in self.boxes:
            return
        before = self.boxes[term.key]
        box = self._sizes.box(term, before.x, before.y)
        if self._stands(term.key, box, NEAREST):
            return
        del self.boxes[term.key]
        beside = self._nearest(self._room(), term, before)
        size = self._sizes.of(term.count)
        if beside and abs(beside.x - box.x) + abs(beside.y - box.y) <= NUDGE * size:
            self.boxes[term.key] = beside
        elif not self._push_in(term, box):
            self._homeless.append(term)

    def _push_in(self, term: Term, box: Box) -> bool:
        if not box.within(self._sizes.width, self._sizes.height):
            return False
        counts = {other.key: other for other in self._terms}
        met = [counts[key] for key in self._met(term.key, box, NEAREST)]
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
            if box is None:
                return False
            room.take(box)
            self.boxes[term.key] = box
        return True

    def _wish(self, term: Term) -> Box:
        word = self._old.get(term.key)
        x, y = (word["x"], word["y"]) if word else (self._sizes.width / 2, self._sizes.height / 2)
        return Box(x, y, 0, 0)

    def _room(self) -> Room:
        return Room(self._sizes.width, self._sizes.height, self.boxes.values())

    def _nearest(self, room: Room, term: Term, wish: Box) -> Box | None:
        box = self._sizes.box(term)
        around = 2 * AIR * self._sizes.of(term.count)
        place = room.nearest((wish.x, wish.y), box.width + around, box.height + around)
        return place and box._replace(x=place.x, y=place.y)
