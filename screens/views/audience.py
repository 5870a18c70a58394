"""Ticks: what changed since an audience's last one, encoded once for all who share it.

An audience keeps the pieces of its view as they were last made. A new state is compared with the
one before by identity, so a tick costs what changed, not what there is. The numbers of the wire
(DESIGN.md, section 5, "Clocks"): `sent` is the number of the last tick that went out, `state.at`
what the pieces include.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import msgspec

from facilitation.domain.events import Row
from facilitation.domain.state import Topic, WorkshopState
from screens.views.touched import traces_of

TOPIC, GROUP, KEY = range(3)


class View(Protocol):
    """The module that says what one audience may know, such as screens/phone/view.py."""

    topic: Callable[[WorkshopState, Topic], dict | None]
    group: Callable
    keys: Callable


class Audience:
    """The shared part of one audience's view: its pieces, and when each changed last."""

    def __init__(self, view: View, state: WorkshopState, private: dict, around: dict):
        self._view = view
        self.state = state
        self._groups_from: tuple = ()
        self.topics: dict[str, tuple[dict | None, int]] = {}
        self.groups: dict[str, tuple[dict | None, int]] = {}
        self.keys: dict[str, tuple[object, int]] = {}
        self.dirty: tuple[set, set, set] = (set(), set(), set())
        self._encoded: msgspec.Raw | None = None
        self._since = self.sent = state.at
        self._make_all(private, around)
        self.dirty = (set(), set(), set())

    def update(
        self,
        state: WorkshopState,
        private: dict,
        around: dict,
        rows: Iterable[Row] | None = None,
    ) -> set[str]:
        """Take in a newer state; return the ids of the topics that may look different.

        `rows` are those since the state before, where they are at hand: looking at them takes
        less than looking at every topic.
        """
        before, self.state = self.state, state
        if _looks_differ(before, state):
            touched = {*before.topics.keys(), *state.topics.keys()}
        elif before is state:
            touched = set()
        elif (traces := traces_of(rows)) is not None:
            touched = traces.topics
        else:
            touched = touched_topics(before, state)
        for id in touched:
            self._make_topic(id)
        self._make_groups(private, before is not state)
        self._make_keys(private, around)
        return touched

    def tick(self) -> dict | None:
        """Return what changed since the last tick, and count it as sent; None if nothing did."""
        topics, groups, keys = self.dirty
        if not (topics or groups or keys):
            return None
        self.dirty = (set(), set(), set())
        change: dict = {"from": self.sent, "at": self.state.at}
        if topics:
            change["topics"] = {id: self.topics[id][0] for id in topics}
        if groups:
            change["groups"] = {id: self.groups[id][0] for id in groups}
        change.update({key: self.keys[key][0] for key in keys})
        self.sent = self.state.at
        return change

    def whole(self) -> dict:
        """Return the shared part of the whole view."""
        if self._encoded is None:
            topics = {id: piece for id, (piece, _) in self.topics.items() if piece is not None}
            self._encoded = msgspec.Raw(msgspec.json.encode(topics))
        return {
            "at": self.state.at,
            **{key: value for key, (value, _) in self.keys.items()},
            "topics": self._encoded,
            "groups": {id: piece for id, (piece, _) in self.groups.items() if piece is not None},
        }

    def since(self, at: int) -> dict | None:
        """Return what changed after number `at`, or None where only a whole view will do."""
        if not self._since <= at <= self.state.at:
            return None
        change: dict = {"from": at, "at": self.state.at}
        for name, pieces in (("topics", self.topics), ("groups", self.groups)):
            newer = {id: piece for id, (piece, made) in pieces.items() if made > at}
            if newer:
                change[name] = newer
        # a key may change without a row (who is connected), so an equal number counts too
        change.update({key: value for key, (value, made) in self.keys.items() if made >= at})
        return change

    def _make_all(self, private: dict, around: dict) -> None:
        for topic in sorted(self.state.topics.values(), key=lambda t: t.n):
            self._make_topic(topic.id)
        self._make_groups(private, True)
        self._make_keys(private, around)

    def _make_topic(self, id: str) -> None:
        topic = self.state.topics.get(id)
        piece = self._view.topic(self.state, topic) if topic is not None else None
        self._put(self.topics, TOPIC, id, piece)

    def _make_groups(self, private: dict, state_changed: bool) -> None:
        if not state_changed:
            return
        made_from = (self.state.groups, self.state.topics, private)
        if len(self._groups_from) == 3 and all(
            a is b for a, b in zip(made_from, self._groups_from, strict=True)
        ):
            return
        self._groups_from = made_from
        for id in self.groups.keys() - set(self.state.groups.keys()):
            self._put(self.groups, GROUP, id, None)
        for group in sorted(self.state.groups.values(), key=lambda g: g.n):
            self._put(self.groups, GROUP, group.id, self._view.group(self.state, group, private))

    def _make_keys(self, private: dict, around: dict) -> None:
        for key, value in self._view.keys(self.state, private, around).items():
            self._put(self.keys, KEY, key, value)

    def _put(self, pieces: dict, kind: int, id: str, piece: object) -> None:
        known = pieces.get(id)
        if known is not None and known[0] == piece:
            return
        if known is None and piece is None and kind != KEY:
            return
        pieces[id] = (piece, self.state.at)
        self.dirty[kind].add(id)
        if kind == TOPIC:
            self._encoded = None


def _looks_differ(before: WorkshopState, after: WorkshopState) -> bool:
    """Whether something changed that every topic's looks depend on."""
    return (
        before.settings.counts != after.settings.counts
        or before.phase != after.phase
        or before.sealed != after.sealed
    )


def touched_topics(before: WorkshopState, after: WorkshopState) -> set[str]:
    """Return the ids of topics that changed, came or went, or hold a changed contribution, and of
    those that came from one of these."""
    touched: set[str] = set()
    reworded: set[str] = set()
    if before.topics is not after.topics:
        for id, topic in after.topics.items():
            if before.topics.get(id) is not topic:
                touched.add(id)
        touched.update(id for id in before.topics if id not in after.topics)
    if before.contributions is not after.contributions:
        for id, said in after.contributions.items():
            if before.contributions.get(id) is not said:
                touched.update(said.topics)
                reworded.add(id)
    renamed = {id for id in touched if _name(before, id) != _name(after, id)}
    if renamed or reworded:
        touched.update(_came_from(after, renamed, reworded))
    return touched


def _name(state: WorkshopState, id: str) -> tuple[bool, str | None]:
    topic = state.topics.get(id)
    return topic is not None, topic and topic.title


def _came_from(state: WorkshopState, renamed: set[str], reworded: set[str]) -> set[str]:
    """Return the ids of topics in whose past there is a topic that is called otherwise now, or
    came or went: they tell where they came from."""
    return {
        topic.id
        for topic in state.topics.values()
        if any(
            source.id in renamed or not reworded.isdisjoint(source.contributions)
            for source in _past(state, topic)
        )
    }


def _past(state: WorkshopState, topic: Topic) -> Iterator[Topic]:
    waiting, seen = list(topic.sources), {topic.id}
    while waiting:
        id = waiting.pop()
        source = state.retired.get(id) or state.topics.get(id)
        if source is None or id in seen:
            continue
        seen.add(id)
        yield source
        waiting.extend(source.sources)
