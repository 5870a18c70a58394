"""Groups, what they write on their boards, and the roster of supporters."""

from msgspec import Struct
from rpds import HashTrieMap, HashTrieSet

from facilitation.domain.commands import BOARD_FIELDS


class BoardText(Struct, frozen=True):
    """One field of a board; `base` is the row that wrote it. Contact text is behind `key`."""

    value: str = ""
    key: str | None = None
    base: int = 0


class Group(Struct, frozen=True):
    """People who work on topics at a table."""

    id: str
    n: int
    title: str
    topics: tuple[str, ...]
    table: str | None = None
    seats: int | None = None
    supporter: str | None = None
    members: HashTrieSet = HashTrieSet()
    board: HashTrieMap = HashTrieMap()

    @property
    def shape(self) -> tuple:
        return (self.title, self.topics, self.table, self.seats, self.supporter)

    def text(self, field: str) -> BoardText:
        return self.board.get(field) or BoardText()

    @property
    def has_text(self) -> bool:
        return any(self.text(f).value or self.text(f).key for f in BOARD_FIELDS)


class Supporter(Struct, frozen=True):
    id: str
    kind: str
    key: str
