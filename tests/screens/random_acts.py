"""Random acts on a workshop in memory: what hypothesis draws, and how it is carried out."""

import itertools
from contextlib import suppress

from hypothesis import strategies as some

from facilitation.domain.commands import OPENINGS
from facilitation.domain.refusals import Refusal
from facilitation.workshop import Caller, Workshop

KINDS = [
    *("contribute", "place_dot", "take_dot", "flag_broad", "reword", "withdraw", "join_group") * 2,
    *(
        "leave_group",
        "write_board",
        "show_interest",
        "withdraw_interest",
        "speak_for",
        "dismiss_notice",
    ),
    *("set_phase", "set_settings", "merge", "split", "rename", "hide", "restore", "undo", "redo"),
    *("enter_cards", "enter_paper_dots", "call_group", "change_group", "dissolve_group"),
    *("set_supporters", "show_on_wall", "reveal", "make_badges"),
]
PHASES = ["collect", "sort", "vote", "group", "board", "close"]
PHONE = set(KINDS[:20])

acts = some.lists(
    some.tuples(some.sampled_from(KINDS), *[some.integers(0, 2**16)] * 3), max_size=30
)
"""Each act is its kind and three numbers that choose who and on what."""


class Day:
    """A workshop in memory and what is done with it; refused acts are part of a day."""

    def __init__(self, people: int = 3):
        self.workshop = Workshop.open()
        self.people = [self.workshop.join().id for _ in range(people)]
        self._ids = itertools.count()
        self.do_as_console("set_settings", open=dict.fromkeys(OPENINGS, True))
        self.do_as_console("enter_cards", cards=["eine Karte", "noch eine"], via="wall")

    def close(self) -> None:
        self.workshop.close()

    def do(self, kind: str, a: int, b: int, c: int) -> None:
        if kind in PHONE:
            by = Caller("phone", self.people[a % len(self.people)])
        else:
            by = Caller("console", f"k{a % 2}")
        fields = {**self._fields(kind, b, c), **self._own(kind, by.id, b)}
        with suppress(Refusal):
            self.workshop.act({"id": f"a{next(self._ids)}", "do": kind, **fields}, by)

    def do_as_console(self, kind: str, **fields) -> dict:
        message = {"id": f"a{next(self._ids)}", "do": kind, **fields}
        return self.workshop.act(message, Caller("console", "k0"))

    def _fields(self, kind: str, b: int, c: int) -> dict:
        topic, other = self._one("topics", b), self._one("topics", c)
        said, group = self._one("contributions", b), self._one("groups", b)
        return {
            "contribute": {"text": f"Anliegen {b}"},
            "reword": {"contribution": said, "text": f"anders {c}"},
            "withdraw": {"contribution": said},
            "flag_broad": {"topic": topic, "narrower": f"enger {c}"},
            "join_group": {"group": group},
            "write_board": {"group": group, "field": "goal", "value": f"Ziel {c}", "base": 0},
            "dismiss_notice": {"notice": f"n{b}"},
            "set_phase": {"phase": PHASES[b % len(PHASES)]},
            "set_settings": {"counts": ("hidden", "revealed")[b % 2], "title": f"Tag {c}"},
            "merge": {"topics": [topic, other], "title": f"Zusammen {b}"},
            "split": {"topic": topic, **self._parts(topic, c)},
            "rename": {"topic": topic, "title": f"Name {c}"},
            "hide": {"topic": topic, "reason": f"Grund {c}"},
            "enter_cards": {"cards": [f"Karte {b}", f"Karte {c}"], "via": "wall"},
            "enter_paper_dots": {"topic": topic, "count": c % 9},
            "call_group": {"topics": [topic], "title": f"Gruppe {b}", "seats": c % 9 + 1},
            "change_group": {"group": group, "table": f"Tisch {c}"},
            "dissolve_group": {"group": group},
            "set_supporters": {"supporters": [{"name": f"Frau {b}", "kind": "moderator"}]},
            "show_on_wall": {"what": ("auto", "cloud", "blank")[b % 3]},
            "reveal": {"counts": True},
            "make_badges": {"count": b % 3 + 1},
        }.get(kind, {"topic": topic} if kind in TOPIC_ONLY else {})

    def _parts(self, topic: str, c: int) -> dict:
        """Return parts that share out the contributions of a topic; every other split has none."""
        found = self.workshop.state.topics.get(topic)
        all_ = [x.id for x in self.workshop.state.live_contributions(found)] if found else []
        cut = c % (len(all_) + 1)
        parts = [{"title": f"Teil {c}a", "contributions": all_[:cut] or all_}]
        parts.append({"title": f"Teil {c}b", "contributions": all_[cut:] or all_})
        return {"parts": parts, **({"successor": 0} if c % 2 else {})}

    def _own(self, kind: str, who: str, b: int) -> dict:
        """Return fields that name something of this person's, where they have it."""
        person = self.workshop.state.participants.get(who)
        if person is None:
            return {}
        has = {
            "reword": ("contribution", list(person.contributions)),
            "withdraw": ("contribution", list(person.contributions)),
            "take_dot": ("topic", [topic for _, topic in person.dots]),
            "write_board": ("group", [person.group] if person.group else []),
            "dismiss_notice": ("notice", [notice.id for notice in person.notices]),
        }
        field, ids = has.get(kind, ("", []))
        return {field: ids[b % len(ids)]} if ids else {}

    def _one(self, what: str, number: int) -> str:
        """Return one of the topics on the board, of the contributions or of the groups."""
        found = getattr(self.workshop.state, what).values()
        ids = [x.id for x in sorted(found, key=lambda x: x.n) if getattr(x, "size", 1)]
        return ids[number % len(ids)] if ids else "nothing"


TOPIC_ONLY = {"place_dot", "take_dot", "show_interest", "withdraw_interest", "restore"}
