"""Group boards as pictures to hang up and to send around.

A text that is long is set smaller, down to what can still be read, and then goes on on another
picture. A text in letters that no font here has is not drawn as boxes: a sentence stands for it.
"""

from collections.abc import Iterator

from facilitation.domain.document import GroupPart
from facilitation.drawing.typesetting import Line, clip, measure, wrap
from facilitation.exports.board_pictures.canvas import (
    ACCENT,
    COLUMN_WIDTH,
    FOOT_SIZE,
    INK,
    ON_ACCENT,
    SOFT,
    TEXT_WIDTH,
    column_height,
    draw,
)
from facilitation.exports.board_pictures.columns import (
    Block,
    Column,
    balance,
    end_with_ellipsis,
    fill_columns,
)
from facilitation.exports.drawable_texts import DrawableTexts
from facilitation.exports.file_names import numbered
from facilitation.exports.reader import Reader

BOARDS = "boards"
"""The folder of an export that they are in."""
TITLE_SIZES = (66, 56, 48)
TEXT_SIZES = (46, 40, 36, 32, 29, 26)
"""From large to the smallest that is still legible on an A4 print."""
TITLE_LINES, ABOUT_LINES = 4, 3
ABOUT_SIZE = 32
MOST_PICTURES = 8
"""Of one group: all that seven fields of prose need, and less than line breaks alone could fill."""
BETWEEN = "   ·   "


def boards(reader: Reader) -> dict[str, bytes]:
    """Return one picture a group by file name, more for those who wrote more than fits."""
    files = {}
    names = numbered([group.title for group in reader.groups])
    for group, name in zip(reader.groups, names, strict=True):
        for n, picture in enumerate(_pictures(reader, group), start=1):
            files[f"{BOARDS}/{name}.png" if n == 1 else f"{BOARDS}/{name}-{n}.png"] = picture
    return files


def _pictures(reader: Reader, group: GroupPart) -> Iterator[bytes]:
    texts = DrawableTexts(reader)
    head = _head(texts, reader, group)
    pages = _pages(texts, reader.board(group), column_height(head))
    for n, columns in enumerate(pages[:MOST_PICTURES], start=1):
        notes = []
        if len(pages) > 1:
            notes.append(reader.say("wall.page", page=n, pages=min(len(pages), MOST_PICTURES)))
        if texts.left_out:
            notes.append(reader.say("export.board.left_out"))
        if n == MOST_PICTURES < len(pages):
            columns = end_with_ellipsis(columns)
            notes.append(reader.say("export.board.rest"))
        yield draw(head, columns, _foot(texts.of(reader.document.title), notes))


def _foot(title: str, notes: list[str]) -> str:
    """The title of the day, shortened where the notes after it need the room."""
    after = "".join(f"{BETWEEN}{note}" for note in notes)
    width = TEXT_WIDTH - measure(after, FOOT_SIZE, False)
    [line] = clip(wrap(title, width, FOOT_SIZE, SOFT), 1, width)
    return line.text + after


def _head(texts: DrawableTexts, reader: Reader, group: GroupPart) -> list[Line]:
    """The title as large as two lines allow, below it where and with whom the group sits."""
    title = texts.of(group.title)
    for size in TITLE_SIZES:
        lines = wrap(title, TEXT_WIDTH, size, ON_ACCENT, bold=True)
        if len(lines) <= 2:
            break
    lines = clip(lines, TITLE_LINES, TEXT_WIDTH)
    about = []
    if group.table:
        about.append(reader.table(group))
    if reader.supporter(group):
        about.append(f"{reader.say('wall.groups.with')} {reader.supporter(group)}")
    if group.members:
        about.append(reader.say("wall.groups.members", count=group.members))
    if about:
        about_lines = wrap(texts.of(BETWEEN.join(about)), TEXT_WIDTH, ABOUT_SIZE, ON_ACCENT)
        lines += clip(about_lines, ABOUT_LINES, TEXT_WIDTH)
    return lines


def _pages(texts: DrawableTexts, board: list[tuple[str, str]], height: int) -> list[list[Column]]:
    """The largest type in which all fits on one picture; else the smallest, on several."""
    for size in TEXT_SIZES:
        blocks = _blocks(texts, board, size)
        columns = fill_columns(blocks, height, texts.say)
        if len(columns) <= 2:
            return [balance(blocks, columns)]
    return [columns[n : n + 2] for n in range(0, len(columns), 2)]


def _blocks(texts: DrawableTexts, board: list[tuple[str, str]], size: int) -> list[Block]:
    label_size = max(24, round(size * 0.72))
    blocks = []
    for field, text in board:
        label = Line(texts.say(f"console.field.{field}"), label_size, ACCENT, bold=True)
        lines = wrap(texts.of(text), COLUMN_WIDTH, size, INK)
        blocks.append(Block(label, tuple(lines), label.text))
    if not blocks:
        lines = wrap(texts.say("export.board.empty"), COLUMN_WIDTH, TEXT_SIZES[0], SOFT)
        blocks.append(Block(Line("", 8, ACCENT), tuple(lines)))
    return blocks
