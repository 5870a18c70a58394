"""The faces that the word cloud is measured and drawn with, one for each script that is there.

Where no font (facilitation/drawing/fonts.py) has all the letters of a word, `face_for` returns None
and the word is left out of the picture: boxes say nothing. The wall and the SVG have it all the
same, in the browser's font.
"""

from functools import lru_cache
from typing import NamedTuple

from PIL import ImageFont, features

from facilitation.drawing import fonts

MEASURED_AT = 200
BROWSERS_MAY_DIFFER = 1.04  # where the browser prints in a font of its own


class Ink(NamedTuple):
    """What a word covers, in parts of its font size: width, and above and below its baseline."""

    width: float
    up: float
    down: float


@lru_cache(maxsize=10_000)
def ink_of(text: str) -> Ink:
    """Measure a word; one without a face is guessed from its number of letters."""
    source = _source_for(text, bold=True)
    if source is None:
        wide = sum(1.05 if ord(letter) > 0x2E80 else 0.7 for letter in text)
        return Ink(wide, 0.9, 0.2)
    face = _face(source, MEASURED_AT)
    left, top, right, bottom = face.getbbox(text, anchor="ls")
    width = max(face.getlength(text), right - min(left, 0)) / MEASURED_AT
    margin = 1 if _is_own(source) else BROWSERS_MAY_DIFFER
    return Ink(width * margin, -top / MEASURED_AT * margin, bottom / MEASURED_AT * margin)


def face_for(text: str, size: float, weight: str = "700") -> ImageFont.FreeTypeFont | None:
    """Return a face that has all letters of `text`, or None. Weights: "700" and "400"."""
    source = _source_for(text, bold=weight == "700")
    return _face(source, size) if source else None


@lru_cache(maxsize=10_000)
def _source_for(text: str, *, bold: bool) -> str | None:
    """Return the file to draw a word with; letters that join need a Pillow that can join them."""
    if any("\u0590" <= letter <= "\u08ff" for letter in text) and not features.check("raqm"):
        return None
    return fonts.source_for(text, bold)


@lru_cache(maxsize=500)
def _face(source: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(source, size)


def _is_own(source: str) -> bool:
    return "atkinson" in source
