"""From what people wrote to counted terms: the words and phrases of the cloud."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from facilitation.language.lemmas import german_lemma, key_of
from facilitation.language.phrases import find_phrases
from facilitation.language.scripts import language_of, stopwords
from facilitation.language.tokens import Token, tokens

LONGEST = 32  # letters; a longer word would fill the wall
SHORTEST = 3
LONGEST_SHORT_FORM = 5  # letters: ÖPNV is one, a longer word in capitals only shouts

ADVERBS = {"morgens", "vormittags", "mittags", "nachmittags", "abends", "nachts", "sonntags"}


class Term(NamedTuple):
    """A word or phrase, `key` what its forms share, `count` the contributions it is in."""

    key: str
    text: str
    count: int


class Word(NamedTuple):
    """A word of a text. `term`: may stand in the cloud by itself; `noun`: German, capital;
    `run`: Chinese characters without a space, to be taken apart by what recurs."""

    key: str
    form: str
    term: bool
    noun: bool = False
    number: bool = False
    run: bool = False


def count_terms(texts: Iterable[tuple[str, str | None]]) -> list[Term]:
    """Count the terms of all contributions: those of most contributions first, else by age.

    `texts` are pairs of a text and the language of the screen it was written on. A term counts
    once a contribution, however often it stands there, and is shown in the form most people wrote.
    """
    read = [read_text(text, language) for text, language in texts]
    phrases = find_phrases(read)
    counts, forms = Counter(), defaultdict(Counter)
    for segments in read:
        found = {}
        for segment in segments:
            for key, form in phrases.terms_in(segment):
                found.setdefault(key, form)
        for key, form in found.items():
            counts[key] += 1
            forms[key][form] += 1
    return [
        Term(key, shown_form(forms[key]), count)
        for key, count in sorted(counts.items(), key=lambda entry: -entry[1])
    ]


def shown_form(forms: Counter) -> str:
    """Return the most frequent form, in its most frequent spelling; else the oldest."""
    together = Counter()
    for form, count in forms.items():
        together[form.casefold()] += count
    most = max(together, key=together.__getitem__)
    return max(
        (form for form in forms if form.casefold() == most),
        key=lambda form: (not _shouts(form), forms[form], form.istitle(), form[0].isupper()),
    )


def _shouts(form: str) -> bool:
    return form.isupper() and len(form) > LONGEST_SHORT_FORM


@lru_cache(maxsize=20_000)
def read_text(text: str, screen: str | None) -> tuple[tuple[Word, ...], ...]:
    """Return the words of one text in segments; kept, because the same text is counted often."""
    language = language_of(text, screen)
    return tuple(
        tuple(_word(token, segment[i + 1 : i + 2], language) for i, token in enumerate(segment))
        for segment in tokens(text, language)
    )


def _word(token: Token, after: list[Token], language: str) -> Word:
    if language == "zh":
        return Word(token.form, token.form, term=False, run=True)
    if token.number:
        return Word(token.form, token.form, term=False, number=True)
    form = _sentence_case(token, after, language)
    key = key_of(form, language)
    noun = language == "de" and form[0].isupper()
    return Word(key, form, term=_is_term(form, key, language), noun=noun)


def _sentence_case(token: Token, after: list[Token], language: str) -> str:
    """Return the form as it would stand within a sentence, German nouns with their capital."""
    form = token.form
    if _shouts(form):
        form = form.capitalize()
    if not form.islower() and not token.first:
        return form
    if language != "de":
        return form.lower() if token.first and form.istitle() and len(form) > 1 else form
    if form.islower():
        lemma = german_lemma(form)
        return form[0].upper() + form[1:] if lemma[:1].isupper() else form
    small = form[0].lower() + form[1:]
    describes = (
        small.endswith(("e", "er", "es", "en", "em")) and after and after[0].form[0].isupper()
    )
    lemma = german_lemma(small)
    if not lemma:
        return small if describes and not german_lemma(form) else form
    if lemma[0].isupper():
        return form
    return small if describes or not german_lemma(form) or small in ADVERBS else form


def _is_term(form: str, key: str, language: str) -> bool:
    small = stopwords(language)
    if form.startswith("-") or form.endswith("-") or len(form) > LONGEST:
        return False
    if len(form) < SHORTEST and not (form.isupper() and len(form) > 1):
        return False
    if form.lower().replace("’", "'") in small:
        return False
    if language != "de" or not form.islower():
        return True
    lemma = german_lemma(form)
    return lemma.lower() not in small and not _bends_a_verb(form, lemma)


def _bends_a_verb(form: str, lemma: str) -> bool:
    """Whether it is a verb's form that names nothing by itself ("fährt"); "fahren" does."""
    return lemma != form and lemma.endswith(("en", "ern", "eln")) and form != lemma
