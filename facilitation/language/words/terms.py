"""From what people wrote to counted terms: the words and phrases of the cloud."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from facilitation.language.words.analysis import Word, analyse_text, is_all_capitals
from facilitation.language.words.phrases import Phrases, find_phrases

NAME_CAPITAL_WEIGHT = 3  # times, at most, that a name begins a sentence for once that it does not


class Term(NamedTuple):
    """A word or phrase, `key` what its forms share, `count` the contributions it is in."""

    key: str
    text: str
    count: int


def count_terms(texts: Iterable[tuple[str, str | None]]) -> list[Term]:
    """Count the terms of all contributions: those of most contributions first, else by age.

    `texts` are pairs of a text and the language of the screen it was written on. A term counts
    once a contribution, however often it stands there, and is shown in the form most people wrote.
    """
    analysed = [analyse_text(text, language) for text, language in texts]
    phrases = find_phrases(analysed)
    said = [_terms_in(segments, phrases) for segments in analysed]
    terms = _counted(said)
    while same := _same_display(terms):
        said = [{same.get(key, key): form for key, form in one.items()} for one in said]
        terms = _counted(said)
    return terms


def _terms_in(segments: tuple[tuple[Word, ...], ...], phrases: Phrases) -> dict[str, str]:
    """Return keys and forms of one contribution's terms, each once."""
    found = {}
    for segment in segments:
        for key, form in phrases.terms_in(segment):
            found.setdefault(key, form)
    return found


def _counted(said: list[dict[str, str]]) -> list[Term]:
    forms = defaultdict(Counter)
    for one in said:
        for key, form in one.items():
            forms[key][form] += 1
    terms = [Term(key, shown_form(seen), seen.total()) for key, seen in forms.items()]
    return sorted(terms, key=lambda term: -term.count)


def _same_display(terms: list[Term]) -> dict[str, str]:
    """Return, for each key shown like an earlier one, that one: words of two languages, say."""
    first = {}
    return {
        term.key: first[text]
        for term in terms
        if first.setdefault(text := term.text.casefold(), term.key) != term.key
    }


def shown_form(forms: Counter) -> str:
    """Return the most frequent form, in its most frequent spelling; else the oldest.

    A name such as "Grüne Mitte" shows its capital only within sentences, so few are enough there.
    """
    together = Counter()
    for form, count in forms.items():
        together[form.casefold()] += count
    most = max(together, key=together.__getitem__)
    return max(
        (form for form in forms if form.casefold() == most),
        key=lambda form: (
            not is_all_capitals(form),
            forms[form] * (NAME_CAPITAL_WEIGHT if " " in form and form[0].isupper() else 1),
            form.istitle(),
            form[0].isupper(),
        ),
    )
