"""How alike the contributions of one topic are, whatever else is said in the hall."""

from collections import Counter
from collections.abc import Callable

import numpy as np

from facilitation.language.similarity.features import WEIGHTS, read_units
from facilitation.language.similarity.scores import OF_UNITS, Text


def alike_among(texts: list[Text]) -> np.ndarray:
    """Return a symmetric table of likeness, 0 to 1, its diagonal 0."""
    readings = [read_units(*text) for text in texts]
    units = _cosine([reading.units for reading in readings], lambda unit: WEIGHTS[unit[0]])
    grams = _cosine([reading.grams for reading in readings], lambda gram: 1.0)
    table = OF_UNITS * units + (1 - OF_UNITS) * grams
    np.fill_diagonal(table, 0)
    return table


def unlikeness(table: np.ndarray) -> float:
    """Return how unlike things are, 0 to 1: 1 where no one has anything near it."""
    return 1 - float(np.sqrt(table.max(axis=1)).mean()) if len(table) > 1 else 0.0


def _cosine(sets: list[frozenset[str]], weight_of: Callable[[str], float]) -> np.ndarray:
    counts = Counter(feature for features in sets for feature in features)
    recurring = sorted(feature for feature, count in counts.items() if count > 1)
    has = np.array([[feature in features for feature in recurring] for features in sets], float)
    shared = (has * [weight_of(feature) for feature in recurring]) @ has.T
    lengths = np.sqrt([max(1e-9, sum(map(weight_of, sorted(one)))) for one in sets])
    return np.minimum(1, shared / lengths[:, None] / lengths)
