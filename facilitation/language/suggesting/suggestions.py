"""What the sorting desk may suggest: never more than that, and always with its reasons.

`Desk.suggest` takes the board as plain data and gives plain data:

topics   [{"id", "title", "language"?, "contributions": [{"id", "text", "language"?}],
           "flags"?: n, "narrower"?: [text], "interest"?: n}]
seats    how many a table holds

→ [{"kind", "topics": [ids], "score", "reason", "parts"?}], the surest first. Kinds:

same      two topics that likely say the same        reason {"key", "words", "alike"}
together  two topics that would go together          the same
opposed   opposite demands on one subject: a warning reason {"key", "words", "alike", "against"}
broad     too broad: parts from narrower proposals   reason {"key", "why": [{"key", "gaps"}]}
mixed     contributions about different things       reason {"key", "words", "alike": []}

`words` are what both say, as people wrote it; `alike` pairs of different words for one matter;
`against` the word of each that turns it; `parts` [{"title", "contributions": [ids]}] as the act
`split` takes them.
"""

from typing import NamedTuple

import numpy as np

from facilitation.language.similarity.cohesion import alike_among, unlikeness
from facilitation.language.similarity.scores import Likeness, Topic
from facilitation.language.suggesting.breadth import breadth_of
from facilitation.language.suggesting.opposition import Contrary, contrary, may_oppose
from facilitation.language.suggesting.splits import FIRM, LEAST, part, title_of

SAME, TOGETHER, OPPOSED, BROAD = 0.5, 0.25, 0.18, 0.6
MOST_PARTNERS = 5  # suggestions a topic may be in as one of two
MOST_PAIRS = 400  # more than that nobody gets through
MOST_WORDS = 3
UNSURE = 0.6  # of the score where "kein" may be a wish or a complaint
SEATS = 8


class Pair(NamedTuple):
    a: str
    b: str
    score: float
    contrary: Contrary | None = None

    @property
    def kind(self) -> str:
        if self.contrary and self.contrary.certain:
            return "opposed"
        return "same" if self.score >= SAME else "together"


class Inside(NamedTuple):
    """What a topic's own contributions say, whatever else is on the board."""

    unlike: float
    clearness: float
    groups: list[list[int]]
    titles: list[str]


class Desk:
    """Follows one board. What did not change since the last call is not looked at again."""

    def __init__(self):
        self._likeness = Likeness()
        self._read: dict[str, tuple[tuple, Topic, Inside]] = {}

    def suggest(self, topics: list[dict], seats: int = SEATS) -> list[dict]:
        """Return the suggestions for a board; the order of `topics` makes no difference."""
        board = {topic["id"]: topic for topic in topics}
        self._read = {id: self._reading(id, topic) for id, topic in board.items()}
        self._likeness.follow({id: topic for id, (_, topic, _) in self._read.items()})
        ids, table = self._likeness.scores()
        found = [self._of_pair(pair) for pair in self.pairs(ids, table)]
        near = (table >= TOGETHER).sum(axis=1)
        for id, partners in zip(ids, near.tolist(), strict=True):
            found += self._of_one(board[id], partners, seats)
        return sorted(found, key=lambda one: (-one["score"], one["topics"], one["kind"]))

    def scores(self) -> tuple[list[str], np.ndarray]:
        """Return ids and the table of likeness of the board that was last suggested for."""
        return self._likeness.scores()

    def pairs(self, ids: list[str], table: np.ndarray, most: int = MOST_PARTNERS) -> list[Pair]:
        """Return the pairs worth a suggestion, the surest first, opposed ones among them."""
        rows, columns = np.nonzero(np.triu(table >= OPPOSED, 1))
        scores = np.round(table[rows, columns].astype(float), 4)
        held: dict[str, int] = {}
        found, count = [], 0
        for i in np.lexsort((columns, rows, -scores)):
            pair = self.judged(ids[rows[i]], ids[columns[i]], float(scores[i]))
            if pair.kind == "together" and pair.score < TOGETHER:
                continue
            if max(held.get(pair.a, 0), held.get(pair.b, 0)) >= most:
                continue
            for id in (pair.a, pair.b):
                held[id] = held.get(id, 0) + 1
            found.append(pair)
            count += 1
            if count >= MOST_PAIRS:
                break
        return sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b))

    def judged(self, a: str, b: str, score: float) -> Pair:
        """Return a pair with what it is contrary in, and a lower score where that is unsure."""
        first, second = (self._likeness.topics[id].stance for id in (a, b))
        if not may_oppose(first, second):
            return Pair(a, b, score)
        shared = self._likeness.shared(a, b)
        against = contrary(first, second, shared, self._likeness.weight)
        if against and not against.certain:
            score = round(score * UNSURE, 4)
        return Pair(a, b, score, against)

    def _reading(self, id: str, topic: dict) -> tuple[tuple, Topic, Inside]:
        title = (topic["title"], topic.get("language"))
        texts = tuple((said["text"], said.get("language")) for said in topic["contributions"])
        seen = self._read.get(id)
        if seen and seen[0] == (title, texts):
            return seen
        return (title, texts), Topic(title, texts), _inside(list(texts))

    def _of_pair(self, pair: Pair) -> dict:
        words, alike = self._shared_words(pair.a, pair.b)
        reason = {"key": f"suggest.{pair.kind}", "words": words, "alike": alike}
        if pair.kind == "opposed":
            reason["against"] = list(pair.contrary.by)
        return {
            "kind": pair.kind,
            "topics": [pair.a, pair.b],
            "score": pair.score,
            "reason": reason,
        }

    def _shared_words(self, a: str, b: str) -> tuple[list[str], list[list[str]]]:
        """Return the words both have, and pairs of words that name one matter."""
        words, alike, used = [], [], set()
        first, second = (self._likeness.topics[id] for id in (a, b))
        for unit in self._likeness.shared(a, b):
            if unit[0] == "b" or len(words) + len(alike) >= MOST_WORDS:
                continue
            pair = first.form_of(unit), second.form_of(unit)
            names = {form.casefold() for form in pair}
            if names & used:
                continue
            used |= names
            same = unit[0] not in "ca" or _one_word(*names) if len(names) > 1 else True
            (words.append(min(pair, key=len)) if same else alike.append(list(pair)))
        return words, alike

    def _of_one(self, topic: dict, partners: int, seats: int) -> list[dict]:
        _, _, inside = self._read[topic["id"]]
        found = []
        breadth = breadth_of(topic, unlike=inside.unlike, partners=partners, seats=seats)
        if breadth.score >= BROAD and breadth.reasons:
            why = [{"key": one.key, "gaps": one.gaps} for one in breadth.reasons]
            one = {"kind": "broad", "topics": [topic["id"]], "score": breadth.score}
            narrower = _narrower_parts(topic)
            found.append(
                {**one, "reason": {"key": "suggest.broad", "why": why}}
                | ({"parts": narrower} if narrower else {})
            )
        if inside.groups:
            parts = [
                {"title": title, "contributions": [topic["contributions"][i]["id"] for i in group]}
                for title, group in zip(inside.titles, inside.groups, strict=True)
            ]
            reason = {"key": "suggest.mixed", "words": inside.titles, "alike": []}
            score = round(min(1.0, 0.4 + inside.clearness), 4)
            one = {"kind": "mixed", "topics": [topic["id"]], "score": score, "reason": reason}
            found.append({**one, "parts": parts})
        return found


def _inside(texts: list[tuple[str, str | None]]) -> Inside:
    if len(texts) < LEAST:
        return Inside(0.0, 0.0, [], [])
    table = alike_among(texts)
    parting = part(table)
    firm = parting.clearness >= FIRM and all(len(group) >= 2 for group in parting.groups)
    groups = parting.groups if firm and len(parting.groups) > 1 else []
    said = [text for text, _ in texts]
    titles = [title_of([said[i] for i in g], table[np.ix_(g, g)]) for g in groups]
    return Inside(round(unlikeness(table), 4), parting.clearness, groups, titles)


def _one_word(form: str, other: str) -> bool:
    """Whether two forms are plainly of one word: "Beleuchtung" and "Beleuchtungen"."""
    return form[:5] == other[:5] and abs(len(form) - len(other)) <= 3


def _narrower_parts(topic: dict) -> list[dict]:
    """Return the participants' narrower proposals as parts, contributions with the likest one.

    A contribution that is like none of them stays with the first, so that none is lost; a person
    moves it before anything is split.
    """
    titles = [title for title in dict.fromkeys(topic.get("narrower") or ()) if title.strip()]
    if not titles:
        return []
    if len(titles) == 1:
        titles.append(topic["title"])
    said, language = topic["contributions"], topic.get("language")
    texts = [(title, language) for title in titles]
    texts += [(one["text"], one.get("language")) for one in said]
    table = alike_among(texts)[len(titles) :, : len(titles)]
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
    return _none_empty(parts)


def _none_empty(parts: list[dict]) -> list[dict]:
    """Let an empty part share a contribution of the fullest: an empty one cannot be split off."""
    fullest = max(parts, key=lambda part: len(part["contributions"]))["contributions"]
    for one in parts:
        one["contributions"] = one["contributions"] or fullest[:1]
    return parts
