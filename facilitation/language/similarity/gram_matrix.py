"""How much each two topics share: sums of whole numbers, so that order and history leave no trace.

A feature (a unit, a piece of a word) weighs by its kind and by how few topics have it. Weights
follow the counts in steps: one more topic changes the weights of few features, and only these are
summed anew. What results is exactly what a sum from nothing gives.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain
from math import log

import numpy as np

SCALE = 64  # a weight of 1 as a whole number
PRIOR = 2  # topics that are taken to have every feature already
ROOM = 64  # rows that are added at once
ANEW = 24  # changed topics from which on everything is summed anew


def stepped(count: int) -> int:
    """Return a count in steps: exact up to 8, then to about an eighth."""
    low = max(0, count.bit_length() - 3)
    return count >> low << low


class Gram:
    """Shared weight of each two topics, by row numbers."""

    def __init__(self, weight_of: Callable[[str], float], power: float):
        self._weight_of, self._power = weight_of, power
        self._rows: dict[int, frozenset[str]] = {}
        self._having: dict[str, tuple[int, ...]] = {}
        self._size = 0
        self.shared = np.zeros((0, 0), np.int32)

    def change(self, rows: dict[int, frozenset[str] | None]) -> None:
        """Give rows their features; None empties a row."""
        before = self._rows
        self._make_room(max(rows, default=-1) + 1)
        after = {**before, **rows}
        after = {row: features for row, features in after.items() if features is not None}
        size = 1 << len(after).bit_length()
        if size != self._size or len(rows) > ANEW:
            self._rows, self._size = after, size
            self._sum_anew()
            return
        self._rows = after
        for row, features in rows.items():
            self._exchange(row, before.get(row, frozenset()), features or frozenset())

    def table(self, rows: np.ndarray) -> np.ndarray:
        """Return what the given rows share, in their order."""
        return self.shared[rows[:, None], rows].astype(np.float32)

    def weight(self, feature: str) -> int:
        """Return what a feature counts now."""
        count = stepped(len(self._having.get(feature, ())))
        rare = max(0.0, log((0.75 * self._size + 2 * PRIOR) / (count + PRIOR)))
        return max(1, round(SCALE * self._weight_of(feature) * rare ** (2 * self._power)))

    def shared_of(self, row: int, other: int) -> list[str]:
        """Return the features that two rows share, the weightiest first."""
        both = self._rows[row] & self._rows[other]
        return sorted(both, key=lambda feature: (-self.weight(feature), feature))

    def _make_room(self, rows: int) -> None:
        if rows > len(self.shared):
            room = max(rows, len(self.shared) + ROOM)
            grown = np.zeros((room, room), np.int32)
            grown[: len(self.shared), : len(self.shared)] = self.shared
            self.shared = grown

    def _sum_anew(self) -> None:
        gathered = defaultdict(list)
        for row, features in self._rows.items():
            for feature in features:
                gathered[feature].append(row)
        self._having = {feature: tuple(rows) for feature, rows in gathered.items()}
        self.shared[:] = 0
        for row, features in self._rows.items():
            if features:
                self.shared[row] = self._summed(features)

    def _summed(self, features: Iterable[str]) -> np.ndarray:
        """Return what one row shares with all."""
        lists = [self._having[feature] for feature in features]
        weights = [self.weight(feature) for feature in features]
        columns = np.fromiter(chain.from_iterable(lists), np.intp)
        spread = np.repeat(weights, [len(one) for one in lists])
        return np.bincount(columns, spread, len(self.shared)).astype(np.int32)

    def _exchange(self, row: int, old: frozenset[str], new: frozenset[str]) -> None:
        for feature in old ^ new:
            weight, having = self.weight(feature), self._having.get(feature, ())
            others = np.array([other for other in having if other != row], np.intp)
            if feature in old:
                self._add(others, row, -weight)
                now = tuple(other for other in having if other != row)
            else:
                now = (*having, row)
            if now:
                self._having[feature] = now
            else:
                del self._having[feature]
            difference = self.weight(feature) - weight
            if difference and len(others):
                self.shared[others[:, None], others] += difference
            if feature in new:
                self._add(others, row, weight + difference)

    def _add(self, others: np.ndarray, row: int, weight: int) -> None:
        """Add to what `row` shares with others and with itself."""
        self.shared[row, others] += weight
        self.shared[others, row] += weight
        self.shared[row, row] += weight
