"""How large the words of the cloud are, and with which font they are drawn.

Where no font (facilitation/drawing/fonts.py) has all the letters of a word, `font_for` returns None
and the word is left out of the picture. The wall and the SVG show it all the same, in the browser's
font.
"""

from functools import lru_cache
from typing import NamedTuple

from PIL import ImageFont, features

from facilitation.drawing import fonts

MEASURED_AT = 200
BROWSER_MARGIN = 1.04  # where the browser may use another font


class Extent(NamedTuple):
    """The size of a word, in parts of its font size: width, above and below its baseline."""

    width: float
    up: float
    down: float


@lru_cache(maxsize=10_000)
def extent_of(text: str) -> Extent:
    """Measure a word; one without a font is guessed from its number of letters."""
    source = _source_for(text, bold=True)
    if source is None:
        wide = sum(1.05 if ord(letter) > 0x2E80 else 0.7 for letter in text)
        return Extent(wide, 0.9, 0.2)
    font = _font(source, MEASURED_AT)
    left, top, right, bottom = font.getbbox(text, anchor="ls")
    width = max(font.getlength(text), right - min(left, 0)) / MEASURED_AT
    margin = 1 if _is_screen_font(source) else BROWSER_MARGIN
    return Extent(width * margin, -top / MEASURED_AT * margin, bottom / MEASURED_AT * margin)


def font_for(text: str, size: float, weight: str = "700") -> ImageFont.FreeTypeFont | None:
    """Return a font that has all letters of `text`, or None. Weights: "700" and "400"."""
    source = _source_for(text, bold=weight == "700")
    return _font(source, size) if source else None


@lru_cache(maxsize=10_000)
def _source_for(text: str, *, bold: bool) -> str | None:
    """Return the file to draw a word with; letters that join need a Pillow that can join them.

    None for a line break, too: Pillow cannot lay out one that stands alone.
    """
    if "\n" in text:
        return None
    if any("\u0590" <= letter <= "\u08ff" for letter in text) and not features.check("raqm"):
        return None
    return fonts.source_for(text, bold)


@lru_cache(maxsize=500)
def _font(source: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(source, size)


def _is_screen_font(source: str) -> bool:
    return "atkinson" in source
