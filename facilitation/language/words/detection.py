"""Which language a text is in, as far as its letters and its small words tell."""

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

STOPWORDS = Path(__file__).parent / "stopwords"
LATIN = ("de", "en", "fr", "tr", "pl")
OF_THE_SCREEN, OF_THE_HOUSE = (
    0.6,
    0.4,
)  # stop words that a language is ahead before the text is seen
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SCRIPTS = {"CJK": "zh", "HIRAGANA": "zh", "KATAKANA": "zh", "ARABIC": "ar", "CYRILLIC": "ru"}


@cache
def stopwords(language: str) -> frozenset[str]:
    """Return the words of `language` that are no terms by themselves; none where it has no list."""
    path = STOPWORDS / f"{language}.txt"
    if not path.exists():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def language_of(text: str, screen: str | None) -> str:
    """Return the language of a text: "de", "en", "ar", … or "und" where nothing is known of it.

    `screen` is the language of the screen it was written on. It is a hint and no more: somebody
    with a German screen may well write Arabic.
    """
    script = script_of(text)
    if script == "LATIN":
        return _latin(text, (screen or "de").split("-")[0])
    language = SCRIPTS.get(script, "und")
    return "uk" if language == "ru" and re.search("[іїєґІЇЄҐ]", text) else language


def script_of(text: str) -> str:
    """Return the script most letters are in, as Unicode names it: "LATIN", "CYRILLIC", "CJK"."""
    letters = [letter for letter in text if letter.isalpha()]
    if all(letter.isascii() for letter in letters):
        return "LATIN"
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters)
    return scripts.most_common(1)[0][0]


def _latin(text: str, screen: str) -> str:
    words = [word.replace("’", "'") for word in WORD.findall(text.lower())]
    ahead = {"de": OF_THE_HOUSE, screen: OF_THE_SCREEN + OF_THE_HOUSE * (screen == "de")}
    hits = {
        language: sum(word in stopwords(language) for word in words) + ahead.get(language, 0)
        for language in dict.fromkeys((*LATIN, screen))
    }
    return max(hits, key=hits.__getitem__)
