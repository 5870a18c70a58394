"""Lines of type: texts measured, wrapped, and drawn in the direction they are read."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from PIL import ImageDraw

from facilitation.drawing import fonts

LEADING = 1.36
COMPLEX_FROM = "\u0590"
"""From Hebrew on; before it stand Latin, Greek, Cyrillic and Armenian."""
BREAK_AFTER = "-/–—·"


@dataclass(frozen=True)
class Line:
    """One line, of one font. `y` grows by `height`; `ascent` keeps different fonts level."""

    text: str
    size: int
    colour: str
    bold: bool = False
    rtl: bool = False

    @property
    def height(self) -> int:
        return round(self.size * LEADING)

    def draw(self, canvas: ImageDraw.ImageDraw, x: int, y: int, width: int) -> None:
        """Draw between x and x + width, at the side where reading begins."""
        baseline = y + round(self.size * 1.05)
        start = x + width if self.rtl else x
        for run in runs(self.text, self.bold):
            canvas.text(
                (start, baseline),
                run,
                font=fonts.font(self.size, self.bold, run),
                fill=self.colour,
                anchor="rs" if self.rtl else "ls",
                **_direction(self.rtl),
            )
            long = measure(run, self.size, self.bold)
            start += -long if self.rtl else long


def wrap(text: str, width: int, size: int, colour: str, bold: bool = False) -> list[Line]:
    """Return the lines of a text, its own line breaks kept; a long word is broken in itself."""
    lines = []
    for paragraph in text.split("\n"):
        rtl = reads_rtl(paragraph)
        for line in _fill(paragraph, width, size, bold):
            lines.append(Line(line, size, colour, bold, rtl))
    return lines


def clip(lines: list[Line], most: int, width: int) -> list[Line]:
    """Return the first lines; where there are more, the last one ends in an ellipsis."""
    if len(lines) <= most:
        return lines
    *kept, last = lines[:most]
    text = last.text
    while text and measure(f"{text}…", last.size, last.bold) > width:
        text = text[:-1]
    return [*kept, replace(last, text=f"{text.rstrip()}…")]


def reads_rtl(text: str) -> bool:
    """Whether the first letter with a direction is one that is read from the right."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def needs_shaping(text: str) -> bool:
    """Whether letters join, stack or change sides; all others can be set one by one."""
    return not text.isascii() and any(
        unicodedata.category(letter)[0] == "M" or (letter >= COMPLEX_FROM and letter.isalpha())
        for letter in text
    )


def drawable(text: str) -> str | None:
    """Return the text without pictographs that no font has.

    None where that would take letters from it, or leave nothing.
    """
    kept = []
    for character in text:
        if fonts.drawable(character) or character == "\n":
            kept.append(character)
        elif unicodedata.category(character)[0] in "LNM":
            return None
    drawn = "".join(kept)
    return drawn if drawn.strip() or not text.strip() else None


def measure(text: str, size: int, bold: bool) -> float:
    direction = _direction(reads_rtl(text))
    return sum(fonts.font(size, bold, run).getlength(run, **direction) for run in runs(text, bold))


def runs(text: str, bold: bool) -> list[str]:
    """Return a text in parts that one font each can draw, as few as words allow."""
    if fonts.covers(text, bold):
        return [text]
    words = re.findall(r"[^ ]+ *| +", text)
    if len(words) == 1:
        return list(text)
    return [run for word in words for run in runs(word, bold)]


def _direction(rtl: bool) -> dict:
    return {"direction": "rtl" if rtl else "ltr"} if _can_shape() else {}


def _can_shape() -> bool:
    from PIL import features

    return features.check("raqm")


def _fill(paragraph: str, width: int, size: int, bold: bool) -> Iterator[str]:
    """Words as long as they fit; the first word of a line goes in even where it must be cut."""
    line = ""
    for word in paragraph.split():
        longer = f"{line} {word}" if line else word
        if measure(longer, size, bold) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _broken(word, width, size, bold)
        yield from full
    yield line


def _broken(word: str, width: int, size: int, bold: bool) -> list[str]:
    """A word in parts that fit, cut after a hyphen or slash where there is one."""
    parts = []
    while measure(word, size, bold) > width and len(word) > 1:
        cut = _fitting(word, width, size, bold)
        after = max((word.rfind(sign, 1, cut) for sign in BREAK_AFTER), default=-1)
        cut = after + 1 if after > cut // 2 else cut
        parts.append(word[:cut])
        word = word[cut:]
    return [*parts, word]


def _fitting(word: str, width: int, size: int, bold: bool) -> int:
    """How many characters fit, at least one; marks stay with the letter they sit on."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        fits = measure(word[:middle], size, bold) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    while low < len(word) and unicodedata.combining(word[low]) and low > 1:
        low -= 1
    return low
