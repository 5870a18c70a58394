"""Participants, what they are told on their phones, and notes of interviews."""

from msgspec import Struct
from rpds import HashTrieMap, HashTrieSet


class Notice(Struct, frozen=True):
    """Something one person is told on their phone. `at` is a journal number."""

    id: str
    at: int
    key: str
    gaps: dict


class Note(Struct, frozen=True):
    """What a partner noted in an interview, until its teller confirms or declines it."""

    id: str
    text: str
    writer: str


class Participant(Struct, frozen=True):
    """One person. `dots` are (placement number, topic id), in the order they were placed.

    `board_contacts` are the groups, dissolved ones too, on whose board stands a contact that this
    person had a hand in.
    """

    id: str
    n: int
    token: str
    language: str = "de"
    badge: str | None = None
    carry_code: str | None = None
    spoken_by: str | None = None
    dots: tuple[tuple[int, str], ...] = ()
    contributions: tuple[str, ...] = ()
    flags: HashTrieMap = HashTrieMap()
    interests: HashTrieSet = HashTrieSet()
    group: str | None = None
    help: tuple[str, ...] = ()
    contact: str | None = None
    purposes: tuple[str, ...] = ()
    board_contacts: HashTrieSet = HashTrieSet()
    notices: tuple[Notice, ...] = ()
    notes: tuple[Note, ...] = ()
    pair_code: str | None = None
    partner: str | None = None

    def dots_on(self, topic_id: str) -> int:
        return sum(topic == topic_id for _, topic in self.dots)
