"""How large the words of the cloud are, and with which font they are drawn.

Where no font (facilitation/drawing/fonts.py) has all the letters of a word, its size is estimated
and `font_for` returns None: the picture cannot show it. The wall does, in the browser's font, and
scales it to the space that is kept for it here.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from PIL import ImageFont, features

from facilitation.drawing import fonts

MEASURED_AT = 200
BROWSER_MARGIN = 1.04  # where the browser may use another font
ESTIMATED_UP, ESTIMATED_DOWN = 1.1, 0.45
WIDE_SCRIPTS = ("TAMIL", "MALAYALAM", "KANNADA", "TELUGU", "SINHALA", "MYANMAR", "KHMER")


class Extent(NamedTuple):
    """The size of a word, in parts of its font size: width, above and below its baseline."""

    width: float
    up: float
    down: float
    is_measured: bool = True


@lru_cache(maxsize=10_000)
def extent_of(text: str) -> Extent:
    """Measure a word, or estimate it where no font has its letters."""
    source = _source_for(text, bold=True)
    if source is None:
        width = max(0.5, sum(map(_estimated_width, text)))
        return Extent(width, ESTIMATED_UP, ESTIMATED_DOWN, is_measured=False)
    font = _font(source, MEASURED_AT)
    left, top, right, bottom = font.getbbox(text, anchor="ls")
    width = max(font.getlength(text), right - min(left, 0)) / MEASURED_AT
    margin = 1 if _is_screen_font(source) else BROWSER_MARGIN
    return Extent(width * margin, -top / MEASURED_AT * margin, bottom / MEASURED_AT * margin)


def font_for(text: str, size: float, weight: str = "700") -> ImageFont.FreeTypeFont | None:
    """Return a font that has all letters of `text`, or None. Weights: "700" and "400"."""
    source = _source_for(text, bold=weight == "700")
    return _font(source, size) if source else None


def _estimated_width(character: str) -> float:
    """Return a width in parts of the font size that is rather too large than too small."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 1.15 if unicodedata.name(character, "").startswith(WIDE_SCRIPTS) else 0.8


@lru_cache(maxsize=10_000)
def _source_for(text: str, *, bold: bool) -> str | None:
    """Return the file to draw a word with, or None.

    None where letters have to be shaped and this Pillow cannot do that, and for line breaks, which
    Pillow cannot lay out alone.
    """
    if any(unicodedata.bidirectional(character) == "B" for character in text):
        return None
    if any(map(_is_shaped, text)) and not features.check("raqm"):
        return None
    return fonts.source_for(text, bold)


def _is_shaped(character: str) -> bool:
    """Whether the letters of this script join, move or change beside each other."""
    return "\u0590" <= character <= "\u109f" or "\u1780" <= character <= "\u17ff"


@lru_cache(maxsize=500)
def _font(source: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(source, size)


def _is_screen_font(source: str) -> bool:
    return "atkinson" in source
