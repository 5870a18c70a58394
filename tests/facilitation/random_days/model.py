"""A small model of the rules in DESIGN.md, section 3, written without looking at the folds.

It is told of every act that was carried out, and says what topics, titles, memberships and dots
must be then. Titles, reasons and group titles are unique in the tests that use it, so a topic
looks as it did if and only if the same acts are done on it.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

MOVES_DOTS = {"merge", "split", "hide", "restore", "enter_cards"}


class Shape(NamedTuple):
    """What facilitators change on a topic."""

    title: str | None
    contributions: tuple[str, ...]
    sources: tuple[str, ...] = ()
    hidden: str | None = None
    group: str | None = None


class Table(NamedTuple):
    """What facilitators change on a group."""

    title: str
    topics: tuple[str, ...]
    table: str | None = None
    seats: int | None = None
    supporter: str | None = None


@dataclass
class Said:
    author: str
    text: str
    withdrawn: bool = False


@dataclass
class Person:
    """`dots` maps a placement number to the topic the dot is on."""

    dots: dict[int, str] = field(default_factory=dict)
    group: str | None = None

    def on(self, topic: str) -> int:
        return sum(placed == topic for placed in self.dots.values())


@dataclass
class Act:
    """A facilitator's act that can be taken back; `other` is the side it is turned to next."""

    n: int
    by: str
    kind: str
    topics: frozenset[str]
    groups: frozenset[str]
    other: dict
    other_dots: dict[str, dict[int, str]]
    other_paper: dict[str, int]
    cards: tuple[str, ...] = ()
    other_flags: dict[str, dict] = field(default_factory=dict)
    done: bool = True
    changed: frozenset[str] = frozenset()
    left: dict = field(default_factory=dict)
    ground: frozenset[int] = frozenset()
    paper: dict[str, int] = field(default_factory=dict)


class Model:
    """What must be so."""

    def __init__(self):
        self.budget, self.cap = 5, 2
        self.people: dict[str, Person] = {}
        self.said: dict[str, Said] = {}
        self.topics: dict[str, Shape] = {}
        self.paper: dict[str, int] = {}
        self.flags: dict[str, dict[str, str | None]] = {}
        self.groups: dict[str, Table] = {}
        self.boards: dict[str, dict[str, str]] = {}
        self.hands: dict[str, set[str]] = {}
        self.seated: dict[str, set[str]] = {}
        self.acts: dict[int, Act] = {}
        self.undoable: dict[str, list[int]] = {}
        self.redoable: dict[str, list[int]] = {}

    # --- questions ---------------------------------------------------------------------------

    def hand(self, who: str) -> int:
        return self.budget - len(self.people[who].dots)

    def live(self, topic: str) -> list[str]:
        return [c for c in self.topics[topic].contributions if not self.said[c].withdrawn]

    def shown(self, topic: str) -> bool:
        return topic in self.topics and bool(self.live(topic))

    def voters(self, topic: str) -> dict[str, int]:
        counts = {who: person.on(topic) for who, person in self.people.items()}
        return {who: count for who, count in counts.items() if count}

    def members(self, group: str) -> set[str]:
        return {who for who, person in self.people.items() if person.group == group}

    def may_place(self, who: str, topic: str) -> bool:
        return (
            self.shown(topic)
            and self.topics[topic].hidden is None
            and self.hand(who) > 0
            and self.people[who].on(topic) < self.cap
        )

    def may_turn(self, by: str, *, undo: bool) -> bool | None:
        """Whether `by` may undo or redo: there is something, and nothing later stands on it.

        None where later acts changed something and changed it back: either answer is right.
        """
        stack = (self.undoable if undo else self.redoable).get(by)
        if not stack:
            return False
        act = self.acts[stack[-1]]
        if any(self._look(id) != left for id, left in act.left.items()):
            return False
        if not self._is_bare(act):
            return False
        return True if self._ground(act) == act.ground else None

    def _is_bare(self, act: Act) -> bool:
        """Whether neither paper dots nor people came to stand on the act."""
        if act.kind in MOVES_DOTS and any(self.paper.get(t, 0) != n for t, n in act.paper.items()):
            return False
        if act.kind == "call_group" and act.done:
            return not any(self.members(g) or any(self.boards[g].values()) for g in act.groups)
        return True

    def _ground(self, act: Act) -> frozenset[int]:
        """The other acts that are done and changed something this one touches."""
        return frozenset(
            other.n
            for other in self.acts.values()
            if other.done and other is not act and other.changed & (act.topics | act.groups)
        )

    # --- what happened -----------------------------------------------------------------------

    def step(self, n: int, by: str, kind: str, topics=(), groups=(), cards=(), *, change):
        """A facilitator's act that can be taken back; `change` does to the model what it does."""
        topics, groups = frozenset(topics), frozenset(groups)
        act = Act(n, by, kind, topics, groups, {}, {}, {}, tuple(cards))
        self._remember(act)
        change()
        act.changed = frozenset(id for id, before in act.other.items() if before != self._look(id))
        self.acts[n] = act
        self._note(act)
        self.undoable.setdefault(by, []).append(n)
        self.redoable[by] = []

    def turn(self, by: str, *, undo: bool) -> None:
        """Undo or redo: topics as on the other side, dots as far as hands and cap allow."""
        source, target = (self.undoable, self.redoable) if undo else (self.redoable, self.undoable)
        act = self.acts[source[by].pop()]
        target.setdefault(by, []).append(act.n)
        back, back_dots, back_paper = act.other, act.other_dots, act.other_paper
        self._remember(act)
        if act.kind in MOVES_DOTS:
            self.lift(act.topics)
        for card in act.cards:
            self.said[card].withdrawn = undo
        self._put_back(act, back, back_paper)
        if act.kind in MOVES_DOTS:
            for who, dots in back_dots.items():
                self._place_again(who, dots)
        for id, flags in act.other_flags.items():
            act.other_flags[id], self.flags[id] = self.flags[id], flags
        act.done = not undo
        self._note(act)

    def _note(self, act: Act) -> None:
        """Remember how things are as the act leaves them."""
        act.left = {id: self._look(id) for id in act.topics | act.groups}
        act.ground = self._ground(act)
        act.paper = {t: self.paper.get(t, 0) for t in act.topics if t in self.topics}

    def lift(self, topics) -> None:
        for person in self.people.values():
            person.dots = {n: t for n, t in person.dots.items() if t not in topics}

    def end_group(self, group: str) -> None:
        self.seated[group] = self.members(group)
        for who in self.seated[group]:
            self.people[who].group = None
        del self.groups[group]

    def _remember(self, act: Act) -> None:
        act.other = {id: self._look(id) for id in act.topics | act.groups}
        act.other_dots = {
            who: {n: t for n, t in person.dots.items() if t in act.topics}
            for who, person in self.people.items()
        }
        act.other_paper = {t: self.paper.get(t, 0) for t in act.topics if t in self.topics}

    def _look(self, id: str):
        return self.topics.get(id) or self.groups.get(id)

    def _put_back(self, act: Act, back: dict, paper: dict[str, int]) -> None:
        for id in act.topics:
            was_there = id in self.topics
            self.topics.pop(id, None)
            if back[id] is not None:
                self.topics[id] = back[id]
                if not was_there:
                    self.paper[id] = paper.get(id, 0)
            elif was_there:
                self.paper.pop(id, None)
        for id in act.groups:
            if back[id] is None and id in self.groups:
                self.end_group(id)
            elif back[id] is not None:
                if id not in self.groups:
                    for who in self.seated.get(id, ()):
                        if self.people[who].group is None:
                            self.people[who].group = id
                self.groups[id] = back[id]

    def _place_again(self, who: str, dots: dict[int, str]) -> None:
        for number, topic in sorted(dots.items()):
            if self.may_place(who, topic):
                self.people[who].dots[number] = topic
