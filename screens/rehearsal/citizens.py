"""Simulated citizens: each has a phone, looks at its view, and does what the view offers.

Nothing here knows the agenda. A citizen acts by the phase and the openings on their own phone, so
that they play along with real facilitators (`--url`) just as well as with simulated ones. An act
that the view offers and the server refuses is a fault, unless a fresh view explains it.
"""

import threading
import time
from collections.abc import Callable
from random import Random

from screens.rehearsal.hall import Concern, Hall, concern_of, texts
from screens.rehearsal.wire import Line

TRIES = 3
PAUSES_S = {"vote": (4, 9), "interview": (4, 10)}
USUAL_PAUSE_S = (6, 14)
ARRIVE_WITHIN_S = 16
BOARD_FIELDS = ("goal", "mandate", "steps", "networks", "needs", "meeting", "contact")


class Citizen(threading.Thread):
    """One person with a phone. `concerns` is what they came to say."""

    def __init__(self, hall: Hall, index: int, concerns: list[Concern], token: str | None = None):
        super().__init__(name=f"citizen-{index}", daemon=True)
        self.hall, self.index, self.concerns = hall, index, list(concerns)
        self.chance = Random(index * 7919 + 1)
        language = self.concerns[0].language if self.concerns else "de"
        auth = {"token": token, "language": language}
        if token is None and index in hall.codes:
            auth["badge"] = hall.codes[index]
        self.line = Line(hall.url, "/phone", hall.account, **auth)
        self.partner: Citizen | None = None
        self.arrived = threading.Event()
        self._noted = self._spoke_for = self._left_contact = False
        self._boards_written = 0

    def run(self) -> None:
        self.hall.pause(self.chance.uniform(0, ARRIVE_WITHIN_S))
        try:
            self.line.open()
        except (ConnectionError, TimeoutError) as error:
            self.hall.account.fault("rehearse.fault_not_in", what=str(error))
            return
        finally:
            self.arrived.set()
        while self.hall.pause(self.chance.uniform(*self._pauses())):
            try:
                self._do_something()
            except Exception as error:
                self.hall.account.fault("rehearse.fault_citizen", what=repr(error))

    def _pauses(self) -> tuple[float, float]:
        return PAUSES_S.get(self.line.view.get("phase"), USUAL_PAUSE_S)

    def _do_something(self) -> None:
        if self.chance.random() < 0.01:
            self._lock_the_screen()
        if self.line.me["notices"] and self.chance.random() < 0.7:
            self._read_a_notice()
        act = getattr(self, f"_in_{self.line.view['phase']}", None)
        if act is not None:
            act()

    def _lock_the_screen(self) -> None:
        """Put the phone away for a moment; it comes back as the same person."""
        before = self.line.me["participant"]
        self.line.close()
        self.hall.pause(self.chance.uniform(2, 6))
        self.line.open()
        if self.line.me["participant"] != before:
            self.hall.account.fault("rehearse.fault_other_person")

    # --- one method a phase ---------------------------------------------------------------

    def _in_interview(self) -> None:
        if self.line.me["notes"]:
            note = self.line.me["notes"][0]
            self.try_(
                "interview_confirm",
                lambda: self._open("contributions") and note in self.line.me["notes"],
                note=note["id"],
                text=note["text"],
            )
        elif self.partner is None:
            return
        elif self.index % 2 == 0 and not self.line.me["pair"]:
            self.try_("interview_start", lambda: self._open("contributions"))
        elif not self._noted:
            self._note()

    def _note(self) -> None:
        """Note what the partner says; their code is read to me across the table."""
        partner = self.partner.line.me.get("pair") or {}
        code = partner.get("code") if self.index % 2 else None
        pair = self.line.me["pair"]
        if not code and not (pair and pair["partner"]):
            return
        text = self.chance.choice(texts()["interview_notes"])
        fields = {"text": text, "pair_code": code} if code else {"text": text}
        if self.try_("interview_note", lambda: self._open("contributions"), **fields):
            self._noted = True

    def _in_collect(self) -> None:
        if not self._spoke_for and self.index % 15 == 4:
            self._spoke_for = True
            answer = self.try_("speak_for", lambda: True)
            if answer:
                self.hall.bring_along(answer["token"])
        elif self.concerns:
            self._contribute()
        elif self.chance.random() < 0.12:
            self._reword()
        elif self.chance.random() < 0.02:
            self._withdraw()

    def _in_sort(self) -> None:
        if self.concerns and self.chance.random() < 0.3:
            self._contribute()
        elif self.chance.random() < 0.05:
            self._reword()
        elif self.chance.random() < 0.5:
            self._flag()

    def _in_vote(self) -> None:
        me, topics = self.line.me, self.line.view["topics"]
        placed = [id for id in me["dots"] if id in topics]
        if placed and self.chance.random() < 0.1:
            id = self.chance.choice(placed)
            self.try_(
                "take_dot", lambda: self._open("dots") and self.line.me["dots"].get(id), topic=id
            )
        elif me["hand"] > 0:
            self._place()
        elif self.chance.random() < 0.1:
            self._flag()

    def _in_group(self) -> None:
        group = self.line.me["group"]
        if group is None or self.chance.random() < 0.04:
            self._join()
        elif self.chance.random() < 0.2:
            self._show_interest()

    def _in_board(self) -> None:
        if self.line.me["group"] is None:
            self._join()
        elif self._boards_written < 4 and self.chance.random() < 0.6:
            self._write()
        elif self.chance.random() < 0.3:
            self._show_interest()

    def _in_close(self) -> None:
        roll = self.chance.random()
        if roll < 0.4:
            self._show_interest()
        elif roll < 0.65 and not self.line.me["help"]:
            self._offer_help()
        elif roll < 0.8 and not self._left_contact:
            self._leave_contact()
        elif self.line.me["has_contact"] and roll > 0.97:
            self.try_("erase_contact", lambda: True)

    # --- what they do ---------------------------------------------------------------------

    def _contribute(self) -> None:
        concern = self.concerns[0]
        if self.try_("contribute", lambda: self._open("contributions"), text=concern.text):
            self.concerns.pop(0)
            self.hall.heard(concern.text)

    def _own(self) -> tuple[str, str] | None:
        """One of my contributions that still stands alone on the board, with its text."""
        mine = set(self.line.me["contributions"])
        said = [
            (c["id"], c["text"])
            for topic in self.line.view["topics"].values()
            for c in topic["contributions"]
            if c["id"] in mine and topic["state"] == "open"
        ]
        return self.chance.choice(said) if said else None

    def _reword(self) -> None:
        own = self._own()
        if own is not None:
            text = own[1] + self.chance.choice(texts()["reworded"])
            if len(text) <= 280 and concern_of(own[1]):
                self.try_("reword", lambda: False, contribution=own[0], text=text)

    def _withdraw(self) -> None:
        own = self._own()
        if own is not None:
            self.try_("withdraw", lambda: False, contribution=own[0])

    def _flag(self) -> None:
        topics = self.line.view["topics"]
        broad = [id for id, topic in topics.items() if _is_broad(topic)]
        if not topics or not (broad or self.chance.random() < 0.1):
            return
        id = self.chance.choice(broad or list(topics))
        if id in self.line.me["flags"]:
            return
        said = concern_of(topics[id]["contributions"][0]["text"])
        ideas = said.broad if said and said.broad else texts()["narrower"]
        narrower = self.chance.choice(ideas) if self.chance.random() < 0.7 else None
        self.try_(
            "flag_broad",
            lambda: self._open("flags") and id in self.line.view["topics"],
            topic=id,
            narrower=narrower,
        )

    def _place(self) -> None:
        me, cap = self.line.me, self.line.view["cap"]
        topics = {
            id: topic
            for id, topic in self.line.view["topics"].items()
            if topic["state"] != "hidden" and me["dots"].get(id, 0) < cap
        }
        if not topics:
            return
        weights = [1 + 3 * len(topic["contributions"]) for topic in topics.values()]
        id = self.chance.choices(list(topics), weights)[0]
        self.try_(
            "place_dot",
            lambda: (
                self._open("dots")
                and id in self.line.view["topics"]
                and self.line.me["hand"] > 0
                and self.line.me["dots"].get(id, 0) < self.line.view["cap"]
            ),
            topic=id,
        )

    def _join(self) -> None:
        groups = {id: g for id, g in self.line.view["groups"].items() if _has_seat(g)}
        if groups:
            id = self.chance.choice(list(groups))
            self.try_(
                "join_group",
                lambda: self._open("groups") and _has_seat(self.line.view["groups"].get(id)),
                group=id,
            )

    def _write(self) -> None:
        id = self.line.me["group"]
        field = self.chance.choice(BOARD_FIELDS)
        before = self.line.view["groups"][id]["board"][field]
        text = self.chance.choice(texts()["board"][field])
        if text in before["value"] or len(before["value"]) > 1000:
            return
        value = f"{before['value']}\n{text}" if before["value"] else text
        if self.chance.random() < 0.5:
            self.hall.pause(self.chance.uniform(1, 4))  # they type while others write too
        if self.try_(
            "write_board",
            lambda: self._open("boards") and self.line.me["group"] == id,
            group=id,
            field=field,
            value=value,
            base=before["base"],
        ):
            self._boards_written += 1

    def _show_interest(self) -> None:
        mine = self.line.me["interests"]
        free = [
            id
            for id, topic in self.line.view["topics"].items()
            if topic["state"] in ("open", "open_end") and id not in mine
        ]
        if free and len(mine) < 3:
            id = self.chance.choice(free)
            self.try_(
                "show_interest",
                lambda: (
                    self._open("interest")
                    and self.line.view["topics"].get(id, {}).get("state") in ("open", "open_end")
                ),
                topic=id,
            )

    def _offer_help(self) -> None:
        tasks = self.line.view["help_tasks"]
        if tasks:
            chosen = self.chance.sample(tasks, min(len(tasks), self.chance.randint(1, 2)))
            self.try_("offer_help", lambda: self._open("help"), tasks=chosen)

    def _leave_contact(self) -> None:
        name = texts()["people"][self.index % len(texts()["people"])]
        self._left_contact = bool(
            self.try_(
                "leave_contact",
                lambda: self._open("contact"),
                name=name,
                email=f"probe{self.index}@example.org",
                purposes=["group", "next_workshop"],
                consent=True,
            )
        )

    def _read_a_notice(self) -> None:
        id = self.line.me["notices"][0]["id"]
        self.try_(
            "dismiss_notice",
            lambda: any(notice["id"] == id for notice in self.line.me["notices"]),
            notice=id,
        )

    # --- asking the server ------------------------------------------------------------------

    def _open(self, what: str) -> bool:
        return self.line.view["open"][what]

    def try_(self, kind: str, offered: Callable[[], object], **fields) -> dict | None:
        """Act if `offered()` by the view; return the answer, or None if it was refused.

        A refusal is right where a fresh view no longer offers the act. Where it still does, the
        act is tried again with its id, and then it is a fault.
        """
        id = self.line.new_id()
        for attempt in range(TRIES):
            if attempt and not offered():
                return None
            answer = self.line.act(kind, id, **fields)
            if not answer or answer["ok"]:
                return answer or None
            if answer["error"] == "too_fast":
                time.sleep(0.5)
            self.line.sync()
        if offered():
            self.hall.account.fault(
                "rehearse.fault_refused", kind=kind, message=answer.get("message", "")
            )
        return None


def _is_broad(topic: dict) -> bool:
    said = concern_of(topic["contributions"][0]["text"])
    wide = topic["title"] == texts()["too_wide_merge"]["title"]
    return wide or (said is not None and bool(said.broad) and len(topic["contributions"]) == 1)


def _has_seat(group: dict | None) -> bool:
    return group is not None and (group["seats"] is None or group["members"] < group["seats"])
