"""A text as the words that are in it."""

import re
import unicodedata
from typing import NamedTuple

from facilitation.language.words.detection import stopwords

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:de|com|org|net|eu|at|ch|info)\b(?:/\S*)?",
    re.IGNORECASE,
)
GENDERED_ENDING = r"(?:[*:_/·]-?innen|[*:_/·]-?in)\b"
MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0e31-\u0e4e"
JOINERS = r"\u200c\u200d"
LETTER = rf"[^\W\d_{MARKS}]"
INNER = rf"(?:{LETTER}|[{MARKS}{JOINERS}]|\d)"
TOKEN = re.compile(
    rf"(?P<word>(?:\d+(?=-))?-?{LETTER}{INNER}*"
    rf"(?:{GENDERED_ENDING}|[-’'.&](?={LETTER}|\d){INNER}+)*-?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<punctuation>[^\s\w])"
)
CHINESE_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
HIRAGANA_RUN = re.compile(r"[\u3040-\u309f]+")
SENTENCE_MARKS = ".!?:;…•("
QUOTATION_MARKS = "„“”\"'‚‘’»«›‹*_"  # and emphasis: these separate no phrase


class Token(NamedTuple):
    """One word. `starts_sentence`: its capital may only mark the beginning of a sentence."""

    form: str
    starts_sentence: bool = False
    is_number: bool = False


def tokenize(text: str, language: str) -> list[list[Token]]:
    """Return the words of a text in segments that punctuation separates; addresses are left out."""
    text = ADDRESS.sub(" . ", unicodedata.normalize("NFC", text))
    text = text.replace("\u00ad", "").replace("\u0640", "").replace("–", " . ").replace("—", " . ")
    if language == "zh":
        return _chinese_runs(text)
    segments, starts_sentence = [[]], True
    for match in TOKEN.finditer(text):
        if match["punctuation"]:
            mark = match["punctuation"]
            if mark in QUOTATION_MARKS:
                continue
            starts_sentence = starts_sentence or mark in SENTENCE_MARKS or not mark.isascii()
            segments.append([])
        elif match["number"]:
            segments[-1].append(Token(match["number"], is_number=True))
            starts_sentence = False
        else:
            segments[-1].append(Token(match["word"].strip("'’."), starts_sentence=starts_sentence))
            starts_sentence = False
    return [segment for segment in segments if segment]


def _chinese_runs(text: str) -> list[list[Token]]:
    """Return the runs of characters between the stop words, each a segment of its own.

    Chinese has no spaces.
    """
    longest_first = sorted(stopwords("zh"), key=len, reverse=True)
    separator = re.compile("|".join(map(re.escape, longest_first)))
    runs = [run for found in CHINESE_RUN.findall(text) for run in HIRAGANA_RUN.split(found)]
    return [[Token(part)] for run in runs for part in separator.split(run) if len(part) > 1]
