"""What must come of an act in a random day: None for done, else the code of the refusal."""

from collections.abc import Callable

from facilitation.domain.commands import BOARD_FIELDS as FIELDS
from tests.facilitation.random_days.model import Model

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
"""As DESIGN.md, section 5, says it."""

__all__ = ["FIELDS", "OPEN_IN", "Expect", "shares_of"]


def shares_of(live: list[str], masks: list[int], count: int) -> list[list[str]]:
    """Share contributions out among parts: bit k of a mask puts its contribution into part k."""
    chosen = [(said, masks[n % len(masks)]) for n, said in enumerate(live)]
    return [[said for said, mask in chosen if mask >> k & 1] for k in range(count)]


class Expect:
    """Judges acts by the model, before they are sent."""

    def __init__(self, model: Model, is_open: Callable[[str], bool], sealed: dict | None):
        self.model, self.is_open = model, is_open
        self.sealed, self.counts = sealed is not None, sealed or {}

    def on_board(self, topic: str) -> str | None:
        return None if self.model.shown(topic) else "not_found"

    def work_on(self, topics: list[str], *, dots: bool = True) -> str | None:
        """Acts of facilitators that a hidden topic, or a sealed ballot, refuses."""
        if self.sealed and dots:
            return "not_now"
        for topic in topics:
            if not self.model.shown(topic):
                return "not_found"
            if self.model.topics[topic].hidden is not None:
                return "not_now"
        return None

    def shown(self, what: str, topic: str) -> str | None:
        if not self.is_open(what):
            return "not_now"
        if not self.model.shown(topic) or self.model.topics[topic].hidden is not None:
            return "not_found"
        return None

    def contribute(self, text: str) -> str | None:
        if not self.is_open("contributions"):
            return "not_now"
        return None if text.strip() else "invalid"

    def change_contribution(self, who: str, id: str, text: str) -> str | None:
        said = self.model.said.get(id)
        if said is None or said.withdrawn:
            return "not_found"
        if said.author != who:
            return "not_yours"
        for topic, shape in self.model.topics.items():
            if id in shape.contributions and (shape.group or self.dots(topic)):
                return "not_now"
        return None if text.strip() else "invalid"

    def dots(self, topic: str) -> int:
        """How many dots are on a topic; after the seal it is what was counted then."""
        if topic in self.counts:
            return self.counts[topic][0]
        return sum(self.model.voters(topic).values()) + self.model.paper[topic]

    def show_interest(self, topic: str) -> str | None:
        refused = self.shown("interest", topic)
        if refused is None and self.model.topics[topic].group:
            return "not_now"
        return refused

    def withdraw_interest(self, topic: str, *, shown: bool) -> str | None:
        return self.shown("interest", topic) or (None if shown else "not_found")

    def place_dot(self, who: str, topic: str) -> str | None:
        refused = "not_now" if self.sealed else self.shown("dots", topic)
        if refused is None and not self.model.may_place(who, topic):
            return "too_much"
        return refused

    def take_dot(self, who: str, topic: str) -> str | None:
        refused = "not_now" if self.sealed else self.shown("dots", topic)
        if refused is None and not self.model.people[who].on(topic):
            return "not_found"
        return refused

    def merge(self, topics: list[str]) -> str | None:
        refused = self.work_on(topics)
        if refused is None and len(topics) < 2:
            return "invalid"
        if refused is None:
            groups = {self.model.topics[id].group for id in topics} - {None}
            return "not_now" if len(groups) > 1 else None
        return refused

    def split(self, topic: str, asked: list[list[str]], successor: int | None) -> str | None:
        refused = self.work_on([topic])
        if refused is not None:
            return refused
        live = self.model.live(topic)
        bare = any(not part for part in asked)
        if bare and len(live) >= len(asked):
            return "invalid"
        if not bare and {said for part in asked for said in part} != set(live):
            return "invalid"
        return "invalid" if successor is not None and successor >= len(asked) else None

    def restore(self, topic: str) -> str | None:
        if self.sealed:
            return "not_now"
        if not self.model.shown(topic):
            return "not_found"
        return None if self.model.topics[topic].hidden is not None else "not_now"

    def turn(self, by: str, *, undo: bool):
        may = False if self.sealed else self.model.may_turn(by, undo=undo)
        return {None, "not_now"} if may is None else None if may else "not_now"

    def call_group(self, topics: list[str]) -> str | None:
        refused = self.work_on(topics, dots=False)
        if refused is None and any(self.model.topics[id].group for id in topics):
            return "not_now"
        for topic in topics:
            if not self.model.shown(topic):
                return "not_found"
            shape = self.model.topics[topic]
            if shape.hidden is not None or shape.group:
                return "not_now"
        return refused

    def change_group(self, group: str, topics: list[str] | None) -> str | None:
        """What the group has already may stay; what comes must be shown and free."""
        if group not in self.model.groups:
            return "not_found"
        for topic in topics or ():
            if topic in self.model.groups[group].topics:
                continue
            refused = self.call_group([topic])
            if refused is not None:
                return refused
        return None

    def join_group(self, who: str, group: str) -> str | None:
        if not self.is_open("groups"):
            return "not_now"
        if group not in self.model.groups:
            return "not_found"
        if self.model.people[who].group == group:
            return None
        seats = self.model.groups[group].seats
        full = seats is not None and len(self.model.members(group)) >= seats
        return "too_much" if full else None

    def leave_group(self, who: str) -> str | None:
        if not self.is_open("groups"):
            return "not_now"
        return None if self.model.people[who].group else "not_now"

    def write_board(self, who: str, group: str) -> str | None:
        if not self.is_open("boards"):
            return "not_now"
        if group not in self.model.groups:
            return "not_found"
        return None if self.model.people[who].group == group else "not_yours"

    def settings(self, budget: int, cap: int) -> str | None:
        people = self.model.people.values()
        most = max((person.on(t) for person in people for t in self.model.topics), default=0)
        if any(len(person.dots) > budget for person in people) or most > cap:
            return "not_now"
        return None
