"""Suggestions for the sorting desk, each with its reasons.

`Suggester.suggest` takes the board as plain data and gives plain data:

topics   [{"id", "title", "language"?, "contributions": [{"id", "text", "language"?}],
           "flags"?: n, "narrower"?: [text], "interest"?: n}]
seats    how many people a table holds

→ [{"kind", "topics": [ids], "score", "reason", "parts"?}], the highest score first. Kinds:

same      two topics that likely say the same        reason {"key", "words", "alike"}
together  two topics that would go together          the same
opposed   opposite demands on one subject: a warning reason {"key", "words", "alike", "against"}
broad     too broad: parts from narrower proposals   reason {"key", "why": [{"key", "gaps"}]}
mixed     contributions about different things       reason {"key", "words", "alike": []}

`words` are what both say, as people wrote it; `alike` pairs of different words for one concept;
`against` the word of each that turns it; `parts` [{"title", "contributions": [ids]}] as the act
`split` takes them.
"""

from typing import NamedTuple

import numpy as np

from facilitation.language.similarity.pairwise import dissimilarity, pairwise_similarity
from facilitation.language.similarity.scores import SimilarityScores, Topic
from facilitation.language.suggesting.breadth import breadth_of
from facilitation.language.suggesting.opposition import Opposition, find_opposition, may_oppose
from facilitation.language.suggesting.splits import MIN_CONTRIBUTIONS, is_firm, split, title_of

SAME, TOGETHER, OPPOSED, BROAD = 0.5, 0.25, 0.18, 0.6
MAX_PARTNERS = 5  # suggestions a topic may be in as one of two
MAX_PAIRS = 400  # more than that nobody gets through
MAX_WORDS = 3
UNCERTAIN_FACTOR = 0.6  # of the score where "kein" may be a wish or a complaint
SEATS = 8


class Pair(NamedTuple):
    a: str
    b: str
    score: float
    opposition: Opposition | None = None

    @property
    def kind(self) -> str:
        if self.opposition and self.opposition.certain:
            return "opposed"
        return "same" if self.score >= SAME else "together"


class InnerStructure(NamedTuple):
    """How a topic's contributions differ among themselves, and how they could be split."""

    dissimilarity: float
    separation: float
    groups: list[list[int]]
    titles: list[str]


class Suggester:
    """Suggestions for one board; what did not change since the last call is not computed again."""

    def __init__(self):
        self._scores = SimilarityScores()
        self._analysed: dict[str, tuple[tuple, Topic, InnerStructure]] = {}

    def suggest(self, topics: list[dict], seats: int = SEATS) -> list[dict]:
        """Return the suggestions for a board; the order of `topics` makes no difference."""
        board = {topic["id"]: topic for topic in topics}
        self._analysed = {id: self._analyse(id, topic) for id, topic in board.items()}
        self._scores.update({id: topic for id, (_, topic, _) in self._analysed.items()})
        ids, table = self._scores.table()
        found = [self._pair_suggestion(pair) for pair in self.pairs(ids, table)]
        near = (table >= TOGETHER).sum(axis=1)
        for id, partners in zip(ids, near.tolist(), strict=True):
            found += self._topic_suggestions(board[id], partners, seats)
        return sorted(found, key=lambda one: (-one["score"], one["topics"], one["kind"]))

    def scores(self) -> tuple[list[str], np.ndarray]:
        """Return ids and the table of similarities of the board of the last call of `suggest`."""
        return self._scores.table()

    def pairs(self, ids: list[str], table: np.ndarray, most: int = MAX_PARTNERS) -> list[Pair]:
        """Return the pairs worth a suggestion, the highest score first, opposed ones among them."""
        rows, columns = np.nonzero(np.triu(table >= OPPOSED, 1))
        scores = np.round(table[rows, columns].astype(float), 4)
        pairs_of: dict[str, int] = {}
        found, count = [], 0
        for i in np.lexsort((columns, rows, -scores)):
            pair = self.judge(ids[rows[i]], ids[columns[i]], float(scores[i]))
            if pair.kind == "together" and pair.score < TOGETHER:
                continue
            if max(pairs_of.get(pair.a, 0), pairs_of.get(pair.b, 0)) >= most:
                continue
            for id in (pair.a, pair.b):
                pairs_of[id] = pairs_of.get(id, 0) + 1
            found.append(pair)
            count += 1
            if count >= MAX_PAIRS:
                break
        return sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b))

    def judge(self, a: str, b: str, score: float) -> Pair:
        """Return a pair with its opposition, and a lower score where that is uncertain."""
        first, second = (self._scores.topics[id].stance for id in (a, b))
        if not may_oppose(first, second):
            return Pair(a, b, score)
        shared = self._scores.shared(a, b)
        opposition = find_opposition(first, second, shared, self._scores.weight)
        if opposition and not opposition.certain:
            score = round(score * UNCERTAIN_FACTOR, 4)
        return Pair(a, b, score, opposition)

    def _analyse(self, id: str, topic: dict) -> tuple[tuple, Topic, InnerStructure]:
        title = (topic["title"], topic.get("language"))
        texts = tuple((said["text"], said.get("language")) for said in topic["contributions"])
        seen = self._analysed.get(id)
        if seen and seen[0] == (title, texts):
            return seen
        return (title, texts), Topic(title, texts), _inner_structure(list(texts))

    def _pair_suggestion(self, pair: Pair) -> dict:
        words, alike = self._shared_words(pair.a, pair.b)
        reason = {"key": f"suggest.{pair.kind}", "words": words, "alike": alike}
        if pair.kind == "opposed":
            reason["against"] = list(pair.opposition.by)
        return {
            "kind": pair.kind,
            "topics": [pair.a, pair.b],
            "score": pair.score,
            "reason": reason,
        }

    def _shared_words(self, a: str, b: str) -> tuple[list[str], list[list[str]]]:
        """Return the words both have, and pairs of words that name one concept."""
        words, alike, used = [], [], set()
        first, second = (self._scores.topics[id] for id in (a, b))
        for feature in self._scores.shared(a, b):
            if feature[0] == "b" or len(words) + len(alike) >= MAX_WORDS:
                continue
            pair = first.form_of(feature), second.form_of(feature)
            names = {form.casefold() for form in pair}
            if names & used:
                continue
            used |= names
            same = feature[0] not in "ca" or _is_same_word(*names) if len(names) > 1 else True
            (words.append(min(pair, key=len)) if same else alike.append(list(pair)))
        return words, alike

    def _topic_suggestions(self, topic: dict, partners: int, seats: int) -> list[dict]:
        _, _, inner = self._analysed[topic["id"]]
        found = []
        breadth = breadth_of(
            topic, dissimilarity=inner.dissimilarity, partners=partners, seats=seats
        )
        if breadth.score >= BROAD and breadth.reasons:
            why = [{"key": one.key, "gaps": one.gaps} for one in breadth.reasons]
            one = {"kind": "broad", "topics": [topic["id"]], "score": breadth.score}
            narrower = _narrower_parts(topic)
            found.append(
                {**one, "reason": {"key": "suggest.broad", "why": why}}
                | ({"parts": narrower} if narrower else {})
            )
        if inner.groups:
            parts = [
                {"title": title, "contributions": [topic["contributions"][i]["id"] for i in group]}
                for title, group in zip(inner.titles, inner.groups, strict=True)
            ]
            reason = {"key": "suggest.mixed", "words": inner.titles, "alike": []}
            score = round(min(1.0, 0.4 + inner.separation), 4)
            one = {"kind": "mixed", "topics": [topic["id"]], "score": score, "reason": reason}
            found.append({**one, "parts": parts})
        return found


def _inner_structure(texts: list[tuple[str, str | None]]) -> InnerStructure:
    if len(texts) < MIN_CONTRIBUTIONS:
        return InnerStructure(0.0, 0.0, [], [])
    table = pairwise_similarity(texts)
    partition = split(table)
    groups = partition.groups if is_firm(partition) and len(partition.groups) > 1 else []
    said = [text for text, _ in texts]
    titles = [title_of([said[i] for i in g], table[np.ix_(g, g)]) for g in groups]
    return InnerStructure(round(dissimilarity(table), 4), partition.separation, groups, titles)


def _is_same_word(form: str, other: str) -> bool:
    """Whether two forms are plainly of one word: "Beleuchtung" and "Beleuchtungen"."""
    return form[:5] == other[:5] and abs(len(form) - len(other)) <= 3


def _narrower_parts(topic: dict) -> list[dict]:
    """Return the participants' narrower proposals as parts, each contribution in the most similar.

    A contribution that is similar to none goes to the rest of the topic, or else to the first part;
    a facilitator can move it before anything is split.
    """
    titles = [title for title in dict.fromkeys(topic.get("narrower") or ()) if title.strip()]
    if not titles:
        return []
    if len(titles) == 1:
        titles.append(topic["title"])
    said, language = topic["contributions"], topic.get("language")
    texts = [(title, language) for title in titles]
    texts += [(one["text"], one.get("language")) for one in said]
    table = pairwise_similarity(texts)[len(titles) :, : len(titles)]
    rest = len(titles) - 1 if titles[-1] == topic["title"] else 0
    chosen = [int(row.argmax()) if row.max() > 0 else rest for row in table]
    parts = [
        {
            "title": title,
            "contributions": [s["id"] for s, c in zip(said, chosen, strict=True) if c == i],
        }
        for i, title in enumerate(titles)
    ]
    if len(said) < len(parts):
        for one in parts:
            one["contributions"] = one["contributions"] or [said[0]["id"]] if said else []
        return parts
    return _without_empty_parts(parts)


def _without_empty_parts(parts: list[dict]) -> list[dict]:
    """Give an empty part a contribution of the fullest as well: no part of a split is empty."""
    fullest = max(parts, key=lambda part: len(part["contributions"]))["contributions"]
    for one in parts:
        one["contributions"] = one["contributions"] or fullest[:1]
    return parts
