"""Phrases, words that recur side by side: "bezahlbarer Wohnraum", "Grüne Mitte", "Tempo 30"."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from facilitation.language.words.analysis import Word

MIN_CONTRIBUTIONS = 2  # that have the phrase
MIN_COHESION = 0.34  # of the contributions that have its rarer word, the part that has the phrase
MAX_LETTERS = 30
MAX_CHARACTERS = 4  # Chinese characters in a term


class Phrases:
    """The phrases of a collection. `terms_in` gives the terms of a segment."""

    def __init__(self, kept: set[tuple[str, ...]], characters: Counter):
        self._kept, self._characters = kept, characters

    def terms_in(self, segment: tuple[Word, ...]) -> Iterator[tuple[str, str]]:
        """Yield key and form of each term; a word within a phrase is not a term by itself."""
        i = 0
        while i < len(segment):
            if segment[i].is_unspaced:
                for term in self._segment_run(segment[i].form):
                    yield term, term
                i += 1
                continue
            for length in (3, 2):
                part = segment[i : i + length]
                if len(part) == length and tuple(word.key for word in part) in self._kept:
                    yield " ".join(word.key for word in part), _written(part)
                    i += length
                    break
            else:
                if segment[i].is_term:
                    yield segment[i].key, segment[i].form
                i += 1

    def _segment_run(self, run: str) -> list[str]:
        """Segment a run of Chinese characters around what recurs most in the collection."""
        parts = [part for part in _substrings(run) if self._characters[part] >= MIN_CONTRIBUTIONS]
        if not parts:
            return [run] if 2 <= len(run) <= MAX_CHARACTERS else []
        best = max(parts, key=lambda part: self._characters[part] * (len(part) - 1))
        before, _, after = run.partition(best)
        return [*self._segment_rest(before), best, *self._segment_rest(after)]

    def _segment_rest(self, run: str) -> list[str]:
        recurs = any(self._characters[part] >= MIN_CONTRIBUTIONS for part in _substrings(run))
        return self._segment_run(run) if recurs else []


def find_phrases(texts: list[tuple[tuple[Word, ...], ...]]) -> Phrases:
    """Find neighbouring words that recur often, measured by how often they occur at all."""
    words, together, characters = Counter(), Counter(), Counter()
    for segments in texts:
        words.update({word.key for segment in segments for word in segment})
        runs = [word.form for segment in segments for word in segment if word.is_unspaced]
        characters.update({part for run in runs for part in _substrings(run)})
        together.update({run for segment in segments for run in _candidates(segment)})
    return Phrases(
        {
            run
            for run, count in together.items()
            if count >= MIN_CONTRIBUTIONS and count >= MIN_COHESION * min(words[key] for key in run)
        },
        characters,
    )


def _substrings(run: str) -> Iterator[str]:
    """Yield every two, three and four neighbouring characters."""
    for length in range(2, MAX_CHARACTERS + 1):
        for start in range(len(run) - length + 1):
            yield run[start : start + length]


def _candidates(segment: tuple[Word, ...]) -> Iterator[tuple[str, ...]]:
    for pair in pairwise(segment):
        if _may_form_phrase(*pair):
            yield tuple(word.key for word in pair)
    for run in zip(segment, segment[1:], segment[2:], strict=False):
        if _may_form_phrase(*run[:2]) and _may_form_phrase(*run[1:]):
            yield tuple(word.key for word in run)


def _written(words: tuple[Word, ...]) -> str:
    """Return a phrase with spaces where the language has some."""
    return "".join(
        word.form if word.is_attached or i == 0 else f" {word.form}" for i, word in enumerate(words)
    )


def _may_form_phrase(left: Word, right: Word) -> bool:
    if len(left.form) + len(right.form) >= MAX_LETTERS:
        return False
    if right.is_number:
        return left.is_noun and left.is_term and len(right.form) <= 3
    return left.is_term and right.is_term
