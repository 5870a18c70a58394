"""How broad a topic is: 0 for something that a table can take up, 1 for the name of a field.

Nobody is told that their topic is bad: what is found here becomes one gentle sentence, with its
reasons as wording keys and their gaps, and with narrower proposals where there are some.
"""

from functools import cache, lru_cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from facilitation.language.similarity.features import units_of
from facilitation.language.suggesting.opposition import role_of
from facilitation.language.words.compounds import parts_of
from facilitation.language.words.counting import Word, read_text
from facilitation.language.words.detection import language_of, stopwords
from facilitation.language.words.lemmas import german_lemma, key_of

LISTS = Path(__file__).parent / "breadth_words"
# What a text adds to how broad it is, found on five people's judgements of short proposals and
# rounded: length makes tangible, a word that fits every demand does the opposite.
BASE, LETTER, WORD = 2.5, -0.02, -0.9
BY_WORDS = 0.75  # of the whole that words alone can say
CLEARLY = 0.55  # by the words alone
BY_FLAG = 0.7  # what each participant's flag leaves of the doubt
MANY, UNLIKE = 4, 0.6  # contributions, and how unlike they are
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
def broad_text(text: str, screen: str | None) -> float:
    """Return how broad a text is by its words alone, 0 to 1."""
    language = language_of(text, screen)
    words = [word for segment in read_text(text, screen) for word in segment]
    if not words:
        return 0.5
    kinds = [kind_of(word, language) for word in words]
    if field_only(kinds):
        return 1 - 0.02 * min(5, len(kinds))
    adds = sum(ADDS.get(kind, 0.0) for kind in kinds)
    said = BASE + adds + LETTER * len(text) + WORD * len(words) ** 0.5
    return 0.9 / (1 + exp(-(said)))


def breadth_of(topic: dict, *, unlike: float, partners: int, seats: int) -> Breadth:
    """Return how broad a topic of the board is, and why.

    `topic` is as suggestions.py takes it; `unlike` how unlike its contributions are, 0 to 1;
    `partners` how many other topics are somewhat like it; `seats` how many a table holds.
    """
    by_words = broad_text(topic["title"], topic.get("language"))
    reasons, calm = [], 1.0 - BY_WORDS * by_words
    if by_words >= CLEARLY:
        field = by_words > 0.9
        key = "breadth.names_a_field" if field else "breadth.few_words"
        reasons.append(Reason(key, {"title": topic["title"]}))
    flags = topic.get("flags", 0)
    if flags:
        calm *= BY_FLAG ** min(flags, 4)
        reasons.append(Reason("breadth.flagged", {"count": flags}))
    said = len(topic.get("contributions", ()))
    if said >= MANY and unlike >= UNLIKE:
        calm *= 1 - 0.5 * unlike
        reasons.append(Reason("breadth.many_things", {"count": said}))
    interest = topic.get("interest", 0)
    if interest > seats:
        calm *= max(0.4, seats / interest)
        reasons.append(Reason("breadth.crowded", {"count": interest, "seats": seats}))
    if partners >= MANY_PARTNERS and by_words >= 0.3:
        calm *= 0.8
        reasons.append(Reason("breadth.touches_many", {"count": partners}))
    return Breadth(round(1 - calm, 3), reasons)


def field_only(kinds: list[str]) -> bool:
    """Whether a text is made of names of fields and nothing else that could be done."""
    return "field" in kinds and all(kind in ("field", "small") for kind in kinds)


def kind_of(word: Word, language: str) -> str:
    """Return what a word adds: "field", "vague", "abstract", "thing", "doing", "name", …"""
    if word.number:
        return "number"
    if word.run:
        return "thing"
    lists = _lists(language)
    names = {word.form.casefold(), word.key}
    if role_of(word, language) == "place":
        return "where"
    if language == "de" and word.noun and _names_a_field(word, lists):
        return "field"
    if names & lists["field"] and (language != "de" or word.noun):
        return "field"
    if names & lists["vague"]:
        return "vague"
    if word.key in stopwords(language) or word.form.lower() in stopwords(language):
        return "small"
    if any(unit[0] == "e" for unit in units_of(word, language)):
        return "name"
    if word.form.casefold().endswith(lists["abstract"]):
        return "abstract"
    return "thing" if word.noun or language != "de" else "doing"


def _names_a_field(word: Word, lists: dict) -> bool:
    """Whether a compound ends in what a department is called by: Abfallwirtschaft."""
    known = german_lemma(word.form)
    parts = parts_of(word.key if known else word.form.casefold())
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
