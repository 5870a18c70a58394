"""How broad a topic is: 0 for something that a group can work on, 1 for the name of a field.

Reasons are wording keys with their gaps; the screens make one gentle sentence of them.
"""

from functools import cache, lru_cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from facilitation.language.similarity.features import features_of
from facilitation.language.suggesting.opposition import role_of
from facilitation.language.words.analysis import Word, analyse_text
from facilitation.language.words.compounds import split_compound
from facilitation.language.words.detection import language_of, stopwords
from facilitation.language.words.lemmas import german_lemma, key_of

LISTS = Path(__file__).parent / "breadth_words"
# Weights of a logistic regression on five people's judgements of short proposals, rounded: the
# longer a text the less broad, and a word that fits every demand makes it broader.
BASE, LETTER, WORD = 2.5, -0.02, -0.9
BY_WORDS = 0.75  # the highest breadth by the words alone
CLEARLY = 0.55  # by the words alone
BY_FLAG = 0.7  # each participant's flag multiplies the doubt by this
MANY, DISSIMILAR = 4, 0.6  # contributions, and how dissimilar they are
MANY_PARTNERS = 5
ADDS = {"field": 0.8, "vague": 1.0, "name": -0.3, "number": -1.2}


class Reason(NamedTuple):
    """A wording key and what its gaps are filled with."""

    key: str
    gaps: dict[str, str | int]


class Breadth(NamedTuple):
    score: float
    reasons: list[Reason]


@lru_cache(maxsize=8_000)
def text_breadth(text: str, screen_language: str | None) -> float:
    """Return how broad a text is by its words alone, 0 to 1."""
    language = language_of(text, screen_language)
    words = [word for segment in analyse_text(text, screen_language) for word in segment]
    if not words:
        return 0.5
    kinds = [kind_of(word, language) for word in words]
    if field_only(kinds):
        return 1 - 0.02 * min(5, len(kinds))
    adds = sum(ADDS.get(kind, 0.0) for kind in kinds)
    total = BASE + adds + LETTER * len(text) + WORD * len(words) ** 0.5
    return 0.9 / (1 + exp(-total))


def breadth_of(topic: dict, *, dissimilarity: float, partners: int, seats: int) -> Breadth:
    """Return how broad a topic of the board is, and why.

    `topic` is as suggestions.py takes it; `dissimilarity` is that of its contributions;
    `partners` how many other topics are similar to it; `seats` how many a table holds.
    """
    by_words = text_breadth(topic["title"], topic.get("language"))
    reasons, doubt = [], 1.0 - BY_WORDS * by_words
    if by_words >= CLEARLY:
        field = by_words > 0.9
        key = "breadth.names_a_field" if field else "breadth.few_words"
        reasons.append(Reason(key, {"title": topic["title"]}))
    flags = topic.get("flags", 0)
    if flags:
        doubt *= BY_FLAG ** min(flags, 4)
        reasons.append(Reason("breadth.flagged", {"count": flags}))
    said = len(topic.get("contributions", ()))
    if said >= MANY and dissimilarity >= DISSIMILAR:
        doubt *= 1 - 0.5 * dissimilarity
        reasons.append(Reason("breadth.many_things", {"count": said}))
    interest = topic.get("interest", 0)
    if interest > seats:
        doubt *= max(0.4, seats / interest)
        reasons.append(Reason("breadth.crowded", {"count": interest, "seats": seats}))
    if partners >= MANY_PARTNERS and by_words >= 0.3:
        doubt *= 0.8
        reasons.append(Reason("breadth.touches_many", {"count": partners}))
    return Breadth(round(1 - doubt, 3), reasons)


def field_only(kinds: list[str]) -> bool:
    """Whether a text is made of names of fields and nothing else that could be done."""
    return "field" in kinds and all(kind in ("field", "small") for kind in kinds)


def kind_of(word: Word, language: str) -> str:
    """Return what a word adds: "field", "vague", "abstract", "thing", "doing", "name", …"""
    if word.is_number:
        return "number"
    if word.is_unspaced:
        return "thing"
    lists = _lists(language)
    names = {word.form.casefold(), word.key}
    if role_of(word, language) == "place":
        return "where"
    if language == "de" and word.is_noun and _names_a_field(word, lists):
        return "field"
    if names & lists["field"] and (language != "de" or word.is_noun):
        return "field"
    if names & lists["vague"]:
        return "vague"
    if word.key in stopwords(language) or word.form.lower() in stopwords(language):
        return "small"
    if any(feature[0] == "e" for feature in features_of(word, language)):
        return "name"
    if word.form.casefold().endswith(lists["abstract"]):
        return "abstract"
    return "thing" if word.is_noun or language != "de" else "doing"


def _names_a_field(word: Word, lists: dict) -> bool:
    """Whether a compound ends in what a department is called by: Abfallwirtschaft."""
    known = german_lemma(word.form)
    parts = split_compound(word.key if known else word.form.casefold())
    if len(parts) < 2:
        return False
    return parts[-1] in lists["head"] or all(part in lists["field"] for part in parts)


@cache
def _lists(language: str) -> dict:
    path = LISTS / f"{language}.txt"
    found = {"field": set(), "head": set(), "vague": set(), "abstract": ()}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith("#") or not line.strip():
            continue
        name, _, words = line.partition(":")
        if name == "abstract":
            found[name] = tuple(words.split())
        else:
            found[name] = {
                form for w in words.split() for form in (w.casefold(), key_of(w, language))
            }
    return found
