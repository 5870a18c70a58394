"""How alike each two topics are, 0 to 1, kept in step with a board that changes."""

import re
from collections import Counter
from collections.abc import Iterable
from math import ceil

import numpy as np

from facilitation.language.similarity.features import WEIGHTS, read_units
from facilitation.language.similarity.gram_matrix import SCALE, Gram
from facilitation.language.suggesting.opposition import joined, stance_of

OF_UNITS = 0.75  # the rest is what the pieces of words say, which forgive misspelling
OF_UNKNOWN = 0.25  # likewise, of texts whose words no list of matters has
UNIT_POWER, GRAM_POWER = 0.9, 1.0
LITTLE = 1.25  # rarest roots that count half: one common word alone is weak evidence
SURE = 0.3  # of a score that needs no further evidence
TOLD = 0.6  # of the score where one of the two only tells of oneself or leans on something said
BOTH_TELL = 0.8
AGREE = 0.35  # more where both want the same thing to go the same way
TELLS = re.compile(
    r"^\W*(?:[^:]{0,40}:\s*)?(?:ich|mein|meine|i|my|je|mon|ma)\b|"
    r"^\W*(?:aber|jedoch|ebenso|dann|wenn|soweit|sondern|und|oder|nur|but|and|or|also)\b",
    re.IGNORECASE,
)
WISHES = re.compile(
    r"\b(?:möchte|wünsche?|will|wollen|fordere|hätte|würde|brauche|finde|sollte?n?|muss|müssen|"
    r"stimme|bin für|bin gegen|want|wish|need|would|should|veux|voudrais)\b|!",
    re.IGNORECASE,
)
Text = tuple[str, str | None]


class Topic:
    """A topic as it is compared: what its title and its contributions say together."""

    def __init__(self, title: Text, texts: Iterable[Text]):
        texts = [text for text in dict.fromkeys(texts) if text != title]
        if texts and title[0] and texts[0][0].startswith(title[0]):
            title = texts.pop(0)  # a title that is only the beginning of the first contribution
        readings = [read_units(*text) for text in texts]
        own = read_units(*title)
        self.texts: tuple[Text, ...] = (title, *texts)
        self.units, self.grams = own.units, own.grams
        if readings:
            self.units |= _common(reading.units for reading in readings)
            self.grams |= _common(reading.grams for reading in readings)
        self.stance = joined(stance_of(*text) for text in self.texts)
        self.ways = frozenset(
            f"{unit}{'+' if way > 0 else '-'}" for unit, way in self.stance.ways.items()
        )
        named = sum(WEIGHTS[unit[0]] for unit in sorted(self.units) if unit[0] in "ca")
        self.known = named / (sum(WEIGHTS[unit[0]] for unit in sorted(self.units)) or 1)
        self.tells = tells(title[0]) and all(tells(text) for text, _ in texts)

    def form_of(self, unit: str) -> str:
        """Return the word that somebody wrote for a unit, the title's first."""
        for text in self.texts:
            if form := read_units(*text).forms.get(unit):
                return form
        return unit[1:]


def tells(text: str) -> bool:
    """Whether a text tells of oneself, or adds to something said, rather than asks for anything."""
    return bool(TELLS.search(text)) and not WISHES.search(text)


def _common(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return what a quarter of the contributions have: all where there are up to four."""
    sets = list(sets)
    counts = Counter(feature for features in sets for feature in features)
    least = ceil(len(sets) / 4)
    return frozenset(feature for feature, count in counts.items() if count >= least)


class Likeness:
    """The scores of all pairs of a board's topics."""

    def __init__(self):
        self._units = Gram(lambda unit: WEIGHTS[unit[0]], UNIT_POWER)
        self._ways = Gram(lambda way: WEIGHTS[way[0]], UNIT_POWER)
        self._grams = Gram(lambda gram: 1.0, GRAM_POWER)
        self._row: dict[str, int] = {}
        self._free: list[int] = []
        self.topics: dict[str, Topic] = {}

    def follow(self, topics: dict[str, Topic]) -> None:
        """Take the board as it is now; what did not change costs nothing."""
        gone = [id for id in self.topics if id not in topics]
        changed = [id for id, topic in topics.items() if self.topics.get(id) is not topic]
        rows: dict[int, Topic | None] = {}
        for id in gone:
            rows[row := self._row.pop(id)] = None
            self._free.append(row)
        for id in changed:
            if id not in self._row:
                self._row[id] = self._free.pop() if self._free else len(self._row)
            rows[self._row[id]] = topics[id]
        self.topics = dict(topics)
        if rows:
            self._units.change({r: topic and topic.units for r, topic in rows.items()})
            self._ways.change({r: topic and topic.ways for r, topic in rows.items()})
            self._grams.change({r: topic and topic.grams for r, topic in rows.items()})

    def scores(self) -> tuple[list[str], np.ndarray]:
        """Return the ids in order and a symmetric table of scores, its diagonal 0."""
        ids = sorted(self.topics)
        order = np.array([self._row[id] for id in ids], np.intp)
        units = self._units.table(order)
        known = np.array([self.topics[id].known for id in ids], np.float32)
        of_units = OF_UNKNOWN + (OF_UNITS - OF_UNKNOWN) * np.minimum(known[:, None], known)
        table = _cosine(units) * of_units
        table += _cosine(self._grams.table(order)) * (1 - of_units)
        table *= SURE + (1 - SURE) * (units / (units + LITTLE * self._units.weight("r")))
        table *= 1 + AGREE * np.minimum(1, self._ways.table(order) / (units + 1))
        tells = np.array([self.topics[id].tells for id in ids], bool)
        if tells.any():
            table[tells] *= np.where(tells, BOTH_TELL, TOLD).astype(np.float32)
            table[np.ix_(~tells, tells)] *= TOLD
        np.minimum(table, 1, out=table)
        np.fill_diagonal(table, 0)
        return ids, table

    def shared(self, a: str, b: str) -> list[str]:
        """Return the units that two topics share, the weightiest first."""
        return self._units.shared_of(self._row[a], self._row[b])

    def weight(self, unit: str) -> float:
        return self._units.weight(unit) / SCALE


def _cosine(shared: np.ndarray) -> np.ndarray:
    lengths = np.sqrt(np.maximum(np.diagonal(shared), 1))
    return shared / (lengths[:, None] * lengths)
