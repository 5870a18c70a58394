"""The sheet that a board is drawn on, 1920 × 1080, and the drawing itself."""

import io
from dataclasses import replace
from functools import lru_cache

from PIL import Image, ImageDraw

from facilitation.drawing.typesetting import Line
from facilitation.exports.board_pictures.columns import BLOCK_GAP, Column

WIDTH, HEIGHT = 1920, 1080
MARGIN, PADDING, GUTTER = 72, 56, 72
GROUND, PAPER, EDGE, INK = "#f6efe2", "#fffdf8", "#dccfb9", "#241f18"
SOFT, ACCENT, ON_ACCENT = "#544a3b", "#0b5451", "#ffffff"
HEAD_PADDING, FOOT_HEIGHT, FOOT_SIZE = 30, 72, 24
RADIUS = 28
TEXT_WIDTH = WIDTH - 2 * MARGIN - 2 * PADDING
COLUMN_WIDTH = (TEXT_WIDTH - GUTTER) // 2


def head_bottom(head: list[Line]) -> int:
    """Where the coloured band with the title ends."""
    return MARGIN + sum(line.height for line in head) + 2 * HEAD_PADDING


def column_height(head: list[Line]) -> int:
    """How much room a column has below the head."""
    return HEIGHT - MARGIN - FOOT_HEIGHT - head_bottom(head) - 2 * PADDING


def draw(head: list[Line], columns: list[Column], foot: str) -> bytes:
    """Return one picture as PNG."""
    bottom = head_bottom(head)
    image = _empty_sheet(bottom).copy()
    canvas = ImageDraw.Draw(image)
    _draw_lines(canvas, head, MARGIN + PADDING, MARGIN + HEAD_PADDING, TEXT_WIDTH)
    for n, column in enumerate(columns):
        x, y = MARGIN + PADDING + n * (COLUMN_WIDTH + GUTTER), bottom + PADDING
        for block in column:
            label = replace(block.label, rtl=block.lines[0].rtl)
            y = _draw_lines(canvas, [label, *block.lines], x, y, COLUMN_WIDTH) + BLOCK_GAP
    line = Line(foot, FOOT_SIZE, SOFT)
    line.draw(canvas, MARGIN + PADDING, HEIGHT - FOOT_HEIGHT + 18, TEXT_WIDTH)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@lru_cache(maxsize=4)
def _empty_sheet(bottom: int) -> Image.Image:
    """The empty board, drawn twice as large and reduced, so that its corners are smooth."""
    image = Image.new("RGB", (2 * WIDTH, 2 * HEIGHT), GROUND)
    canvas = ImageDraw.Draw(image)
    left, right, radius = 2 * MARGIN, 2 * (WIDTH - MARGIN), 2 * RADIUS
    outer = (left, 2 * MARGIN, right, 2 * (HEIGHT - FOOT_HEIGHT))
    canvas.rounded_rectangle(outer, radius, fill=PAPER, outline=EDGE, width=4)
    band, corners = (left, 2 * MARGIN, right, 2 * bottom), (True, True, False, False)
    canvas.rounded_rectangle(band, radius, fill=ACCENT, corners=corners)
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _draw_lines(canvas, lines: list[Line], x: int, y: int, width: int) -> int:
    """Draw lines one below the other and return where the next would stand."""
    for line in lines:
        line.draw(canvas, x, y, width)
        y += line.height
    return y
