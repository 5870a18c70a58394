"""What every act is, and what its fields may hold."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

PHASES = ("welcome", "interview", "collect", "sort", "vote", "group", "board", "close")
OPENINGS = ("contributions", "flags", "dots", "groups", "boards", "interest", "help", "contact")
BOARD_TEXTS = ("goal", "mandate", "steps", "networks", "needs", "meeting", "contact")
MOMENT_FIELDS = ("meeting_date", "meeting_time")
MEETING_FIELDS = (*MOMENT_FIELDS, "meeting_place")
BOARD_FIELDS = (*BOARD_TEXTS[:-1], *MEETING_FIELDS, BOARD_TEXTS[-1])
"""What a group writes, as it is read: texts, and when and where its next meeting is."""
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
