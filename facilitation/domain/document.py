"""`workshop.json`: what one workshop hands to the next, to archives and to other programs.

The keys below are the file's own and stay as they are within a version. It holds everything but
ballots and contacts: counts instead of dots and people, no participant at all, no address. So
that nobody can see which contributions come from one person, everything a person made is listed
by its random id and never by order or time, and a language that hardly anyone uses is left out.
"""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

FORMAT = "open-sozial/workshop"
VERSION = 1

Id = Annotated[str, Meta(min_length=1, max_length=64)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Text = Annotated[str, Meta(max_length=20_000)]


class Part(Struct, frozen=True):
    """One part of the file. A newer file of the same version may have more keys."""


class SettingsPart(Part):
    """As chosen on the console; `open` holds only what was opened or closed by hand."""

    questions: list[Text] = []
    help_tasks: list[Text] = []
    budget: Annotated[int, Meta(ge=1, le=100)] = 5
    cap: Annotated[int, Meta(ge=1, le=100)] = 2
    counts: str = "hidden"
    open: dict[str, bool] = {}


class SupporterPart(Part):
    """A moderator, partner or network, as everybody could read it on the day.

    `note` is written no more: it is for facilitators alone. Older files have it.
    """

    id: Id
    kind: str
    name: Text
    note: Text = ""


class ContributionPart(Part):
    """What one person said. A withdrawn one is counted, but nobody keeps its text."""

    id: Id
    text: Text = ""
    via: Text = "phone"
    language: Text | None = None
    withdrawn: bool = False


class FlagsPart(Part):
    """How many found a topic too broad, and what they proposed instead."""

    count: Count = 0
    narrower: list[Text] = []


class TopicPart(Part):
    """A topic on the board; `sources` are the ids of the topics it came from.

    `state` is open, group, open_end or hidden; a hidden one names its `reason`. `dots` include
    paper dots; `people` counts each person once; `interest` is how many would join in.
    """

    id: Id
    title: Text
    state: str
    contributions: list[Id]
    sources: list[Id] = []
    group: Id | None = None
    reason: Text | None = None
    dots: Count = 0
    people: Count = 0
    interest: Count = 0
    flags: FlagsPart = FlagsPart()


class RetiredPart(Part):
    """A topic that is no longer on the board, merged, split or withdrawn: a step of provenance."""

    id: Id
    title: Text
    contributions: list[Id] = []
    sources: list[Id] = []
    flags: FlagsPart = FlagsPart()


class GroupPart(Part):
    """A group and what it wrote down, by field; a contact is never part of it."""

    id: Id
    title: Text
    topics: list[Id] = []
    table: Text | None = None
    seats: Count | None = None
    supporter: Id | None = None
    members: Count = 0
    board: dict[str, Text] = {}


class HelpPart(Part):
    """How many offered to help with a task."""

    task: Text
    people: Count


class HistoryPart(Part):
    """What a facilitator did, by the number of their console, and when (UTC).

    Titles and words that stand nowhere else in the file any more are left out. `hidden` marks an
    act that names what is hidden now; otherwise the key is missing.
    """

    at: Text
    by: Count
    kind: Text
    title: Text | None = None
    old: Text | None = None
    reason: Text | None = None
    count: Count | None = None
    undone: bool = False
    hidden: bool | UnsetType = UNSET


class Document(Part, kw_only=True):
    """The whole file. `date` is the day that facilitators set, else the local day on
    which people spoke, if anybody did; `place` is a key only where it is known.
    """

    format: str = FORMAT
    version: int = VERSION
    title: Text
    date: Text | None = None
    place: Text | UnsetType = UNSET
    phase: str = "welcome"
    sealed: bool = False
    participants: Count = 0
    settings: SettingsPart = SettingsPart()
    supporters: list[SupporterPart] = []
    contributions: list[ContributionPart] = []
    topics: list[TopicPart] = []
    retired: list[RetiredPart] = []
    groups: list[GroupPart] = []
    dissolved: list[GroupPart] = []
    open_ends: list[Id] = []
    help: list[HelpPart] = []
    history: list[HistoryPart] = []
