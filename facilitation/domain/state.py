"""The workshop as it stands: frozen structures in persistent maps, with small questions on them.

A fold makes a new state that shares all it did not touch with the old one, so a dot costs the
same with ten topics and with a thousand, a failed commit falls back to the state before it, and
what changed between two states is found by identity.
"""

from msgspec import Struct
from rpds import HashTrieMap, HashTrieSet

from facilitation.domain.commands import BOARD_FIELDS
from facilitation.domain.document import DeedPart, FlagsPart
from facilitation.domain.texts import title_of

OPEN_IN = {
    "contributions": {"interview", "collect", "sort"},
    "flags": {"sort", "vote"},
    "dots": {"vote"},
    "groups": {"group", "board"},
    "boards": {"board", "close"},
    "interest": {"group", "board", "close"},
    "help": {"group", "board", "close"},
    "contact": {"group", "board", "close"},
}
"""Which phases open what, unless a facilitator says otherwise (DESIGN.md, section 5)."""

SCENE_OF = {
    "welcome": "join",
    "interview": "questions",
    "collect": "cloud",
    "sort": "topics",
    "vote": "topics",
    "group": "groups",
    "board": "boards",
    "close": "open_ends",
}
"""What the wall shows while it follows the phase."""


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


class BoardText(Struct, frozen=True):
    """One field of a board; `base` is the row that wrote it. Contact text is behind `key`."""

    value: str = ""
    key: str | None = None
    base: int = 0


class Group(Struct, frozen=True):
    """People who work on topics at a table."""

    id: str
    n: int
    title: str
    topics: tuple[str, ...]
    table: str | None = None
    seats: int | None = None
    supporter: str | None = None
    members: HashTrieSet = HashTrieSet()
    board: HashTrieMap = HashTrieMap()

    @property
    def shape(self) -> tuple:
        return (self.title, self.topics, self.table, self.seats, self.supporter)

    def text(self, field: str) -> BoardText:
        return self.board.get(field) or BoardText()

    @property
    def has_text(self) -> bool:
        return any(self.text(f).value or self.text(f).key for f in BOARD_FIELDS)


class Supporter(Struct, frozen=True):
    id: str
    kind: str
    key: str


class Settings(Struct, frozen=True):
    """What facilitators set. With `badge_votes` only owners of a badge place dots.

    `counted` is how many people they counted in the hall; 0 where nobody counted.
    """

    title: str = "Open-Sozial"
    questions: tuple[str, ...] = ()
    help_tasks: tuple[str, ...] = ()
    budget: int = 5
    cap: int = 2
    counts: str = "hidden"
    badge_votes: bool = False
    counted: int = 0
    open: dict[str, bool] = {}


class Step(Struct, frozen=True):
    """A facilitator's act that can be taken back, and what to put back then.

    `back_topics` and `back_groups` hold the other side (None: was not there), `shapes` and
    `group_shapes` how this side looked when the act was done: another shape now means that
    somebody's later act stands on it. Undoing swaps the two sides, redoing swaps them again.
    `status` is "done", "undone" or "gone" (undone, and its sender did something else).
    """

    n: int
    at: str
    by: str
    kind: str
    gaps: dict
    back_topics: dict[str, Topic | None] = {}
    back_groups: dict[str, Group | None] = {}
    shapes: dict[str, tuple | None] = {}
    group_shapes: dict[str, tuple | None] = {}
    paper: dict[str, int] = {}
    cards: tuple[str, ...] = ()
    status: str = "done"


class Earlier(Struct, frozen=True):
    """What an imported workshop had counted, by topic, group or task; nobody stands behind it."""

    participants: int = 0
    interest: dict[str, int] = {}
    flags: dict[str, FlagsPart] = {}
    members: dict[str, int] = {}
    help: dict[str, int] = {}
    history: tuple[DeedPart, ...] = ()


class WorkshopState(Struct, frozen=True):
    """Everything the journal says. `at` is the number of the last row.

    `held_at` is when somebody last contributed, or the day that an import names. `aside` says of
    suggestions that were not taken (facilitation/domain/put_aside.py) whether "later" or "never".
    """

    at: int = 0
    settings: Settings = Settings()
    phase: str = "welcome"
    phase_ends_at: str | None = None
    scene: str = "auto"
    qr: bool = False
    participants: HashTrieMap = HashTrieMap()
    tokens: HashTrieMap = HashTrieMap()
    badges: HashTrieMap = HashTrieMap()
    hellos: HashTrieMap = HashTrieMap()
    carry_codes: HashTrieMap = HashTrieMap()
    pair_codes: HashTrieMap = HashTrieMap()
    contributions: HashTrieMap = HashTrieMap()
    topics: HashTrieMap = HashTrieMap()
    retired: HashTrieMap = HashTrieMap()
    groups: HashTrieMap = HashTrieMap()
    dissolved: HashTrieMap = HashTrieMap()
    supporters: tuple[Supporter, ...] = ()
    steps: HashTrieMap = HashTrieMap()
    undoable: HashTrieMap = HashTrieMap()
    redoable: HashTrieMap = HashTrieMap()
    aside: HashTrieMap = HashTrieMap()
    sealed: bool = False
    held_at: str | None = None
    earlier: Earlier = Earlier()

    def is_open(self, what: str) -> bool:
        """Whether `what` (see OPEN_IN) may be done now: as a facilitator said, or by the phase."""
        said = self.settings.open.get(what)
        return self.phase in OPEN_IN[what] if said is None else said

    def shown_scene(self) -> str:
        """What the wall shows: what was chosen, or what the phase brings."""
        if self.scene != "auto":
            return self.scene
        if self.phase == "vote" and self.settings.counts == "revealed":
            return "result"
        return SCENE_OF[self.phase]

    def hand(self, participant: Participant) -> int:
        """What is not placed, as far as is known: a sealed ballot is nobody's (rules 4 and 6)."""
        return self.settings.budget - len(participant.dots)

    def any_group(self, id: str) -> Group | None:
        """Return the group with this id, a dissolved one too."""
        return self.groups.get(id) or self.dissolved.get(id)

    def topic_title(self, topic: Topic) -> str:
        """The title, or the first contribution that is not withdrawn where nobody gave one."""
        if topic.title is not None:
            return topic.title
        texts = [self.contributions[c] for c in topic.contributions]
        live = [c for c in texts if not c.withdrawn] or texts
        return title_of(live[0].text) if live else ""

    def topic_state(self, topic: Topic) -> str:
        if topic.hidden is not None:
            return "hidden"
        if topic.group is not None:
            return "group"
        return "open_end" if self.phase in ("board", "close") else "open"

    def board_topics(self) -> list[Topic]:
        """All topics that hold a contribution, hidden ones too, in the order they were made."""
        return sorted((t for t in self.topics.values() if t.size), key=lambda t: t.n)

    def interest(self, topic: Topic) -> int:
        """How many would join in, those an import had counted among them."""
        return self.earlier.interest.get(topic.id, 0) + len(topic.interest)

    def live_contributions(self, topic: Topic) -> list[Contribution]:
        all_ = (self.contributions[c] for c in topic.contributions)
        return [c for c in all_ if not c.withdrawn]
