"""How similar each two topics are, 0 to 1, updated as the board changes."""

import re
from collections import Counter
from collections.abc import Iterable
from math import ceil

import numpy as np

from facilitation.language.similarity.features import WEIGHTS, extract_features
from facilitation.language.similarity.overlap_matrix import SCALE, OverlapMatrix
from facilitation.language.suggesting.opposition import combine_stances, stance_of

FEATURE_SHARE = 0.75  # the rest is that of the character n-grams, which forgive misspelling
FEATURE_SHARE_WITHOUT_CONCEPTS = 0.25  # likewise, of texts whose words are in no list of concepts
FEATURE_POWER, NGRAM_POWER = 0.9, 1.0
HALF_EVIDENCE = 1.25  # so many of the rarest roots count half: one common word is weak evidence
BASE_SHARE = 0.3  # of a score, whatever the evidence
REMARK_FACTOR = 0.6  # where one of the two is a remark; see is_remark()
BOTH_REMARKS_FACTOR = 0.8
AGREEMENT_BONUS = 0.35  # where both want the same thing to change in the same direction
REMARK = re.compile(
    r"^\W*(?:[^:]{0,40}:\s*)?(?:ich|mein|meine|i|my|je|mon|ma)\b|"
    r"^\W*(?:aber|jedoch|ebenso|dann|wenn|soweit|sondern|und|oder|nur|but|and|or|also)\b",
    re.IGNORECASE,
)
WISH = re.compile(
    r"\b(?:möchte|wünsche?|will|wollen|fordere|hätte|würde|brauche|finde|sollte?n?|muss|müssen|"
    r"stimme|bin für|bin gegen|want|wish|need|would|should|veux|voudrais)\b|!",
    re.IGNORECASE,
)
Text = tuple[str, str | None]


class Topic:
    """A topic as it is compared: the features of its title and its contributions together."""

    def __init__(self, title: Text, texts: Iterable[Text]):
        texts = [text for text in dict.fromkeys(texts) if text != title]
        if texts and title[0] and texts[0][0].startswith(title[0]):
            title = texts.pop(0)  # a title that is only the beginning of the first contribution
        extracted = [extract_features(*text) for text in texts]
        own = extract_features(*title)
        self.texts: tuple[Text, ...] = (title, *texts)
        self.features, self.ngrams = own.features, own.ngrams
        if extracted:
            self.features |= _common(text.features for text in extracted)
            self.ngrams |= _common(text.ngrams for text in extracted)
        self.stance = combine_stances(stance_of(*text) for text in self.texts)
        self.directions = frozenset(
            f"{feature}{'+' if direction > 0 else '-'}"
            for feature, direction in self.stance.directions.items()
        )
        named = sum(WEIGHTS[feature[0]] for feature in sorted(self.features) if feature[0] in "ca")
        self.known = named / (sum(WEIGHTS[feature[0]] for feature in sorted(self.features)) or 1)
        self.is_remark = is_remark(title[0]) and all(is_remark(text) for text, _ in texts)

    def form_of(self, feature: str) -> str:
        """Return a feature as somebody wrote it, as in the title if it is there."""
        for text in self.texts:
            if form := extract_features(*text).forms.get(feature):
                return form
        return feature[1:]


def is_remark(text: str) -> bool:
    """Whether a text speaks of its author or continues another, and asks for nothing."""
    return bool(REMARK.search(text)) and not WISH.search(text)


def _common(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return the features that a quarter of the texts have: all, where there are up to four."""
    sets = list(sets)
    counts = Counter(feature for features in sets for feature in features)
    least = ceil(len(sets) / 4)
    return frozenset(feature for feature, count in counts.items() if count >= least)


class SimilarityScores:
    """The scores of all pairs of a board's topics."""

    def __init__(self):
        self._features = OverlapMatrix(lambda feature: WEIGHTS[feature[0]], FEATURE_POWER)
        self._directions = OverlapMatrix(lambda direction: WEIGHTS[direction[0]], FEATURE_POWER)
        self._ngrams = OverlapMatrix(lambda ngram: 1.0, NGRAM_POWER)
        self._row_by_id: dict[str, int] = {}
        self._free_rows: list[int] = []
        self.topics: dict[str, Topic] = {}

    def update(self, topics: dict[str, Topic]) -> None:
        """Take the topics as they are now; unchanged ones cost nothing."""
        gone = [id for id in self.topics if id not in topics]
        changed = [id for id, topic in topics.items() if self.topics.get(id) is not topic]
        rows: dict[int, Topic | None] = {}
        for id in gone:
            rows[row := self._row_by_id.pop(id)] = None
            self._free_rows.append(row)
        for id in changed:
            rows[self._row_of(id)] = topics[id]
        self.topics = dict(topics)
        if rows:
            self._features.update({r: topic and topic.features for r, topic in rows.items()})
            self._directions.update({r: topic and topic.directions for r, topic in rows.items()})
            self._ngrams.update({r: topic and topic.ngrams for r, topic in rows.items()})

    def table(self) -> tuple[list[str], np.ndarray]:
        """Return the ids in order and a symmetric table of scores, its diagonal 0."""
        ids = sorted(self.topics)
        order = np.array([self._row_by_id[id] for id in ids], np.intp)
        features = self._features.submatrix(order)
        feature_share = self._feature_share(ids)
        table = _cosine(features) * feature_share
        table += _cosine(self._ngrams.submatrix(order)) * (1 - feature_share)
        evidence = features / (features + HALF_EVIDENCE * self._features.weight("r"))
        table *= BASE_SHARE + (1 - BASE_SHARE) * evidence
        agreement = np.minimum(1, self._directions.submatrix(order) / (features + 1))
        table *= 1 + AGREEMENT_BONUS * agreement
        remarks = np.array([self.topics[id].is_remark for id in ids], bool)
        if remarks.any():
            factors = np.where(remarks, BOTH_REMARKS_FACTOR, REMARK_FACTOR)
            table[remarks] *= factors.astype(np.float32)
            table[np.ix_(~remarks, remarks)] *= REMARK_FACTOR
        np.minimum(table, 1, out=table)
        np.fill_diagonal(table, 0)
        return ids, table

    def shared(self, a: str, b: str) -> list[str]:
        """Return the features that two topics share, those of most weight first."""
        return self._features.shared_features(self._row_by_id[a], self._row_by_id[b])

    def weight(self, feature: str) -> float:
        return self._features.weight(feature) / SCALE

    def _row_of(self, id: str) -> int:
        """Return the row of a topic, a free one if it is new."""
        if id not in self._row_by_id:
            number = self._free_rows.pop() if self._free_rows else len(self._row_by_id)
            self._row_by_id[id] = number
        return self._row_by_id[id]

    def _feature_share(self, ids: list[str]) -> np.ndarray:
        """Return how much features count in each score: the more, the more words are in a list."""
        known = np.array([self.topics[id].known for id in ids], np.float32)
        more = FEATURE_SHARE - FEATURE_SHARE_WITHOUT_CONCEPTS
        return FEATURE_SHARE_WITHOUT_CONCEPTS + more * np.minimum(known[:, None], known)


def _cosine(shared: np.ndarray) -> np.ndarray:
    lengths = np.sqrt(np.maximum(np.diagonal(shared), 1))
    return shared / (lengths[:, None] * lengths)
