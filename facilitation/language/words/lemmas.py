"""Forms of one word brought together: Bus and Busse, Baum and Bäume, Bürger:innen and Bürger.

simplemma has the German dictionary (about 100 MB in memory, which is why other languages, for
which it would need up to five times that, make do with the Snowball stemmer). What is found here
is only a key to count by; what people see is a form that somebody wrote.
"""

import re
from functools import cache, lru_cache

import simplemma
import snowballstemmer

from facilitation.language.words.scripts import POINTS

STEMMERS = {
    "de": "german",
    "en": "english",
    "fr": "french",
    "tr": "turkish",
    "pl": "polish",
    "ru": "russian",
    "ar": "arabic",
    "es": "spanish",
    "it": "italian",
    "ro": "romanian",
    "fa": "persian",
}
GENDERED = re.compile(r"(?:[*:_/·]-?innen|[*:_/·]-?in|(?<=[a-zäöüß])Innen)$")


@lru_cache(maxsize=50_000)
def key_of(form: str, language: str) -> str:
    """Return what all forms of one word share. Capitals do not count."""
    if language == "de":
        return _german(form)
    stemmer = _stemmer(language)
    word = POINTS.sub("", form.casefold())
    return stemmer.stemWord(word) if stemmer else word


@lru_cache(maxsize=50_000)
def german_lemma(form: str) -> str:
    """Return the dictionary's form of a German word, capital for a noun; "" if unknown."""
    known = form and simplemma.is_known(form, lang="de")
    return simplemma.lemmatize(form, lang="de") if known else ""


def _german(form: str) -> str:
    form = form.strip("-") or form
    person = GENDERED.sub("", form)
    if person != form:
        return key_of(person, "de")
    if form.endswith("innen") and form[0].isupper() and german_lemma(form[:-5]):
        return key_of(form[:-5], "de")
    other = form.capitalize() if form.isupper() else form.lower()
    lemma = german_lemma(form) or german_lemma(other)
    if lemma:
        return lemma.casefold()
    if "-" in form:
        head, _, tail = form.rpartition("-")
        return f"{head}-{key_of(tail, 'de')}".casefold()
    return _stemmer("de").stemWord(form.casefold())


@cache
def _stemmer(language: str):
    name = STEMMERS.get(language)
    if name is None or name not in snowballstemmer.algorithms():
        return None
    return snowballstemmer.stemmer(name)
