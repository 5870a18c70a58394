"""A text as what it can share with another: roots, matters, numbers, names, and pieces of words.

A unit is a string whose first letter says what it is; `WEIGHTS` says how much that counts. Only
whole texts are read here; how rare a unit is in the hall is the concern of similar.py.
"""

import re
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from facilitation.language.similarity.concepts import bare_root_of, matters_of, root_of
from facilitation.language.words.compounds import parts_of
from facilitation.language.words.counting import Word, read_text
from facilitation.language.words.detection import language_of, stopwords
from facilitation.language.words.lemmas import german_lemma

WEIGHTS = {"c": 2.5, "a": 1.5, "r": 1.0, "n": 0.8, "e": 0.5, "s": 0.3, "o": 0.15, "b": 0.15}
ASKED = frozenset(
    [
        "fehlen",
        "mehr_bauen",
        "abbauen",
        "verlegen",
        "abschaffen",
        "zustimmung",
        "verbot",
        "pflicht",
        "erlauben",
        "steuer",
        "foerdern",
        "schalten",
        "gemeinsam",
        "trennen",
    ]
)  # matters that say what is asked, not of what
GRAMS = (3, 4, 5)
MOST_GRAMS = 1_500  # a text of 2,000 letters has more; the first ones do
PLACE = re.compile(
    r"(?:stra(?:ß|ss)e|str|weg|platz|allee|brücke|ring|gasse|ufer|damm|berg|dorf|burg|heim|ingen"
    r"|hausen|viertel)\.?$",
    re.IGNORECASE,
)


class Reading(NamedTuple):
    """What one text can share. `forms` has the word that somebody wrote for each unit."""

    units: frozenset[str]
    grams: frozenset[str]
    forms: dict[str, str]


@lru_cache(maxsize=8_000)
def read_units(text: str, screen: str | None) -> Reading:
    """Read one text; kept, because the same text is asked about again with every change."""
    language = language_of(text, screen)
    forms, bodies = {}, []
    for segment in read_text(text, screen):
        for word in segment:
            found = tuple(units_of(word, language))
            for unit in found:
                forms.setdefault(intern(unit), word.form)
            if found:
                bodies.append(word.form)
    if not bodies:
        bodies = text.split()
    return Reading(frozenset(forms), frozenset(_grams(bodies)), forms)


def units_of(word: Word, language: str):
    """Give the units of one word; none for a word that fits every text."""
    if word.number:
        yield f"n{word.form}"
    elif word.run:
        yield from (f"r{word.form[i : i + 2]}" for i in range(len(word.form) - 1))
    elif language == "de":
        yield from _german(word)
    elif not _small(word, language):
        yield f"r{word.key}"
        yield from _matters(matters_of(word.key, language))


def _german(word: Word):
    own = matters_of(word.form.casefold(), "de") or matters_of(word.key, "de")
    yield from _matters(own)
    if _small(word, "de"):
        return
    known = german_lemma(word.form) or german_lemma(word.form.lower())
    parts = parts_of(word.key if known else word.form.casefold())
    if not own and not known and _is_name(word.form, parts):
        yield f"e{root_of(word.key)}"
        return
    for part in parts:
        if len(part) < 3 or part in stopwords("de"):
            continue
        matters = matters_of(part, "de")
        yield ("s" if (own or matters) & ASKED else "o" if own else "r") + root_of(part)
        if bare := bare_root_of(part):
            yield f"b{bare}"
        if len(parts) > 1 and not own:
            yield from _matters(matters)


def _matters(names: frozenset[str]):
    for name in sorted(names):
        yield ("a" if name in ASKED else "c") + name


def _small(word: Word, language: str) -> bool:
    small = stopwords(language)
    return word.key in small or word.form.lower() in small or len(word.key) < 2


def _is_name(form: str, parts: tuple[str, ...]) -> bool:
    """Whether a word that the dictionary lacks is rather a street or a place."""
    if not form[:1].isupper() or form.isupper():
        return False
    if "-" in form:
        return bool(PLACE.search(form))
    if PLACE.search(form):
        return not any(matters_of(part, "de") for part in parts[:-1]) or len(parts) < 2
    return len(parts) < 2


def _grams(words: list[str]):
    count = 0
    for word in words:
        body = f" {word.lower().replace('ß', 'ss')} "
        for length in GRAMS:
            for start in range(len(body) - length + 1):
                yield intern(body[start : start + length])
                count += 1
        if count > MOST_GRAMS:
            return
