"""The features of a text, which it may share with another: roots, concepts, numbers, names.

A feature is a string whose first letter is its kind: c concept, a demand, r root, n number, e name,
s root of a word for a demand, o root of a word for a concept, b root without its prefix. `WEIGHTS`
has what each kind counts. How rare a feature is among all topics is counted in overlap_matrix.py.
"""

import re
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from facilitation.language.similarity.concepts import concepts_of, root_of, root_without_prefix
from facilitation.language.words.analysis import Word, analyse_text
from facilitation.language.words.compounds import split_compound
from facilitation.language.words.detection import language_of, stopwords
from facilitation.language.words.lemmas import german_lemma

WEIGHTS = {"c": 2.5, "a": 1.5, "r": 1.0, "n": 0.8, "e": 0.5, "s": 0.3, "o": 0.15, "b": 0.15}
DEMANDS = frozenset(
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
)  # concepts that say what is to be done, not with what
NGRAM_LENGTHS = (3, 4, 5)
MAX_NGRAMS = 1_500  # of one text; the first are enough
PLACE = re.compile(
    r"(?:stra(?:ß|ss)e|str|weg|platz|allee|brücke|ring|gasse|ufer|damm|berg|dorf|burg|heim|ingen"
    r"|hausen|viertel)\.?$",
    re.IGNORECASE,
)


class TextFeatures(NamedTuple):
    """Features and character n-grams of one text; `forms` has each feature's word as written."""

    features: frozenset[str]
    ngrams: frozenset[str]
    forms: dict[str, str]


@lru_cache(maxsize=8_000)
def extract_features(text: str, screen_language: str | None) -> TextFeatures:
    """Return the features of one text; cached, because it is compared again with every change."""
    language = language_of(text, screen_language)
    forms, words = {}, []
    for segment in analyse_text(text, screen_language):
        for word in segment:
            found = tuple(features_of(word, language))
            for feature in found:
                forms.setdefault(intern(feature), word.form)
            if found:
                words.append(word.form)
    if not words:
        words = text.split()
    return TextFeatures(frozenset(forms), frozenset(_character_ngrams(words)), forms)


def features_of(word: Word, language: str):
    """Yield the features of one word; none for a stop word."""
    if word.is_number:
        yield f"n{word.form}"
    elif word.is_unspaced:
        yield from (f"r{word.form[i : i + 2]}" for i in range(len(word.form) - 1))
    elif language == "de":
        yield from _german(word)
    elif not _is_stopword(word, language):
        yield f"r{word.key}"
        yield from _concept_features(concepts_of(word.key, language))


def _german(word: Word):
    own = concepts_of(word.form.casefold(), "de") or concepts_of(word.key, "de")
    yield from _concept_features(own)
    if _is_stopword(word, "de"):
        return
    known = german_lemma(word.form) or german_lemma(word.form.lower())
    parts = split_compound(word.key if known else word.form.casefold())
    if not own and not known and _is_name(word.form, parts):
        yield f"e{root_of(word.key)}"
        return
    for part in parts:
        if len(part) < 3 or part in stopwords("de"):
            continue
        concepts = concepts_of(part, "de")
        yield ("s" if (own or concepts) & DEMANDS else "o" if own else "r") + root_of(part)
        if bare := root_without_prefix(part):
            yield f"b{bare}"
        if len(parts) > 1 and not own:
            yield from _concept_features(concepts)


def _concept_features(names: frozenset[str]):
    for name in sorted(names):
        yield ("a" if name in DEMANDS else "c") + name


def _is_stopword(word: Word, language: str) -> bool:
    small = stopwords(language)
    return word.key in small or word.form.lower() in small or len(word.key) < 2


def _is_name(form: str, parts: tuple[str, ...]) -> bool:
    """Whether a word that the dictionary lacks is rather a street or a place."""
    if not form[:1].isupper() or form.isupper():
        return False
    if "-" in form:
        return bool(PLACE.search(form))
    if PLACE.search(form):
        return not any(concepts_of(part, "de") for part in parts[:-1]) or len(parts) < 2
    return len(parts) < 2


def _character_ngrams(words: list[str]):
    count = 0
    for word in words:
        padded = f" {word.lower().replace('ß', 'ss')} "
        for length in NGRAM_LENGTHS:
            for start in range(len(padded) - length + 1):
                yield intern(padded[start : start + length])
                count += 1
        if count > MAX_NGRAMS:
            return
