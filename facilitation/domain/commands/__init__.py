"""What may be asked: one typed structure an act, decoded and bounded at the door.

The names are the wire's (DESIGN.md, section 5). Optional fields may be null or missing, alike;
an unknown field is refused. Texts are trimmed and checked in the decisions (`texts.clean`), so
that a refusal can say what is wrong with them. A new command is named in the union of its screen.
"""

from typing import Any
from unicodedata import category

import msgspec

from facilitation.domain.commands.console import (  # noqa: F401 (parts of commands are named, too)
    CallGroup,
    ChangeGroup,
    DissolveGroup,
    EnterCards,
    EnterPaperDots,
    EraseBoardContact,
    Hide,
    MakeBadges,
    Merge,
    Part,
    PutAside,
    Redo,
    Rename,
    Restore,
    Reveal,
    Seal,
    SetPhase,
    SetSettings,
    SetSupporters,
    ShowOnWall,
    Split,
    SupporterEntry,
    Undo,
)
from facilitation.domain.commands.fields import (  # noqa: F401 (all may ask what there is)
    BOARD_FIELDS,
    BOARD_TEXTS,
    MEETING_FIELDS,
    MOMENT_FIELDS,
    OPENINGS,
    PHASES,
    SCENES,
    Command,
)
from facilitation.domain.commands.phone import (
    Contribute,
    DismissNotice,
    EraseContact,
    FlagBroad,
    InterviewConfirm,
    InterviewDecline,
    InterviewNote,
    InterviewStart,
    JoinGroup,
    LeaveContact,
    LeaveGroup,
    MakeCarryCode,
    OfferHelp,
    PlaceDot,
    Reword,
    SetLanguage,
    ShowInterest,
    SpeakFor,
    TakeDot,
    Withdraw,
    WithdrawInterest,
    WriteBoard,
)
from facilitation.domain.refusals import Invalid

PhoneCommand = (
    Contribute
    | Reword
    | Withdraw
    | PlaceDot
    | TakeDot
    | FlagBroad
    | JoinGroup
    | LeaveGroup
    | WriteBoard
    | ShowInterest
    | WithdrawInterest
    | OfferHelp
    | LeaveContact
    | EraseContact
    | SetLanguage
    | InterviewStart
    | InterviewNote
    | InterviewConfirm
    | InterviewDecline
    | SpeakFor
    | MakeCarryCode
    | DismissNotice
)
ConsoleCommand = (
    SetPhase
    | SetSettings
    | Merge
    | Split
    | Rename
    | Hide
    | Restore
    | Undo
    | Redo
    | EnterCards
    | EnterPaperDots
    | CallGroup
    | ChangeGroup
    | DissolveGroup
    | EraseBoardContact
    | SetSupporters
    | PutAside
    | ShowOnWall
    | Reveal
    | MakeBadges
    | Seal
)
KINDS = {"phone": PhoneCommand, "console": ConsoleCommand}
NAMED = {
    kind: {command.__struct_config__.tag: command for command in commands.__args__}
    for kind, commands in KINDS.items()
}
"""The structure of each act: looking at a whole union takes a hundred times as long."""


def act_id(message: Any) -> str:
    """Return the id its sender gave the act. Raises Invalid unless it has 1 to 64 characters."""
    if not isinstance(message, dict):
        raise Invalid("refusal.not_an_act")
    id_ = message.get("id")
    if not isinstance(id_, str) or not 1 <= len(id_) <= 64 or not _is_text(id_):
        raise Invalid("refusal.not_an_act")
    return id_


def _is_text(given: str) -> bool:
    """Whether a string has neither control characters nor lone surrogates."""
    return not any(category(character) in ("Cc", "Cs") for character in given)


def decode(message: dict, kind: str) -> Command:
    """Return the typed command of a "phone" or "console". Raises Invalid for anything else."""
    fields = {key: value for key, value in message.items() if key != "id"}
    do = fields.get("do")
    command = NAMED[kind].get(do) if isinstance(do, str) else None
    try:
        return msgspec.convert(fields, command or KINDS[kind])
    except (ValueError, RecursionError, OverflowError, TypeError) as error:
        raise Invalid("refusal.not_an_act") from error
