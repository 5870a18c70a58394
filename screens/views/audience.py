"""Ticks: what changed since an audience's last one, encoded once for all who share it.

An audience keeps the entries of its view as they were last serialised; a tick costs what changed,
not what there is. The numbers of the wire (DESIGN.md, section 5, "Clocks"): `sent` is the number
of the last tick that went out, `state.at` what the entries include.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec

from facilitation.domain.events import Row
from facilitation.domain.state import Topic, WorkshopState
from screens.views.changed_topics import changed_topics, every_topic_differs
from screens.views.touched import touched_ids

TOPIC, GROUP, KEY = range(3)


class View(Protocol):
    """The module that says what one audience may know, such as screens/phone/view.py."""

    topic: Callable[[WorkshopState, Topic], dict | None]
    group: Callable
    keys: Callable
    """Phones have `me(state, person)` beside these."""


class Audience:
    """The shared part of one audience's view: its entries, and when each changed last."""

    def __init__(self, view: View, state: WorkshopState, private: dict, ambient: dict):
        self.view = view
        self.state = state
        self._groups_from: tuple = ()
        self.topics: dict[str, tuple[dict | None, int]] = {}
        self.groups: dict[str, tuple[dict | None, int]] = {}
        self.keys: dict[str, tuple[object, int]] = {}
        self.dirty: tuple[set, set, set] = (set(), set(), set())
        self._encoded: msgspec.Raw | None = None
        self._since = self.sent = state.at
        self._make_all(private, ambient)
        self.dirty = (set(), set(), set())

    def update(
        self,
        state: WorkshopState,
        private: dict,
        ambient: dict,
        rows: Iterable[Row] | None = None,
    ) -> set[str]:
        """Take in a newer state; return the ids of the topics that may look different.

        `rows` are those since the state before, where they are at hand: looking at them takes
        less than looking at every topic.
        """
        before, self.state = self.state, state
        if every_topic_differs(before, state):
            touched = {*before.topics.keys(), *state.topics.keys()}
        elif before is state:
            touched = set()
        elif (ids := touched_ids(rows)) is not None:
            touched = ids.topics
        else:
            touched = changed_topics(before, state)
        for id in touched:
            self._make_topic(id)
        self._make_groups(private, before is not state)
        self._make_keys(private, ambient)
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
            topics = {id: entry for id, (entry, _) in self.topics.items() if entry is not None}
            self._encoded = msgspec.Raw(msgspec.json.encode(topics))
        return {
            "at": self.state.at,
            **{key: value for key, (value, _) in self.keys.items()},
            "topics": self._encoded,
            "groups": {id: entry for id, (entry, _) in self.groups.items() if entry is not None},
        }

    def since(self, at: int) -> dict | None:
        """Return what changed after number `at`, or None where only a whole view will do."""
        if not self._since <= at <= self.state.at:
            return None
        change: dict = {"from": at, "at": self.state.at}
        for name, entries in (("topics", self.topics), ("groups", self.groups)):
            newer = {id: entry for id, (entry, changed_at) in entries.items() if changed_at > at}
            if newer:
                change[name] = newer
        # a key may change without a row (who is connected), so an equal number counts too
        keys = self.keys.items()
        change.update({key: value for key, (value, changed_at) in keys if changed_at >= at})
        return change

    def _make_all(self, private: dict, ambient: dict) -> None:
        for topic in sorted(self.state.topics.values(), key=lambda t: t.n):
            self._make_topic(topic.id)
        self._make_groups(private, True)
        self._make_keys(private, ambient)

    def _make_topic(self, id: str) -> None:
        topic = self.state.topics.get(id)
        entry = self.view.topic(self.state, topic) if topic is not None else None
        self._put(self.topics, TOPIC, id, entry)

    def _make_groups(self, private: dict, state_changed: bool) -> None:
        if not state_changed:
            return
        source = (self.state.groups, self.state.topics, private)
        if len(self._groups_from) == 3 and all(
            a is b for a, b in zip(source, self._groups_from, strict=True)
        ):
            return
        self._groups_from = source
        for id in self.groups.keys() - set(self.state.groups.keys()):
            self._put(self.groups, GROUP, id, None)
        for group in sorted(self.state.groups.values(), key=lambda g: g.n):
            self._put(self.groups, GROUP, group.id, self.view.group(self.state, group, private))

    def _make_keys(self, private: dict, ambient: dict) -> None:
        for key, value in self.view.keys(self.state, private, ambient).items():
            self._put(self.keys, KEY, key, value)

    def _put(self, entries: dict, kind: int, id: str, entry: object) -> None:
        known = entries.get(id)
        if known is not None and known[0] == entry:
            return
        if known is None and entry is None and kind != KEY:
            return
        entries[id] = (entry, self.state.at)
        self.dirty[kind].add(id)
        if kind == TOPIC:
            self._encoded = None
