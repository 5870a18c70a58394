"""What a console may ask."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from facilitation.domain.commands.fields import (
    Command,
    Id,
    Opening,
    Phase,
    Raw,
    Scene,
    Short,
    Some,
    SuggestionKind,
    SupporterKind,
)


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
    date: Short | None = None
    place: Raw | None = None
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
