"""How much each two topics share: the summed weight of the features that both have.

A feature weighs by its kind and by how few topics have it. Weights follow the counts in steps, so
that one more topic changes the weights of few features, and only these are summed again. Sums are
of integers, so that the result does not depend on order, and equals that of a full rebuild.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain
from math import log

import numpy as np

SCALE = 64  # a weight of 1 as an integer
PRIOR_COUNT = 2  # topics that are assumed to have every feature
ADDED_ROWS = 64  # rows that are added at once
REBUILD_FROM = 24  # changed topics; from here on a full rebuild is quicker


def quantised(count: int) -> int:
    """Round a count down: exact up to 8, then to about an eighth."""
    low = max(0, count.bit_length() - 3)
    return count >> low << low


class OverlapMatrix:
    """The shared weight of each two topics, by row numbers."""

    def __init__(self, weight_of: Callable[[str], float], power: float):
        self._weight_of, self._power = weight_of, power
        self._rows: dict[int, frozenset[str]] = {}
        self._rows_with: dict[str, tuple[int, ...]] = {}
        self._size = 0
        self.shared = np.zeros((0, 0), np.int32)

    def update(self, rows: dict[int, frozenset[str] | None]) -> None:
        """Replace the features of rows; None empties a row."""
        before = self._rows
        self._ensure_capacity(max(rows, default=-1) + 1)
        after = {**before, **rows}
        after = {row: features for row, features in after.items() if features is not None}
        size = 1 << len(after).bit_length()
        if size != self._size or len(rows) > REBUILD_FROM:
            self._rows, self._size = after, size
            self._rebuild()
            return
        self._rows = after
        for row, features in rows.items():
            self._replace_row(row, before.get(row, frozenset()), features or frozenset())

    def submatrix(self, rows: np.ndarray) -> np.ndarray:
        """Return what the given rows share with each other, in their order."""
        return self.shared[rows[:, None], rows].astype(np.float32)

    def weight(self, feature: str) -> int:
        """Return what a feature counts now."""
        count = quantised(len(self._rows_with.get(feature, ())))
        rare = max(0.0, log((0.75 * self._size + 2 * PRIOR_COUNT) / (count + PRIOR_COUNT)))
        return max(1, round(SCALE * self._weight_of(feature) * rare ** (2 * self._power)))

    def shared_features(self, row: int, other: int) -> list[str]:
        """Return the features that two rows share, those of most weight first."""
        both = self._rows[row] & self._rows[other]
        return sorted(both, key=lambda feature: (-self.weight(feature), feature))

    def _ensure_capacity(self, rows: int) -> None:
        if rows > len(self.shared):
            capacity = max(rows, len(self.shared) + ADDED_ROWS)
            grown = np.zeros((capacity, capacity), np.int32)
            grown[: len(self.shared), : len(self.shared)] = self.shared
            self.shared = grown

    def _rebuild(self) -> None:
        gathered = defaultdict(list)
        for row, features in self._rows.items():
            for feature in features:
                gathered[feature].append(row)
        self._rows_with = {feature: tuple(rows) for feature, rows in gathered.items()}
        self.shared[:] = 0
        for row, features in self._rows.items():
            if features:
                self.shared[row] = self._row_sums(features)

    def _row_sums(self, features: Iterable[str]) -> np.ndarray:
        """Return what one row shares with each."""
        lists = [self._rows_with[feature] for feature in features]
        weights = [self.weight(feature) for feature in features]
        columns = np.fromiter(chain.from_iterable(lists), np.intp)
        spread = np.repeat(weights, [len(one) for one in lists])
        return np.bincount(columns, spread, len(self.shared)).astype(np.int32)

    def _replace_row(self, row: int, old: frozenset[str], new: frozenset[str]) -> None:
        for feature in old ^ new:
            weight, rows_with = self.weight(feature), self._rows_with.get(feature, ())
            others = np.array([other for other in rows_with if other != row], np.intp)
            if feature in old:
                self._add(others, row, -weight)
                now = tuple(other for other in rows_with if other != row)
            else:
                now = (*rows_with, row)
            if now:
                self._rows_with[feature] = now
            else:
                del self._rows_with[feature]
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
