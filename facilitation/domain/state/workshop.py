"""The whole workshop, with small questions on it."""

from msgspec import Struct
from rpds import HashTrieMap

from facilitation.domain.state.agenda import OPEN_IN, SCENE_OF
from facilitation.domain.state.earlier import Earlier
from facilitation.domain.state.groups import Group, Supporter
from facilitation.domain.state.people import Participant
from facilitation.domain.state.settings import Settings
from facilitation.domain.state.topics import Contribution, Topic
from facilitation.domain.texts import title_of


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
