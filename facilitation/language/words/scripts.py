"""Classes of characters, by Unicode category and script, for regular expressions."""

import re
import unicodedata

MARKS = "".join(c for c in map(chr, range(0x20000)) if unicodedata.category(c)[0] == "M")
"""Vowel signs, points and accents: part of the word of the letter they follow."""
JOINERS = "\u200c\u200d"
INVISIBLE = "\u00ad\u0640\u061c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, elongation, and signs of direction: they part nothing and are not letters."""
HAN_OR_KANA = "\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3040-\u30ff"
OTHER_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f"
"""Thai, Lao, Burmese and Khmer, which are written without spaces, too."""
POINTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
)
"""Vowels of Hebrew and Arabic, which most people leave out."""
ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "ARABIC")
"""Scripts in which a word of two letters says little; elsewhere a letter is a syllable or more."""


def letters_in(word: str) -> int:
    """Return how many letters a word has, marks not counted."""
    return sum(c.isalnum() for c in word)


def is_alphabetic(word: str) -> bool:
    """Whether a word has letters of one of the ALPHABETS."""
    return word.isascii() or any(unicodedata.name(c, "").startswith(ALPHABETS) for c in word)
