"""Group boards as pictures to hang up and to send around: 1920 × 1080, drawn with Pillow.

A text that is long is set smaller, down to what can still be read, and then goes on on another
picture. A text in letters that no font here has is not drawn as boxes: a sentence stands for it.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from PIL import Image, ImageDraw

from facilitation.domain.commands import BOARD_FIELDS
from facilitation.domain.document import GroupPart
from facilitation.drawing.typesetting import Line, drawable, wrap
from facilitation.exports.file_names import numbered
from facilitation.exports.reader import Reader

WIDTH, HEIGHT = 1920, 1080
MARGIN, PAD, GUTTER = 72, 56, 72
GROUND, PAPER, EDGE, INK = "#f6efe2", "#fffdf8", "#dccfb9", "#241f18"
SOFT, ACCENT, ON_ACCENT = "#544a3b", "#0b5451", "#ffffff"
TITLE_SIZES = (66, 56, 48)
TEXT_SIZES = (46, 40, 36, 32, 29, 26)
"""From large to the smallest that is still legible on an A4 print."""
BLOCK_GAP, HEAD_PAD, FOOT_HEIGHT = 34, 30, 72
RADIUS = 28
FEWEST_LINES = 2
COLUMN = (WIDTH - 2 * MARGIN - 2 * PAD - GUTTER) // 2


@dataclass(frozen=True)
class Block:
    """A field: its name, and its text in lines."""

    label: Line
    lines: tuple[Line, ...]
    title: str = ""

    @property
    def height(self) -> int:
        return self.label.height + sum(line.height for line in self.lines)

    def fitting(self, room: int) -> int:
        """How many of its lines fit below its name."""
        heights = accumulate((line.height for line in self.lines), initial=self.label.height)
        return sum(height <= room for height in heights) - 1


Column = list[Block]


def boards(reader: Reader) -> dict[str, bytes]:
    """Return one picture a group by file name, more for those who wrote more than fits."""
    files = {}
    names = numbered([group.title for group in reader.groups])
    for group, name in zip(reader.groups, names, strict=True):
        for n, picture in enumerate(_pictures(reader, group), start=1):
            files[f"boards/{name}.png" if n == 1 else f"boards/{name}-{n}.png"] = picture
    return files


class _Texts:
    """Makes texts drawable, and knows whether something had to be left out."""

    def __init__(self, reader: Reader):
        self.say = reader.say
        self.left_out = False

    def of(self, text: str) -> str:
        text = text.replace("\t", "    ")
        kept = drawable(text)
        self.left_out = self.left_out or (kept is not None and kept != text)
        return self.say("export.board.other_letters") if kept is None else kept


def _pictures(reader: Reader, group: GroupPart) -> Iterator[bytes]:
    texts = _Texts(reader)
    head = _head(texts, reader, group)
    top = MARGIN + sum(line.height for line in head) + 2 * HEAD_PAD
    pages = _pages(texts, group, HEIGHT - MARGIN - FOOT_HEIGHT - top - 2 * PAD)
    title = texts.of(reader.document.title)
    for n, columns in enumerate(pages, start=1):
        foot = [title]
        if len(pages) > 1:
            foot.append(reader.say("wall.page", page=n, pages=len(pages)))
        if texts.left_out:
            foot.append(reader.say("export.board.left_out"))
        yield _draw(head, top, columns, "   ·   ".join(foot))


def _head(texts: _Texts, reader: Reader, group: GroupPart) -> list[Line]:
    """The title as large as two lines allow, below it where and with whom the group sits."""
    width = WIDTH - 2 * MARGIN - 2 * PAD
    title = texts.of(group.title)
    for size in TITLE_SIZES:
        lines = wrap(title, width, size, ON_ACCENT, bold=True)
        if len(lines) <= 2:
            break
    about = []
    if group.table:
        about.append(reader.table(group))
    if reader.supporter(group):
        about.append(f"{reader.say('wall.groups.with')} {reader.supporter(group)}")
    if group.members:
        about.append(reader.say("wall.groups.members", count=group.members))
    if about:
        lines += wrap(texts.of("   ·   ".join(about)), width, 32, ON_ACCENT)
    return lines


def _pages(texts: _Texts, group: GroupPart, height: int) -> list[list[Column]]:
    """The largest type in which all fits on one picture; else the smallest, on several."""
    for size in TEXT_SIZES:
        blocks = _blocks(texts, group, size)
        columns = _flow(blocks, height, texts.say)
        if len(columns) <= 2:
            return [_balanced(blocks, columns, texts.say)]
    return [columns[n : n + 2] for n in range(0, len(columns), 2)]


def _blocks(texts: _Texts, group: GroupPart, size: int) -> list[Block]:
    label_size = max(24, round(size * 0.72))
    blocks = []
    for field in BOARD_FIELDS:
        if group.board.get(field):
            label = Line(texts.say(f"console.field.{field}"), label_size, ACCENT, bold=True)
            lines = wrap(texts.of(group.board[field]), COLUMN, size, INK)
            blocks.append(Block(label, tuple(lines), label.text))
    if not blocks:
        lines = wrap(texts.say("export.board.empty"), COLUMN, TEXT_SIZES[0], SOFT)
        blocks.append(Block(Line("", 8, ACCENT), tuple(lines)))
    return blocks


def _flow(blocks: list[Block], height: int, say) -> list[Column]:
    """Fill columns of this height; a field that breaks says in the next one that it goes on."""
    columns: list[Column] = [[]]
    room = height
    for block in blocks:
        while block.height > room:
            fit = block.fitting(room)
            if fit >= FEWEST_LINES or not columns[-1]:
                fit = max(fit, 1)
                columns[-1].append(replace(block, lines=block.lines[:fit]))
                more = replace(block.label, text=f"{block.title} {say('wall.boards.more')}")
                block = replace(block, label=more, lines=block.lines[fit:])
            columns.append([])
            room = height
        columns[-1].append(block)
        room -= block.height + BLOCK_GAP
    return columns


def _balanced(blocks: list[Block], columns: list[Column], say) -> list[Column]:
    """The same in columns that end at about the same height, if no field has to break for it."""
    total = sum(block.height + BLOCK_GAP for block in blocks)
    for split in range(1, len(blocks)):
        left = sum(block.height + BLOCK_GAP for block in blocks[:split])
        if left * 2 >= total:
            shorter = [blocks[:split], blocks[split:]]
            heights = [sum(b.height + BLOCK_GAP for b in column) for column in shorter]
            whole = max(sum(b.height + BLOCK_GAP for b in column) for column in columns)
            return shorter if len(columns) == 1 or max(heights) <= whole else columns
    return columns


@lru_cache(maxsize=4)
def _sheet(top: int) -> Image.Image:
    """The empty board, drawn twice as large and reduced, so that its corners are smooth."""
    image = Image.new("RGB", (2 * WIDTH, 2 * HEIGHT), GROUND)
    canvas = ImageDraw.Draw(image)
    left, right, radius = 2 * MARGIN, 2 * (WIDTH - MARGIN), 2 * RADIUS
    outer = (left, 2 * MARGIN, right, 2 * (HEIGHT - FOOT_HEIGHT))
    canvas.rounded_rectangle(outer, radius, fill=PAPER, outline=EDGE, width=4)
    band, corners = (left, 2 * MARGIN, right, 2 * top), (True, True, False, False)
    canvas.rounded_rectangle(band, radius, fill=ACCENT, corners=corners)
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _draw(head: list[Line], top: int, columns: list[Column], foot: str) -> bytes:
    image = _sheet(top).copy()
    canvas = ImageDraw.Draw(image)
    width = WIDTH - 2 * MARGIN - 2 * PAD
    _draw_lines(canvas, head, MARGIN + PAD, MARGIN + HEAD_PAD, width)
    for n, column in enumerate(columns):
        x, y = MARGIN + PAD + n * (COLUMN + GUTTER), top + PAD
        for block in column:
            label = replace(block.label, rtl=block.lines[0].rtl)
            y = _draw_lines(canvas, [label, *block.lines], x, y, COLUMN) + BLOCK_GAP
    Line(foot, 24, SOFT).draw(canvas, MARGIN + PAD, HEIGHT - FOOT_HEIGHT + 18, width)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _draw_lines(canvas, lines: list[Line], x: int, y: int, width: int) -> int:
    """Draw lines one below the other and return where the next would stand."""
    for line in lines:
        line.draw(canvas, x, y, width)
        y += line.height
    return y
