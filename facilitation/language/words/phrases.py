"""Phrases that people keep together: "bezahlbarer Wohnraum", "Grüne Mitte", "Tempo 30"."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from facilitation.language.words.counting import Word

SEEN = 2  # contributions that need to have it
STUCK = 0.34  # part of its rarer word's contributions that need to have it
LONGEST = 30  # letters
MOST_CHARACTERS = 4  # Chinese characters in a term


class Phrases:
    """The phrases of a collection. `terms_in` reads a segment with them."""

    def __init__(self, kept: set[tuple[str, ...]], characters: Counter):
        self._kept, self._characters = kept, characters

    def terms_in(self, segment: tuple[Word, ...]) -> Iterator[tuple[str, str]]:
        """Give key and form of each term; what stands in a phrase is not given by itself."""
        i = 0
        while i < len(segment):
            if segment[i].run:
                for term in self._cut(segment[i].form):
                    yield term, term
                i += 1
                continue
            for length in (3, 2):
                part = segment[i : i + length]
                if len(part) == length and tuple(word.key for word in part) in self._kept:
                    yield " ".join(word.key for word in part), " ".join(w.form for w in part)
                    i += length
                    break
            else:
                if segment[i].term:
                    yield segment[i].key, segment[i].form
                i += 1

    def _cut(self, run: str) -> list[str]:
        """Take a run of Chinese characters apart around what recurs most in the collection."""
        parts = [part for part in _grams(run) if self._characters[part] >= SEEN]
        if not parts:
            return [run] if 2 <= len(run) <= MOST_CHARACTERS else []
        best = max(parts, key=lambda part: self._characters[part] * (len(part) - 1))
        before, _, after = run.partition(best)
        return [*self._cut_rest(before), best, *self._cut_rest(after)]

    def _cut_rest(self, run: str) -> list[str]:
        return self._cut(run) if any(self._characters[part] >= SEEN for part in _grams(run)) else []


def find_phrases(read: list[tuple[tuple[Word, ...], ...]]) -> Phrases:
    """Find the neighbours that recur, often enough against how often they stand apart."""
    words, together, characters = Counter(), Counter(), Counter()
    for segments in read:
        words.update({word.key for segment in segments for word in segment})
        characters.update(
            {part for segment in segments for w in segment if w.run for part in _grams(w.form)}
        )
        together.update({run for segment in segments for run in _runs(segment)})
    return Phrases(
        {
            run
            for run, count in together.items()
            if count >= SEEN and count >= STUCK * min(words[key] for key in run)
        },
        characters,
    )


def _grams(run: str) -> Iterator[str]:
    """Give every two, three and four characters that stand together."""
    for length in range(2, MOST_CHARACTERS + 1):
        for start in range(len(run) - length + 1):
            yield run[start : start + length]


def _runs(segment: tuple[Word, ...]) -> Iterator[tuple[str, ...]]:
    for pair in pairwise(segment):
        if _belong(*pair):
            yield tuple(word.key for word in pair)
    for run in zip(segment, segment[1:], segment[2:], strict=False):
        if _belong(*run[:2]) and _belong(*run[1:]):
            yield tuple(word.key for word in run)


def _belong(left: Word, right: Word) -> bool:
    if len(left.form) + len(right.form) >= LONGEST:
        return False
    if right.number:
        return left.noun and left.term and len(right.form) <= 3
    return left.term and right.term
