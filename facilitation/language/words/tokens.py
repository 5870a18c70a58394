"""A text as the words that are in it."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from facilitation.language.words.scripts import INVISIBLE, JOINERS, MARKS
from facilitation.language.words.unspaced import split_scripts

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:de|com|org|net|eu|at|ch|info)\b(?:/\S*)?",
    re.IGNORECASE,
)
GENDERED_ENDING = r"(?:[*:_/·]-?innen|[*:_/·]-?in)\b"
LETTER = r"[^\W\d_]"
INNER = rf"(?:{LETTER}|[{MARKS}{JOINERS}]|\d)"
TOKEN = re.compile(
    rf"(?P<word>(?:\d+(?=-))?-?{LETTER}{INNER}*"
    rf"(?:{GENDERED_ENDING}|[-’'.&־׳״](?={LETTER}|\d){INNER}+)*-?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    rf"|(?P<punctuation>[^\s\w{MARKS}])"
)
SENTENCE_MARKS = ".!?:;…•("
QUOTATION_MARKS = "„“”\"'‚‘’»«›‹*_"  # and emphasis: these separate no phrase
SPACES = str.maketrans({"\u200b": " ", "፡": " ", "–": " . ", "—": " . "})
LEFT_OUT = re.compile(f"[{INVISIBLE}]")


class Token(NamedTuple):
    """One word. `starts_sentence`: its capital may only mark the beginning of a sentence.
    `is_unspaced`: a run of Chinese characters; `is_attached`: no space before it."""

    form: str
    starts_sentence: bool = False
    is_number: bool = False
    is_unspaced: bool = False
    is_attached: bool = False


def tokenize(text: str, language: str) -> list[list[Token]]:
    """Return the words of a text in segments that punctuation separates; addresses are left out."""
    segments, starts_sentence = [[]], True
    for match in TOKEN.finditer(_cleaned(text)):
        if mark := match["punctuation"]:
            if mark in QUOTATION_MARKS:
                continue
            starts_sentence = starts_sentence or mark in SENTENCE_MARKS or not mark.isascii()
            segments.append([])
        elif match["number"]:
            segments[-1].append(Token(match["number"], is_number=True))
            starts_sentence = False
        else:
            for token in _words(match["word"].strip("'’."), starts_sentence, language):
                if token.is_unspaced and language == "zh":
                    segments.append([])
                segments[-1].append(token)
            starts_sentence = False
    return [segment for segment in segments if segment]


def _cleaned(text: str) -> str:
    text = ADDRESS.sub(" . ", unicodedata.normalize("NFC", text))
    return LEFT_OUT.sub("", text).translate(SPACES)


def _words(word: str, starts_sentence: bool, language: str) -> Iterator[Token]:
    for i, (form, is_unspaced) in enumerate(split_scripts(word, language)):
        yield Token(
            form,
            starts_sentence=starts_sentence and i == 0,
            is_unspaced=is_unspaced,
            is_attached=i > 0,
        )
