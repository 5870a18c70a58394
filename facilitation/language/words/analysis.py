"""The words of a text with what is needed to count them: key, form, and kind."""

from functools import lru_cache
from typing import NamedTuple

from facilitation.language.words.detection import language_of, stopwords
from facilitation.language.words.lemmas import german_lemma, key_of
from facilitation.language.words.scripts import is_alphabetic, letters_in
from facilitation.language.words.tokens import Token, tokenize

MIN_LETTERS, MIN_SYLLABLES = 3, 2  # of a term: in an alphabet, and in other scripts
MAX_ABBREVIATION_LETTERS = 5  # letters: ÖPNV is one, a longer word in capitals is mere emphasis
ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em")
ADVERBS = {"morgens", "vormittags", "mittags", "nachmittags", "abends", "nachts", "sonntags"}


class Word(NamedTuple):
    """A word of a text. `key` is what all its forms share, `form` what somebody wrote.

    `is_term`: may stand in the cloud by itself; `is_noun`: German, with a capital; `is_unspaced`:
    Chinese characters between two stop words, to be segmented by what recurs; `is_attached`:
    written without a space after the word before.
    """

    key: str
    form: str
    is_term: bool
    is_noun: bool = False
    is_number: bool = False
    is_unspaced: bool = False
    is_attached: bool = False


def is_all_capitals(form: str) -> bool:
    """Whether a word is written in capitals throughout without being an abbreviation."""
    return form.isupper() and len(form) > MAX_ABBREVIATION_LETTERS


@lru_cache(maxsize=20_000)
def analyse_text(text: str, screen_language: str | None) -> tuple[tuple[Word, ...], ...]:
    """Return the words of one text in segments; cached, because the same text is counted often."""
    language = language_of(text, screen_language)
    return tuple(
        tuple(_word(token, segment[i + 1 : i + 2], language) for i, token in enumerate(segment))
        for segment in tokenize(text, language)
    )


def _word(token: Token, after: list[Token], language: str) -> Word:
    if token.is_unspaced:
        return Word(token.form, token.form, is_term=False, is_unspaced=True)
    if token.is_number:
        return Word(token.form, token.form, is_term=False, is_number=True)
    form = _sentence_case(token, after, language)
    key = key_of(_without_capital(form) if _may_describe(form, after, language) else form, language)
    return Word(
        key,
        form,
        is_term=_is_term(form, language),
        is_noun=language == "de" and form[0].isupper(),
        is_attached=token.is_attached,
    )


def _sentence_case(token: Token, after: list[Token], language: str) -> str:
    """Return the form as it would stand within a sentence, German nouns with their capital."""
    form = token.form
    if is_all_capitals(form):
        form = form.capitalize()
    if not form.islower() and not token.starts_sentence:
        return form
    if language != "de":
        return form.lower() if token.starts_sentence and form.istitle() and len(form) > 1 else form
    if form.islower():
        lemma = german_lemma(form)
        return form[0].upper() + form[1:] if lemma[:1].isupper() else form
    uncapitalised = _without_capital(form)
    describes = uncapitalised.endswith(ADJECTIVE_ENDINGS) and after and after[0].form[0].isupper()
    lemma = german_lemma(uncapitalised)
    if not lemma:
        return uncapitalised if describes and not german_lemma(form) else form
    if lemma[0].isupper():
        return form
    is_small = describes or not german_lemma(form) or uncapitalised in ADVERBS
    return uncapitalised if is_small else form


def _may_describe(form: str, after: list[Token], language: str) -> bool:
    """Whether a German word has the ending of an adjective and a noun behind it."""
    if language != "de" or not form.endswith(ADJECTIVE_ENDINGS) or not after:
        return False
    lemma = german_lemma(_without_capital(form))
    return after[0].form[0].isupper() and (lemma.islower() or not lemma)


def _without_capital(form: str) -> str:
    return form[0].lower() + form[1:]


def _is_term(form: str, language: str) -> bool:
    ignored = stopwords(language)
    if form.startswith("-") or form.endswith("-"):
        return False
    least = MIN_LETTERS if is_alphabetic(form) else MIN_SYLLABLES
    if letters_in(form) < least and not (form.isupper() and len(form) > 1):
        return False
    if form.lower().replace("’", "'") in ignored:
        return False
    if language != "de" or not form.islower():
        return True
    lemma = german_lemma(form)
    return lemma.lower() not in ignored and not _is_inflected_verb(form, lemma)


def _is_inflected_verb(form: str, lemma: str) -> bool:
    """Whether a form is an inflected verb ("fährt"), which names nothing; "fahren" does."""
    return lemma != form and lemma.endswith(("en", "ern", "eln"))
