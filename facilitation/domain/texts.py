"""What a person may type: bounds, trimming and the few characters that are refused."""

import unicodedata

from facilitation.domain.refusals import Invalid

CONTRIBUTION_MAX = 280
TITLE_MAX = 120
BOARD_MAX = 2000
WORD_CUT_MAX = 24
"""A longer word at the end of a title is cut in itself: leaving it out would leave too little."""


def clean(text: str, *, longest: int, lines: bool = True, empty: bool = False) -> str:
    """Return `text` as it is stored: trimmed at both ends, otherwise untouched.

    Lengths are code points (DESIGN.md, section 5, "Characters"). Raises Invalid for control
    characters other than newline and tab, lone surrogates, a newline where `lines` is false,
    an empty text unless `empty`, and a text longer than `longest`.
    """
    for character in text:
        category = unicodedata.category(character)
        if category == "Cs" or (category == "Cc" and character not in "\n\t"):
            raise Invalid("refusal.characters")
    trimmed = text.strip()
    if not trimmed and not empty:
        raise Invalid("refusal.empty")
    if not lines and "\n" in trimmed:
        raise Invalid("refusal.one_line")
    if len(trimmed) > longest:
        raise Invalid("refusal.too_long", longest=longest, count=len(trimmed))
    return trimmed


def contribution_text(text: str) -> str:
    """Return a contribution as stored: 1 to 280 code points, newlines kept."""
    return clean(text, longest=CONTRIBUTION_MAX)


def title_text(text: str) -> str:
    """Return a title as stored: 1 to 120 code points on one line."""
    return clean(text, longest=TITLE_MAX, lines=False)


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
