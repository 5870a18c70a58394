"""Contributions, and the topics on the board that hold them."""

from msgspec import Struct
from rpds import HashTrieMap, HashTrieSet


class Contribution(Struct, frozen=True):
    """What one person said. `author` is a participant, or a console for writing-wall cards.

    `topics` are the live topics that hold it: at least one unless it is withdrawn (rule 3).
    """

    id: str
    n: int
    text: str
    via: str
    author: str
    language: str | None = None
    topics: tuple[str, ...] = ()
    withdrawn: bool = False


class Topic(Struct, frozen=True):
    """What stands on the board. `title` is None while it goes by its first contribution.

    `voters` maps a participant to their placement numbers here; `dots` includes `paper`.
    `size` counts the contributions that are not withdrawn; a topic of size 0 is not shown.
    """

    id: str
    n: int
    title: str | None
    contributions: tuple[str, ...]
    sources: tuple[str, ...] = ()
    hidden: str | None = None
    group: str | None = None
    size: int = 0
    voters: HashTrieMap = HashTrieMap()
    dots: int = 0
    people: int = 0
    paper: int = 0
    flags: HashTrieMap = HashTrieMap()
    interest: HashTrieSet = HashTrieSet()
    former: tuple[str, ...] = ()

    @property
    def counted(self) -> int:
        """How many people an import had counted here; they cannot be told apart any more."""
        return self.people - len(self.voters)

    @property
    def shape(self) -> tuple:
        """What only facilitators change: an undo is exact as long as this is as they left it."""
        return (self.title, self.contributions, self.sources, self.hidden, self.group)
