"""What happened: past tense, frozen, never renamed or emptied later (stored events outlive code).

An event says nothing about who and when: its row in the journal does (`Row`). It holds no
participant's dots but the one it is about: what a merge or a split does to dots follows in the
fold, so that sealing can take every placement out of the journal (DESIGN.md, rules 6 and 7).
Names and contact data are never in an event, only the key under which `private` keeps them.
Each topic has its file. What the journal may hold is `AnyEvent`: a new event is named there, too.
"""

import msgspec
from msgspec import Struct

from facilitation.domain.events.agenda import (  # noqa: F401 (a part of facts is named, too)
    PhaseSet,
    SceneChosen,
    SettingsChanged,
    SupporterListed,
    SupportersSet,
)
from facilitation.domain.events.dots import BallotSealed, DotPlaced, DotTakenBack, PaperDotsCounted
from facilitation.domain.events.fact import Event
from facilitation.domain.events.groups import (
    BoardContactErased,
    BoardWritten,
    GroupCalled,
    GroupChanged,
    GroupDissolved,
    GroupJoined,
    GroupLeft,
    InterestShown,
    InterestWithdrawn,
)
from facilitation.domain.events.imports import WorkshopImported
from facilitation.domain.events.interviews import (
    NoteConfirmed,
    NoteDeclined,
    NoteTaken,
    PairJoined,
    PairOpened,
)
from facilitation.domain.events.people import (
    BadgesMade,
    BadgeUsedAgain,
    CarryCodeMade,
    ContactErased,
    ContactLeft,
    HelpOffered,
    LanguageChosen,
    NoticeDismissed,
    ParticipantJoined,
)
from facilitation.domain.events.topics import (  # noqa: F401 (parts of facts are named, too)
    ActRedone,
    ActUndone,
    Card,
    CardsEntered,
    ContributionMade,
    ContributionReworded,
    ContributionWithdrawn,
    SplitPart,
    SuggestionPutAside,
    TopicFlagged,
    TopicHidden,
    TopicRenamed,
    TopicRestored,
    TopicsMerged,
    TopicSplit,
)


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
    | CarryCodeMade
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
    | InterestWithdrawn
    | WorkshopImported
)

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(list[AnyEvent])


def encode_events(events: list[Event]) -> bytes:
    """Return events as the JSON that the journal stores."""
    return _encoder.encode(events)


def decode_events(stored: bytes | str) -> list[Event]:
    """Return stored events. Raises msgspec.MsgspecError for what no version ever wrote."""
    return _decoder.decode(stored)
