"""The fields of a board in columns: how much fits where, and where a long field goes on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate

from facilitation.drawing.typesetting import Line

BLOCK_GAP = 34
FEWEST_LINES = 2
"""A field is not broken for less."""


@dataclass(frozen=True)
class Block:
    """A field: its name, and its text in lines."""

    label: Line
    lines: tuple[Line, ...]
    title: str = ""

    @property
    def height(self) -> int:
        return self.label.height + sum(line.height for line in self.lines)

    def lines_within(self, height: int) -> int:
        """How many of its lines fit below its name."""
        heights = accumulate((line.height for line in self.lines), initial=self.label.height)
        return sum(reached <= height for reached in heights) - 1


Column = list[Block]


def fill_columns(blocks: list[Block], height: int, say: Callable) -> list[Column]:
    """Fill columns of this height; a field that breaks says in the next one that it goes on."""
    columns: list[Column] = [[]]
    room = height
    for block in blocks:
        while block.height > room:
            fit = block.lines_within(room)
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


def balance(blocks: list[Block], columns: list[Column]) -> list[Column]:
    """The same in columns that end at about the same height, if no field has to break for it."""
    total = _height(blocks)
    for split in range(1, len(blocks)):
        if _height(blocks[:split]) * 2 >= total:
            balanced = [blocks[:split], blocks[split:]]
            lower = max(map(_height, balanced)) <= max(map(_height, columns))
            return balanced if len(columns) == 1 or lower else columns
    return columns


def end_with_ellipsis(columns: list[Column]) -> list[Column]:
    """The same, the last line replaced by an ellipsis: more was written than is drawn."""
    *blocks, last = columns[-1]
    lines = (*last.lines[:-1], replace(last.lines[-1], text="…"))
    return [*columns[:-1], [*blocks, replace(last, lines=lines)]]


def _height(blocks: list[Block]) -> int:
    return sum(block.height + BLOCK_GAP for block in blocks)
