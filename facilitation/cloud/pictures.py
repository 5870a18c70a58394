"""The word cloud as a picture: SVG with real text, and PNG for whoever wants to paste it."""

import io
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw

from facilitation.cloud.word_extents import extent_of, font_for

BACKGROUND = "#f6efe2"
COLOURS = ("#0b5451", "#a83c18", "#6b4a12", "#27566e", "#7a2e5c", "#3f5a1e")
FONT = "'Atkinson Hyperlegible', 'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif"
PICTURE, MARGIN = (1920, 1080), 48
OVERSAMPLING = 2  # drawn at twice the size and scaled down, for smooth letters


def cloud_svg(cloud: dict) -> bytes:
    """Return a layout of cloud.py as a self-contained SVG file in the wall's colours."""
    words = [_svg_word(word) for word in cloud["words"]]
    description = escape(", ".join(_xml_text(word["text"]) for word in cloud["words"]))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {cloud["w"]} {cloud["h"]}"'
            f' width="{cloud["w"]}" height="{cloud["h"]}" role="img" aria-labelledby="t d"'
            f' font-family="{FONT}" font-weight="700" text-anchor="middle">',
            f'<title id="t">Open-Sozial</title><desc id="d">{description}</desc>',
            f'<rect width="100%" height="100%" fill="{BACKGROUND}"/>',
            *words,
            "</svg>",
            "",
        ]
    ).encode()


def _svg_word(word: dict) -> str:
    x, y = word["x"], word["y"] + _below_middle(word)
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{word["size"]:.1f}"'
        f' fill="{COLOURS[colour_of(word["text"])]}">{escape(_xml_text(word["text"]))}</text>'
    )


def cloud_png(cloud: dict) -> bytes:
    """Return a layout of cloud.py as a PNG file of 1920 × 1080.

    Words in a script that this machine has no font for are left out, and Arabic ones where Pillow
    cannot join letters; the SVG has them all.
    """
    scale = min((PICTURE[i] - 2 * MARGIN) / cloud[side] for i, side in enumerate("wh"))
    left = (PICTURE[0] - cloud["w"] * scale) / 2
    top = (PICTURE[1] - cloud["h"] * scale) / 2
    image = Image.new("RGB", (PICTURE[0] * OVERSAMPLING, PICTURE[1] * OVERSAMPLING), BACKGROUND)
    draw = ImageDraw.Draw(image)
    for word in cloud["words"]:
        font = font_for(word["text"], round(word["size"] * scale * OVERSAMPLING, 1))
        if font is None:
            continue
        x = left + word["x"] * scale
        y = top + (word["y"] + _below_middle(word)) * scale
        colour = COLOURS[colour_of(word["text"])]
        place = x * OVERSAMPLING, y * OVERSAMPLING
        draw.text(place, word["text"], fill=colour, font=font, anchor="ms")
    file = io.BytesIO()
    image.resize(PICTURE, Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


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
