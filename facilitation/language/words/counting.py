"""The words of a text as they count: with their key, and whether they may stand alone."""

from functools import lru_cache
from typing import NamedTuple

from facilitation.language.words.detection import language_of, stopwords
from facilitation.language.words.lemmas import german_lemma, key_of
from facilitation.language.words.tokens import Token, tokens

LONGEST = 32  # letters; a longer word would fill the wall
SHORTEST = 3
LONGEST_SHORT_FORM = 5  # letters: ÖPNV is one, a longer word in capitals only shouts
ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em")
ADVERBS = {"morgens", "vormittags", "mittags", "nachmittags", "abends", "nachts", "sonntags"}


class Word(NamedTuple):
    """A word of a text. `term`: may stand in the cloud by itself; `noun`: German, capital;
    `run`: Chinese characters without a space, to be taken apart by what recurs."""

    key: str
    form: str
    term: bool
    noun: bool = False
    number: bool = False
    run: bool = False


def shouts(form: str) -> bool:
    """Whether a word is written in capitals throughout without being a short form."""
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
    key = key_of(_uncapital(form) if _may_describe(form, after, language) else form, language)
    noun = language == "de" and form[0].isupper()
    return Word(key, form, term=_is_term(form, language), noun=noun)


def _sentence_case(token: Token, after: list[Token], language: str) -> str:
    """Return the form as it would stand within a sentence, German nouns with their capital."""
    form = token.form
    if shouts(form):
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


def _may_describe(form: str, after: list[Token], language: str) -> bool:
    """Whether a German word has the ending of an adjective and a noun behind it."""
    if language != "de" or not form.endswith(ADJECTIVE_ENDINGS) or not after:
        return False
    lemma = german_lemma(_uncapital(form))
    return after[0].form[0].isupper() and (lemma.islower() or not lemma)


def _uncapital(form: str) -> str:
    return form[0].lower() + form[1:]


def _is_term(form: str, language: str) -> bool:
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
    return lemma != form and lemma.endswith(("en", "ern", "eln"))
