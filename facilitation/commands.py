"""What may be asked: one typed structure an act, decoded and bounded at the door.

The names are the wire's (DESIGN.md, section 5). Optional fields may be null or missing, alike;
an unknown field is refused. Texts are trimmed and checked in the decisions (`texts.clean`), so
that a refusal can say what is wrong with them.
"""

from typing import Annotated, Any, Literal
from unicodedata import category

import msgspec
from msgspec import Meta, Struct

from facilitation.refusals import Invalid

PHASES = ("welcome", "interview", "collect", "sort", "vote", "group", "board", "close")
OPENINGS = ("contributions", "flags", "dots", "groups", "boards", "interest", "help", "contact")
BOARD_FIELDS = ("goal", "mandate", "steps", "networks", "needs", "meeting", "contact")
SCENES = (
    "join",
    "questions",
    "cloud",
    "topics",
    "result",
    "groups",
    "boards",
    "open_ends",
    "thanks",
    "blank",
)

Id = Annotated[str, Meta(min_length=1, max_length=64)]
Raw = Annotated[str, Meta(max_length=20_000)]
Short = Annotated[str, Meta(max_length=400)]
Some = Annotated[list[Id], Meta(max_length=2_000)]
Phase = Literal[PHASES]
Opening = Literal[OPENINGS]
BoardField = Literal[BOARD_FIELDS]
Scene = Literal[("auto", *SCENES)]
SuggestionKind = Literal["same", "together", "opposed", "broad", "mixed"]
SupporterKind = Literal["moderator", "partner", "network"]


class Command(Struct, frozen=True, forbid_unknown_fields=True, tag_field="do"):
    """An act, as its sender asked for it."""


# --- phone -----------------------------------------------------------------------------------


class Contribute(Command, tag="contribute"):
    text: Raw


class Reword(Command, tag="reword"):
    contribution: Id
    text: Raw


class Withdraw(Command, tag="withdraw"):
    contribution: Id


class PlaceDot(Command, tag="place_dot"):
    topic: Id


class TakeDot(Command, tag="take_dot"):
    topic: Id


class FlagBroad(Command, tag="flag_broad"):
    topic: Id
    narrower: Raw | None = None


class JoinGroup(Command, tag="join_group"):
    group: Id


class LeaveGroup(Command, tag="leave_group"):
    pass


class WriteBoard(Command, tag="write_board"):
    group: Id
    field: BoardField
    value: Raw
    base: Annotated[int, Meta(ge=0, le=2**53)]


class ShowInterest(Command, tag="show_interest"):
    topic: Id


class OfferHelp(Command, tag="offer_help"):
    tasks: Annotated[list[Short], Meta(max_length=50)]


class LeaveContact(Command, tag="leave_contact"):
    name: Short
    purposes: Annotated[list[Short], Meta(min_length=1, max_length=10)]
    consent: bool
    email: Short | None = None
    phone: Short | None = None


class EraseContact(Command, tag="erase_contact"):
    pass


class SetLanguage(Command, tag="set_language"):
    language: Annotated[str, Meta(max_length=35)]


class InterviewStart(Command, tag="interview_start"):
    pass


class InterviewNote(Command, tag="interview_note"):
    text: Raw
    pair_code: Short | None = None


class InterviewConfirm(Command, tag="interview_confirm"):
    note: Id
    text: Raw


class InterviewDecline(Command, tag="interview_decline"):
    note: Id


class SpeakFor(Command, tag="speak_for"):
    pass


class DismissNotice(Command, tag="dismiss_notice"):
    notice: Id


# --- console ---------------------------------------------------------------------------------


class SetPhase(Command, tag="set_phase"):
    phase: Phase
    minutes: Annotated[float, Meta(gt=0, le=1440)] | None = None


class SetSettings(Command, tag="set_settings"):
    title: Raw | None = None
    questions: Annotated[list[Raw], Meta(max_length=20)] | None = None
    help_tasks: Annotated[list[Raw], Meta(max_length=50)] | None = None
    budget: Annotated[int, Meta(ge=1, le=100)] | None = None
    cap: Annotated[int, Meta(ge=1, le=100)] | None = None
    counts: Literal["hidden", "revealed"] | None = None
    badge_votes: bool | None = None
    counted: Annotated[int, Meta(ge=0, le=100_000)] | None = None
    open: dict[Opening, bool | None] | None = None


class Merge(Command, tag="merge"):
    topics: Some
    title: Raw


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a split: its title and the contributions it gets."""

    title: Raw
    contributions: Some | None = None


class Split(Command, tag="split"):
    topic: Id
    parts: Annotated[list[Part], Meta(min_length=2, max_length=30)]
    successor: Annotated[int, Meta(ge=0, le=29)] | None = None


class Rename(Command, tag="rename"):
    topic: Id
    title: Raw


class Hide(Command, tag="hide"):
    topic: Id
    reason: Raw


class Restore(Command, tag="restore"):
    topic: Id


class Undo(Command, tag="undo"):
    pass


class Redo(Command, tag="redo"):
    pass


class EnterCards(Command, tag="enter_cards"):
    cards: Annotated[list[Raw], Meta(min_length=1, max_length=300)]
    via: Literal["wall"] | None = None


class EnterPaperDots(Command, tag="enter_paper_dots"):
    topic: Id
    count: Annotated[int, Meta(ge=0, le=10_000)]


class CallGroup(Command, tag="call_group"):
    topics: Annotated[list[Id], Meta(min_length=1, max_length=50)]
    title: Raw
    table: Short | None = None
    seats: Annotated[int, Meta(ge=1, le=1_000)] | None = None
    supporter: Id | None = None


class ChangeGroup(Command, tag="change_group"):
    group: Id
    topics: Annotated[list[Id], Meta(min_length=1, max_length=50)] | None = None
    title: Raw | None = None
    table: Short | None = None
    seats: Annotated[int, Meta(ge=0, le=1_000)] | None = None
    supporter: Annotated[str, Meta(max_length=64)] | None = None


class DissolveGroup(Command, tag="dissolve_group"):
    group: Id


class EraseBoardContact(Command, tag="erase_board_contact"):
    group: Id


class SupporterEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the roster; without an id it is new."""

    name: Short
    kind: SupporterKind | None = None
    id: Id | None = None
    note: Short | None = None


class SetSupporters(Command, tag="set_supporters"):
    supporters: Annotated[list[SupporterEntry], Meta(max_length=200)]


class PutAside(Command, tag="put_aside"):
    """A suggestion that is not taken, now or ever; it names what it was about."""

    topics: Annotated[list[Id], Meta(min_length=1, max_length=2)]
    kind: SuggestionKind
    until: Literal["later", "never"]


class ShowOnWall(Command, tag="show_on_wall"):
    what: Scene
    qr: bool | None = None


class Reveal(Command, tag="reveal"):
    counts: bool


class MakeBadges(Command, tag="make_badges"):
    count: Annotated[int, Meta(ge=1, le=1_000)]


class Seal(Command, tag="seal"):
    pass


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
    | OfferHelp
    | LeaveContact
    | EraseContact
    | SetLanguage
    | InterviewStart
    | InterviewNote
    | InterviewConfirm
    | InterviewDecline
    | SpeakFor
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
