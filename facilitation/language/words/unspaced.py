"""Words in scripts that are written without spaces.

Thai, Lao, Khmer, Burmese and Japanese are segmented by the dictionaries of ICU. Chinese is not: a
dictionary knows neither names nor new words, and what recurs in the collection finds them
(phrases.py); here its runs are only parted at stop words.
"""

import re
from collections.abc import Iterator
from functools import cache

from facilitation.language.words.detection import stopwords
from facilitation.language.words.scripts import HAN_OR_KANA, OTHER_UNSPACED

RUN = re.compile(rf"(?P<cjk>[{HAN_OR_KANA}]+)|(?P<other>[{OTHER_UNSPACED}]+)")
HIRAGANA = re.compile("[\u3040-\u309f]+")


def split_scripts(word: str, language: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of what stands between two spaces, and whether it is a run to be segmented
    later by what recurs."""
    end = 0
    for run in RUN.finditer(word):
        if run.start() > end:
            yield word[end : run.start()], False
        if run["other"] or language == "ja":
            yield from ((part, False) for part in _segmented(run[0]))
        else:
            yield from ((part, True) for part in _between_stopwords(run[0]))
        end = run.end()
    if end < len(word):
        yield word[end:], False


def _segmented(run: str) -> list[str]:
    from icu4py.breakers import WordBreaker  # 10 MB: only where somebody writes such a script

    return [run[start:end] for start, end in WordBreaker(run, "en").segments()]


def _between_stopwords(run: str) -> list[str]:
    parts = [part for found in HIRAGANA.split(run) for part in _separator().split(found)]
    return [part for part in parts if len(part) > 1]


@cache
def _separator() -> re.Pattern:
    longest_first = sorted(stopwords("zh"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
