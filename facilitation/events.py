"""What happened: past tense, frozen, never renamed or emptied later (stored events outlive code).

An event says nothing about who and when: its row in the journal does (`Row`). It holds no
participant's dots but the one it is about: what a merge or a split does to dots follows in the
fold, so that sealing can take every placement out of the journal (DESIGN.md, rules 6 and 7).
Names and contact data are never in an event, only the key under which `private` keeps them.
"""

import msgspec
from msgspec import Struct

from facilitation.document import Document


class Event(Struct, frozen=True, tag_field="event", omit_defaults=True):
    """One fact."""


# --- people ----------------------------------------------------------------------------------


class ParticipantJoined(Event, tag=True):
    """A new person is there. `spoken_by` is the participant who speaks for them.

    `told` is the key of a notice they find on their phone, such as that a token was unknown.
    `hello` is what their device said before it had a token: said again, it is the same person.
    """

    participant: str
    token: str
    language: str
    badge: str | None = None
    spoken_by: str | None = None
    told: str | None = None
    hello: str | None = None


class LanguageChosen(Event, tag=True):
    language: str


class BadgesMade(Event, tag=True):
    codes: list[str]


class BadgeUsedAgain(Event, tag=True):
    """The owner of a badge came with it on one more device, which said `hello`."""

    hello: str | None = None


class NoticeDismissed(Event, tag=True):
    notice: str


class HelpOffered(Event, tag=True):
    """The tasks a person offers to help with; an empty list takes the offer back."""

    tasks: list[str]


class ContactLeft(Event, tag=True):
    """`key` leads to the data in `private`."""

    key: str
    purposes: list[str]


class ContactErased(Event, tag=True):
    pass


# --- contributions and topics ----------------------------------------------------------------


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


# --- interviews ------------------------------------------------------------------------------


class PairOpened(Event, tag=True):
    code: str


class PairJoined(Event, tag=True):
    """The sender uses the code of `partner`: the two are a pair from now on."""

    partner: str


class NoteTaken(Event, tag=True):
    """The sender noted the concern of `teller`, who has not confirmed it yet."""

    note: str
    teller: str
    text: str


class NoteConfirmed(Event, tag=True):
    note: str


class NoteDeclined(Event, tag=True):
    """The sender does not find in a note what they meant: it is gone, and its writer is told."""

    note: str


# --- dots ------------------------------------------------------------------------------------


class DotPlaced(Event, tag=True):
    """One dot went onto one topic. Taking it back is `DotTakenBack`, never a negative dot."""

    topic: str


class DotTakenBack(Event, tag=True):
    topic: str


class PaperDotsCounted(Event, tag=True):
    """So many paper dots are on the topic now; a new count replaces the old one."""

    topic: str
    count: int


class BallotSealed(Event, tag=True):
    """From here on only the counts are known: topic id → (dots, people)."""

    counts: dict[str, tuple[int, int]]


# --- the day ---------------------------------------------------------------------------------


class PhaseSet(Event, tag=True):
    """`ends_at` is ISO 8601 in UTC, or None without a timebox."""

    phase: str
    ends_at: str | None = None


class SettingsChanged(Event, tag=True):
    """The settings that changed, by name; `open` holds only the openings that changed."""

    changes: dict


class SceneChosen(Event, tag=True):
    what: str
    qr: bool


class SupporterListed(Struct, frozen=True):
    """`key` leads to name and note in `private`."""

    id: str
    kind: str
    key: str


class SupportersSet(Event, tag=True):
    supporters: list[SupporterListed]


# --- groups ----------------------------------------------------------------------------------


class GroupCalled(Event, tag=True):
    group: str
    topics: list[str]
    title: str
    table: str | None = None
    seats: int | None = None
    supporter: str | None = None


class GroupChanged(Event, tag=True):
    """The whole group as it is planned from now on; its members and its board stay."""

    group: str
    topics: list[str]
    title: str
    table: str | None = None
    seats: int | None = None
    supporter: str | None = None


class GroupDissolved(Event, tag=True):
    group: str


class GroupJoined(Event, tag=True):
    group: str


class GroupLeft(Event, tag=True):
    pass


class BoardWritten(Event, tag=True):
    """A field of a board holds `value` now; the contact field only a `key` into `private`."""

    group: str
    field: str
    value: str = ""
    key: str | None = None


class BoardContactErased(Event, tag=True):
    """What a group, maybe a dissolved one, wrote as its contact is gone for good."""

    group: str


class InterestShown(Event, tag=True):
    topic: str


# --- from elsewhere --------------------------------------------------------------------------


class WorkshopImported(Event, tag=True):
    """A new workshop begins with what an export holds; the roster only by keys (rule 8)."""

    document: Document
    supporters: list[SupporterListed] = []


class Row(Struct, frozen=True):
    """One act in the journal: number, UTC time, sender, the sender's id for it, its events.

    Sealing empties the rows that tell of somebody's dots: `by`, `act` and `answer` become None.
    """

    n: int
    at: str
    by: str | None
    act: str | None
    events: list[Event]
    answer: dict | None = None


AnyEvent = (
    ParticipantJoined
    | LanguageChosen
    | BadgesMade
    | BadgeUsedAgain
    | NoticeDismissed
    | HelpOffered
    | ContactLeft
    | ContactErased
    | ContributionMade
    | ContributionReworded
    | ContributionWithdrawn
    | TopicFlagged
    | TopicsMerged
    | TopicSplit
    | TopicRenamed
    | TopicHidden
    | TopicRestored
    | CardsEntered
    | SuggestionPutAside
    | ActUndone
    | ActRedone
    | PairOpened
    | PairJoined
    | NoteTaken
    | NoteConfirmed
    | NoteDeclined
    | DotPlaced
    | DotTakenBack
    | PaperDotsCounted
    | BallotSealed
    | PhaseSet
    | SettingsChanged
    | SceneChosen
    | SupportersSet
    | GroupCalled
    | GroupChanged
    | GroupDissolved
    | GroupJoined
    | GroupLeft
    | BoardWritten
    | BoardContactErased
    | InterestShown
    | WorkshopImported
)

DOT_NOTICES = "notice.dots_"
"""How the keys of notices about a person's own dots begin."""


def tells_of_dots(event: Event) -> bool:
    """Whether an event gives away where its sender's dots were: who read that dots came back, too.

    The id of a notice names the row that moved the dots, and with it the topic.
    """
    if isinstance(event, NoticeDismissed):
        return DOT_NOTICES in event.notice
    return isinstance(event, DotPlaced | DotTakenBack)


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(list[AnyEvent])


def encode_events(events: list[Event]) -> bytes:
    """Return events as the JSON that the journal stores."""
    return _encoder.encode(events)


def decode_events(stored: bytes | str) -> list[Event]:
    """Return stored events. Raises msgspec.MsgspecError for what no version ever wrote."""
    return _decoder.decode(stored)
