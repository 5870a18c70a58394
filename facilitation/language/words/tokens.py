"""A text as the words that are in it."""

import re
import unicodedata
from typing import NamedTuple

from facilitation.language.words.detection import stopwords

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:de|com|org|net|eu|at|ch|info)\b(?:/\S*)?",
    re.IGNORECASE,
)
INNEN = r"(?:[*:_/·]-?innen|[*:_/·]-?in)\b"
MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0e31-\u0e4e"
JOINERS = r"\u200c\u200d"
LETTER = rf"[^\W\d_{MARKS}]"
INNER = rf"(?:{LETTER}|[{MARKS}{JOINERS}]|\d)"
PIECE = re.compile(
    rf"(?P<word>(?:\d+(?=-))?-?{LETTER}{INNER}*(?:{INNEN}|[-’'.&](?={LETTER}|\d){INNER}+)*-?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<breach>[^\s\w])"
)
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
KANA_GLUE = re.compile(r"[\u3040-\u309f]+")
QUIET = "„“”\"'‚‘’»«›‹*_"  # quotation marks part no phrase


class Token(NamedTuple):
    """One word of a text. `first`: its capital may only mark the beginning of a sentence."""

    form: str
    first: bool = False
    number: bool = False


def tokens(text: str, language: str) -> list[list[Token]]:
    """Return the words of a text in segments that punctuation parts; addresses are left out."""
    text = ADDRESS.sub(" . ", unicodedata.normalize("NFC", text))
    text = text.replace("\u00ad", "").replace("\u0640", "").replace("–", " . ").replace("—", " . ")
    if language == "zh":
        return _han(text)
    segments, first = [[]], True
    for piece in PIECE.finditer(text):
        if piece["breach"]:
            if piece["breach"] in QUIET:
                continue
            first = first or piece["breach"] in ".!?:;…•(" or not piece["breach"].isascii()
            segments.append([])
        elif piece["number"]:
            segments[-1].append(Token(piece["number"], number=True))
            first = False
        else:
            segments[-1].append(Token(piece["word"].strip("'’."), first=first))
            first = False
    return [segment for segment in segments if segment]


def _han(text: str) -> list[list[Token]]:
    """Chinese has no spaces: the runs of characters between its small words, each for itself."""
    small = sorted(stopwords("zh"), key=len, reverse=True)
    apart = re.compile("|".join(map(re.escape, small)))
    runs = [run for found in HAN.findall(text) for run in KANA_GLUE.split(found)]
    return [[Token(piece)] for run in runs for piece in apart.split(run) if len(piece) > 1]
