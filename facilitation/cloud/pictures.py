"""The word cloud as a picture: SVG with real text, and PNG for whoever wants to paste it."""

import io
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw

from facilitation.cloud.word_extents import extent_of, font_for
from facilitation.wording import ORIGINAL, say

BACKGROUND = "#f6efe2"
COLOURS = ("#0b5451", "#a83c18", "#6b4a12", "#27566e", "#7a2e5c", "#3f5a1e")
NOTE_COLOUR, NOTE_SIZE, NOTE_HEIGHT = "#544a3b", 30, 60  # the line below the words
FONT = "'Atkinson Hyperlegible', 'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif"
PICTURE, MARGIN = (1920, 1080), 48
OVERSAMPLING = 2  # drawn at twice the size and scaled down, for smooth letters


def cloud_svg(cloud: dict, language: str = ORIGINAL) -> bytes:
    """Return a layout of layout.py as a self-contained SVG file in the wall's colours."""
    words = [_svg_word(word) for word in cloud["words"]]
    description = escape(", ".join(_xml_text(word["text"]) for word in cloud["words"]))
    note = _note(cloud["more"], 0, language)
    width, height = cloud["w"], cloud["h"] + (NOTE_HEIGHT if note else 0)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}" role="img" aria-labelledby="t d"'
            f' font-family="{FONT}" font-weight="700" text-anchor="middle">',
            f'<title id="t">Open-Sozial</title><desc id="d">{description}</desc>',
            f'<rect width="100%" height="100%" fill="{BACKGROUND}"/>',
            *words,
            *([_svg_note(note, width, height)] if note else []),
            "</svg>",
            "",
        ]
    ).encode()


def _svg_word(word: dict) -> str:
    """Return a word as text; a viewer with another font draws it as wide as it was measured."""
    x, y = word["x"], word["y"] + _below_middle(word)
    fixed = f' textLength="{word["width"]:.1f}" lengthAdjust="spacingAndGlyphs"'
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{word["size"]:.1f}"'
        f"{fixed if extent_of(word['text']).is_measured else ''}"
        f' fill="{COLOURS[colour_of(word["text"])]}">{escape(_xml_text(word["text"]))}</text>'
    )


def _svg_note(note: str, width: int, height: int) -> str:
    return (
        f'<text x="{width - MARGIN}" y="{height - MARGIN / 2}" font-size="{NOTE_SIZE}"'
        f' font-weight="400" text-anchor="end" fill="{NOTE_COLOUR}">{escape(note)}</text>'
    )


def cloud_png(cloud: dict, language: str = ORIGINAL) -> bytes:
    """Return a layout of layout.py as a PNG file of 1920 × 1080.

    A word in a script that this machine has no font for, or that Pillow cannot shape here, is not
    drawn; a line below says how many these are. The SVG has them all.
    """
    scale = min((PICTURE[i] - 2 * MARGIN) / cloud[side] for i, side in enumerate("wh"))
    left = (PICTURE[0] - cloud["w"] * scale) / 2
    top = (PICTURE[1] - cloud["h"] * scale) / 2
    image = Image.new("RGB", (PICTURE[0] * OVERSAMPLING, PICTURE[1] * OVERSAMPLING), BACKGROUND)
    draw = ImageDraw.Draw(image)
    undrawn = 0
    for word in cloud["words"]:
        font = font_for(word["text"], round(word["size"] * scale * OVERSAMPLING, 1))
        if font is None:
            undrawn += 1
            continue
        x = left + word["x"] * scale
        y = top + (word["y"] + _below_middle(word)) * scale
        colour = COLOURS[colour_of(word["text"])]
        place = x * OVERSAMPLING, y * OVERSAMPLING
        draw.text(place, word["text"], fill=colour, font=font, anchor="ms")
    _draw_note(draw, _note(cloud["more"], undrawn, language))
    file = io.BytesIO()
    image.resize(PICTURE, Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_note(draw: ImageDraw.ImageDraw, note: str) -> None:
    font = font_for(note, NOTE_SIZE * OVERSAMPLING, "400") if note else None
    if font:
        place = [(side - MARGIN) * OVERSAMPLING for side in PICTURE]
        draw.text(place, note, fill=NOTE_COLOUR, font=font, anchor="rs")


def _note(more: int, undrawn: int, language: str) -> str:
    """Return in words what the picture leaves out."""
    parts = []
    if more:
        parts.append(say("wall.cloud.more", language, count=more))
    if undrawn:
        parts.append(say("export.cloud.undrawn", language, count=undrawn))
    return " · ".join(parts)


def colour_of(text: str) -> int:
    """Return the number of a word's colour; static/js/wall/cloud/words.js has the same formula."""
    total = 7
    for letter in text:
        total = (total * 31 + ord(letter)) % 65_521
    return total % len(COLOURS)


def _below_middle(word: dict) -> float:
    """How far a word's baseline is below the middle of its box, in pixels."""
    extent = extent_of(word["text"])
    return (extent.up - extent.down) / 2 * word["size"]


def _xml_text(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(
        c for c in text if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"
    )
