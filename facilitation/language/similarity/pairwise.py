"""How similar the contributions of one topic are, whatever else is on the board."""

from collections import Counter
from collections.abc import Callable

import numpy as np

from facilitation.language.similarity.features import WEIGHTS, extract_features
from facilitation.language.similarity.scores import FEATURE_SHARE, Text


def pairwise_similarity(texts: list[Text]) -> np.ndarray:
    """Return a symmetric table of similarities, 0 to 1, its diagonal 0."""
    extracted = [extract_features(*text) for text in texts]
    features = _cosine([text.features for text in extracted], lambda feature: WEIGHTS[feature[0]])
    ngrams = _cosine([text.ngrams for text in extracted], lambda ngram: 1.0)
    table = FEATURE_SHARE * features + (1 - FEATURE_SHARE) * ngrams
    np.fill_diagonal(table, 0)
    return table


def dissimilarity(table: np.ndarray) -> float:
    """Return how dissimilar texts are, 0 to 1; 1 where no text has one that is similar."""
    return 1 - float(np.sqrt(table.max(axis=1)).mean()) if len(table) > 1 else 0.0


def _cosine(sets: list[frozenset[str]], weight_of: Callable[[str], float]) -> np.ndarray:
    counts = Counter(feature for features in sets for feature in features)
    recurring = sorted(feature for feature, count in counts.items() if count > 1)
    has = np.array([[feature in features for feature in recurring] for features in sets], float)
    shared = (has * [weight_of(feature) for feature in recurring]) @ has.T
    lengths = np.sqrt([max(1e-9, sum(map(weight_of, sorted(one)))) for one in sets])
    return np.minimum(1, shared / lengths[:, None] / lengths)
