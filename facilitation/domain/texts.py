"""What a person may type: bounds, trimming, what is no text, and the few characters refused."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time

from facilitation.domain.refusals import Invalid

CONTRIBUTION_MAX = 280
TITLE_MAX = 120
BOARD_MAX = 2000
WORD_CUT_MAX = 24
"""A longer word at the end of a title is cut in itself: leaving it out would leave too little."""


INVISIBLE_CATEGORIES = ("C", "M", "Z")
"""Unicode's controls and formats, marks (nothing without a letter), separators and spaces."""
FILLERS = set("\u115f\u1160\u2800\u3164\uffa0\U0001d159")
"""Letters and symbols that are blank: Hangul fillers, the empty Braille pattern, a null note."""
UNASSIGNED_BLANK = range(0xE0000, 0xE1000)
"""What Unicode keeps blank without a character in it yet."""


def is_visible(text: str) -> bool:
    """Whether at least one character can be seen (DESIGN.md, section 5, "A text")."""
    return any(_is_visible(character) for character in text)


def _is_visible(character: str) -> bool:
    category = unicodedata.category(character)
    if category in ("Cn", "Co"):  # newer than this Python's tables, or somebody's own
        return ord(character) not in UNASSIGNED_BLANK
    return category[0] not in INVISIBLE_CATEGORIES and character not in FILLERS


def clean(
    text: str, *, longest: int, lines: bool = True, empty: bool = False, visible: bool = True
) -> str:
    """Return `text` as it is stored: trimmed at both ends, otherwise untouched.

    Lengths are code points (DESIGN.md, section 5, "Characters"). Raises Invalid for control
    characters other than newline and tab, lone surrogates, a newline where `lines` is false,
    a text longer than `longest`, and one in which nothing can be seen: with `empty` that counts as
    no text, "". Without `visible` it is taken as it is: files written before this rule open, too.
    """
    for character in text:
        category = unicodedata.category(character)
        if category == "Cs" or (category == "Cc" and character not in "\n\t"):
            raise Invalid("refusal.characters")
    trimmed = text.strip()
    if visible and not is_visible(trimmed):
        trimmed = ""
    if not trimmed and not empty:
        raise Invalid("refusal.empty")
    if not lines and "\n" in trimmed:
        raise Invalid("refusal.one_line")
    if len(trimmed) > longest:
        raise Invalid("refusal.too_long", longest=longest, count=len(trimmed))
    return trimmed


def contribution_text(text: str, *, visible: bool = True) -> str:
    """Return a contribution as stored: 1 to 280 code points, newlines kept."""
    return clean(text, longest=CONTRIBUTION_MAX, visible=visible)


def title_text(text: str, *, visible: bool = True) -> str:
    """Return a title as stored: 1 to 120 code points on one line."""
    return clean(text, longest=TITLE_MAX, lines=False, visible=visible)


def date_text(text: str) -> str:
    """Return a day as stored: YYYY-MM-DD, or "" for none. Raises Invalid for anything else."""
    return _moment(text, r"\d{4}-\d\d-\d\d", date.fromisoformat, "refusal.date")


def time_text(text: str) -> str:
    """Return a time of day as stored: HH:MM, or "" for none. Raises Invalid for anything else."""
    return _moment(text, r"\d\d:\d\d", time.fromisoformat, "refusal.time")


def _moment(text: str, form: str, read: Callable[[str], object], refusal: str) -> str:
    moment = clean(text, longest=CONTRIBUTION_MAX, empty=True)
    if not moment:
        return ""
    if not re.fullmatch(form, moment, re.ASCII):
        raise Invalid(refusal)
    try:
        read(moment)
    except ValueError as error:
        raise Invalid(refusal) from error
    return moment


def board_text(field: str, text: str, *, visible: bool = True) -> str:
    """Return what is written into a field of a board, as stored; "" empties it.

    The date and the time of the next meeting have their forms (DESIGN.md, section 5, "Board");
    all else is a text of up to 2,000 code points.
    """
    if field == "meeting_date":
        return date_text(text)
    if field == "meeting_time":
        return time_text(text)
    return clean(text, longest=BOARD_MAX, empty=True, visible=visible)


def title_of(text: str) -> str:
    """Return the title of a topic nobody has named: its first contribution, on one line.

    What is too long ends after a whole word.
    """
    line = " ".join(text.split())
    if len(line) <= TITLE_MAX:
        return line
    kept, begun = line[: TITLE_MAX - 1], line[TITLE_MAX - 1] != " "
    before, _, word = kept.rpartition(" ")
    if begun and before and len(word) < WORD_CUT_MAX:
        kept = before
    return kept.rstrip() + "…"
