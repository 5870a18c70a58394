"""Which language a text is in, by its script and its stop words."""

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

from facilitation.language.words.scripts import KANA

STOPWORDS = Path(__file__).parent / "stopwords"
LATIN_LANGUAGES = ("de", "en", "fr", "tr", "pl")
SCREEN_PRIOR, GERMAN_PRIOR = 0.6, 0.4  # stop words counted for a language beforehand
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
LANGUAGE_OF_SCRIPT = {
    "CJK": "zh",
    "HIRAGANA": "zh",
    "KATAKANA": "zh",
    "ARABIC": "ar",
    "CYRILLIC": "ru",
    "BENGALI": "bn",
    "DEVANAGARI": "hi",
    "ETHIOPIC": "am",
    "GEORGIAN": "ka",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "KHMER": "km",
    "TAMIL": "ta",
    "THAI": "th",
}
OTHER_LANGUAGES = {
    "ru": (("uk", re.compile("[іїєґІЇЄҐ]")),),
    "ar": (("ur", re.compile("[ٹڈڑںےھ]")), ("fa", re.compile("[پچژگ]"))),
    "zh": (("ja", re.compile(f"[{KANA}]")),),
}
"""Languages that share a script with a more frequent one, and letters that only they have."""


@cache
def stopwords(language: str) -> frozenset[str]:
    """Return the words of `language` that are no terms by themselves; none where it has no list."""
    path = STOPWORDS / f"{language}.txt"
    if not path.exists():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def language_of(text: str, screen_language: str | None) -> str:
    """Return the language of a text: "de", "en", "ar", … or "und" where it is unknown.

    `screen_language` is the language of the screen it was written on. It is a hint and no more:
    somebody with a German screen may well write Arabic.
    """
    script = script_of(text)
    if script == "LATIN":
        return _latin(text, (screen_language or "de").split("-")[0])
    language = LANGUAGE_OF_SCRIPT.get(script, "und")
    for other, letters in OTHER_LANGUAGES.get(language, ()):
        if letters.search(text):
            return other
    return language


def script_of(text: str) -> str:
    """Return the script most letters are in, as Unicode names it: "LATIN", "CYRILLIC", "CJK"."""
    letters = [letter for letter in text if letter.isalpha()]
    if all(letter.isascii() for letter in letters):
        return "LATIN"
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters)
    return scripts.most_common(1)[0][0]


def _latin(text: str, screen_language: str) -> str:
    words = [word.replace("’", "'") for word in WORD.findall(text.lower())]
    prior = {"de": GERMAN_PRIOR}
    prior[screen_language] = prior.get(screen_language, 0) + SCREEN_PRIOR
    hits = {
        language: sum(word in stopwords(language) for word in words) + prior.get(language, 0)
        for language in dict.fromkeys((*LATIN_LANGUAGES, screen_language))
    }
    return max(hits, key=hits.__getitem__)
