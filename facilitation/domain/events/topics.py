"""Contributions and the topics they become; what is undone again."""

from msgspec import Struct

from facilitation.domain.events.fact import Event


class ContributionMade(Event, tag=True):
    """A contribution, and the topic of its own that it starts as."""

    contribution: str
    topic: str
    text: str
    via: str
    language: str | None = None


class ContributionReworded(Event, tag=True):
    contribution: str
    text: str


class ContributionWithdrawn(Event, tag=True):
    contribution: str


class TopicFlagged(Event, tag=True):
    """Somebody finds a topic too broad; a second flag of theirs replaces the first."""

    topic: str
    narrower: str | None = None


class TopicsMerged(Event, tag=True):
    topics: list[str]
    into: str
    title: str


class SplitPart(Struct, frozen=True):
    id: str
    title: str
    contributions: list[str]


class TopicSplit(Event, tag=True):
    """`successor` is the id of the part that keeps the topic's id and dots, if one does."""

    topic: str
    parts: list[SplitPart]
    successor: str | None = None


class TopicRenamed(Event, tag=True):
    topic: str
    title: str


class TopicHidden(Event, tag=True):
    topic: str
    reason: str


class TopicRestored(Event, tag=True):
    topic: str


class Card(Struct, frozen=True):
    contribution: str
    topic: str
    text: str


class CardsEntered(Event, tag=True):
    cards: list[Card]
    via: str


class SuggestionPutAside(Event, tag=True):
    """Somebody did not take a suggestion: `until` says whether it may come "later" or "never"."""

    topics: list[str]
    kind: str
    until: str


class ActUndone(Event, tag=True):
    """`act` is the number of the row whose act is taken back."""

    act: int


class ActRedone(Event, tag=True):
    act: int
