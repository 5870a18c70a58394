"""A workshop in memory for the examples: ids that can be read, a clock that stands still."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

import msgspec
import pytest

from facilitation.domain.commands import OPENINGS
from facilitation.domain.refusals import Refusal
from facilitation.domain.state import Participant, Topic, WorkshopState
from facilitation.workshop import Caller, Workshop

NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)


class Hall:
    """A workshop with people in it; everything is open unless `opened` is false.

    Things are numbered as they come: the first contribution is "c1", its topic "t1".
    """

    def __init__(self, *, opened: bool = True, path=None):
        self._numbers: dict[str, count] = {}
        self._acts = count(1)
        self.workshop = Workshop.open(
            path,
            now=lambda: NOON,
            ids={"new_id": self._new_id, "new_token": lambda: self._new_id("token-")},
        )
        if opened:
            self.desk("set_settings", open=dict.fromkeys(OPENINGS, True))

    def _new_id(self, kind: str, length: int = 10) -> str:
        numbers = self._numbers.setdefault(kind, count(1))
        return f"{kind or 'code'}{next(numbers)}"

    @property
    def state(self) -> WorkshopState:
        return self.workshop.state

    def comes(self, *, badge: str | None = None) -> str:
        """Let one person in and return their id: "p1", "p2", …"""
        return self.workshop.join(badge=badge).id

    def phone(self, who: str, do: str, **fields) -> dict:
        return self.act(Caller("phone", who), do, **fields)

    def desk(self, do: str, *, by: str = "anna", **fields) -> dict:
        return self.act(Caller("console", by), do, **fields)

    def act(self, by: Caller, do: str, **fields) -> dict:
        """Return what the answer says beside "ok" and "at"."""
        answer = self.workshop.act({"id": f"a{next(self._acts)}", "do": do, **fields}, by)
        return {key: value for key, value in answer.items() if key not in ("ok", "at")}

    def say(self, who: str, text: str = "Radweg") -> str:
        """Have somebody contribute; returns the topic."""
        return self.phone(who, "contribute", text=text)["topic"]

    def place(self, who: str, *topics: str) -> None:
        for topic in topics:
            self.phone(who, "place_dot", topic=topic)

    def topic(self, id: str) -> Topic:
        return self.state.topics[id]

    def person(self, id: str) -> Participant:
        return self.state.participants[id]

    def dots(self) -> dict[str, tuple[int, int]]:
        """Return what the console sees: topic → (dots, people), of topics that are shown."""
        return {t.id: (t.dots, t.people) for t in self.state.board_topics()}

    def hand(self, who: str) -> int:
        return self.state.hand(self.person(who))

    def placed(self, who: str) -> list[str]:
        """Return the topics one person's dots are on, in the order they were placed."""
        return [topic for _, topic in self.person(who).dots]

    def told(self, who: str) -> list[tuple[str, dict]]:
        return [(notice.key, notice.gaps) for notice in self.person(who).notices]

    def close(self) -> None:
        self.workshop.close()


def refusal(act: Callable, *args, **fields) -> tuple[str, str, dict]:
    """Return code, key and gaps of the refusal that must come of an act."""
    with pytest.raises(Refusal) as no:
        act(*args, **fields)
    return no.value.code, no.value.key, no.value.gaps


def same(one: object, other: object) -> bool:
    """Whether two views are the same JSON."""
    return msgspec.json.encode(one, order="sorted") == msgspec.json.encode(other, order="sorted")
