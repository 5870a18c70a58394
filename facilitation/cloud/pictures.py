"""The word cloud as a picture: SVG with real text, and PNG for whoever wants to paste it."""

import io
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw

from facilitation.cloud.fonts import face_for, ink_of

GROUND = "#f6efe2"
COLOURS = ("#0b5451", "#a83c18", "#6b4a12", "#27566e", "#7a2e5c", "#3f5a1e")
FONT = "'Atkinson Hyperlegible', 'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif"
PICTURE, MARGIN = (1920, 1080), 48
TWICE = 2  # drawn at twice the size and brought down: smooth letters


def cloud_svg(cloud: dict) -> bytes:
    """Return a layout of cloud.py as a self-contained SVG file in the wall's colours."""
    words = [_svg_word(word) for word in cloud["words"]]
    spoken = escape(", ".join(_plain(word["text"]) for word in cloud["words"]))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {cloud["w"]} {cloud["h"]}"'
            f' width="{cloud["w"]}" height="{cloud["h"]}" role="img" aria-labelledby="t d"'
            f' font-family="{FONT}" font-weight="700" text-anchor="middle">',
            f'<title id="t">Open-Sozial</title><desc id="d">{spoken}</desc>',
            f'<rect width="100%" height="100%" fill="{GROUND}"/>',
            *words,
            "</svg>",
            "",
        ]
    ).encode()


def _svg_word(word: dict) -> str:
    x, y = word["x"], word["y"] + _below_middle(word)
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{word["size"]:.1f}"'
        f' fill="{COLOURS[colour_of(word["text"])]}">{escape(_plain(word["text"]))}</text>'
    )


def cloud_png(cloud: dict) -> bytes:
    """Return a layout of cloud.py as a PNG file of 1920 × 1080.

    Words in a script that this machine has no font for are left out, and Arabic ones where Pillow
    cannot join letters; the SVG has them all.
    """
    scale = min((PICTURE[i] - 2 * MARGIN) / cloud[side] for i, side in enumerate("wh"))
    left = (PICTURE[0] - cloud["w"] * scale) / 2
    top = (PICTURE[1] - cloud["h"] * scale) / 2
    image = Image.new("RGB", (PICTURE[0] * TWICE, PICTURE[1] * TWICE), GROUND)
    draw = ImageDraw.Draw(image)
    for word in cloud["words"]:
        face = face_for(word["text"], round(word["size"] * scale * TWICE, 1))
        if face is None:
            continue
        x = left + word["x"] * scale
        y = top + (word["y"] + _below_middle(word)) * scale
        colour = COLOURS[colour_of(word["text"])]
        draw.text((x * TWICE, y * TWICE), word["text"], fill=colour, font=face, anchor="ms")
    file = io.BytesIO()
    image.resize(PICTURE, Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


def colour_of(text: str) -> int:
    """Return the number of a word's colour; static/js/wall/cloud/words.js has the same sum."""
    total = 7
    for letter in text:
        total = (total * 31 + ord(letter)) % 65_521
    return total % len(COLOURS)


def _below_middle(word: dict) -> float:
    """How far a word's baseline is below the middle of its ink, in pixels."""
    ink = ink_of(word["text"])
    return (ink.up - ink.down) / 2 * word["size"]


def _plain(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(
        c for c in text if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"
    )
