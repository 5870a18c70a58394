"""Two simulated facilitators at two consoles: one leads through the day, one works on the board.

They go by what their consoles show, like real ones, and sometimes take a step back.
"""

from screens.rehearsal import sifting
from screens.rehearsal.hall import Hall, texts
from screens.rehearsal.player import Player
from screens.rehearsal.wire import Line

PHASES_S = {
    "welcome": 60,
    "interview": 120,
    "collect": 150,
    "sort": 165,
    "vote": 125,
    "group": 90,
    "board": 120,
    "close": 70,
}
"""How long each phase takes at the pace of people: a quarter of an hour in all."""

STEP_S = (3, 6)
BADGES_EVERY = 5
PEOPLE_A_GROUP = 12
GROUPS_LEAST, GROUPS_MOST = 4, 8


class Facilitator(Player):
    """One console. Its steps within a phase end as soon as the phase is over."""

    def __init__(self, hall: Hall, name: str, key: str):
        auth = {"key": key, "console": f"rehearsal-{name}-{id(hall):x}"}
        super().__init__(hall, Line(hall.url, "/console", hall.account, **auth), name)

    @property
    def view(self) -> dict:
        return self.line.view

    def step(self, phase: str) -> bool:
        """Think for a moment; False once `phase` is over."""
        return self.hall.pause(self.hall.chance.uniform(*STEP_S)) and self.view["phase"] == phase

    def merge(self, title: str, topics: list[str], tell: str = "rehearse.does_merge") -> str | None:
        """Merge; return the new topic's id."""
        answer = self.try_(
            "merge", lambda: sifting.is_free(self.view, *topics), topics=topics, title=title
        )
        if answer:
            self.hall.tell(tell, title=title, count=len(topics))
        return answer and answer["topic"]

    def split(self, topic: dict, parts: list[dict], successor: int | None = None) -> None:
        """Split; somebody may have changed the topic since it was looked at."""
        looked_at = topic["contributions"]
        answer = self.try_(
            "split",
            lambda: self.view["topics"].get(topic["id"], {}).get("contributions") == looked_at,
            topic=topic["id"],
            parts=parts,
            successor=successor,
        )
        if answer:
            self.hall.tell("rehearse.does_split", title=topic["title"], count=len(parts))

    def merge_duplicates(self, phase: str, *, from_the_end: bool, most: int) -> None:
        """Merge what means the same; the two begin at the two ends of the board."""
        wide, late = texts()["too_wide_merge"]["of"], texts()["late_merge"]
        for _ in range(most):
            found = sifting.duplicates(self.view, leave={*wide, late})
            if not found or not self.step(phase):
                return
            title, topics = found[-1 if from_the_end else 0]
            if sifting.is_free(self.view, *topics):
                self.merge(title, topics)

    def back(self, kind: str = "undo") -> None:
        """Take a step back, or forward again; right to refuse where somebody went on from there."""
        answer = self.try_(kind, lambda: False)
        if answer:
            self.hall.tell(f"rehearse.does_{kind}")


class Lead(Facilitator):
    """Leads through the phases, the timeboxes and the wall, calls the groups, ends the day."""

    def __init__(self, hall: Hall, key: str):
        super().__init__(hall, "lead", key)

    def prepare(self, phones: int) -> None:
        """Set up what is set up before people come; some of them get a badge code."""
        words = texts()
        self.try_(
            "set_settings",
            lambda: True,
            title=words["title"],
            questions=words["questions"],
            help_tasks=words["help_tasks"],
            budget=5,
            cap=2,
        )
        self.try_("set_supporters", lambda: True, supporters=words["supporters"])
        answer = self.try_("make_badges", lambda: True, count=max(1, phones // BADGES_EVERY))
        codes = answer["codes"] if answer else []
        self.hall.codes = {i * BADGES_EVERY: code for i, code in enumerate(codes)}

    def run(self) -> None:
        try:
            for phase, seconds in PHASES_S.items():
                if not self._lead(phase, seconds):
                    break
        except Exception as error:
            self.hall.account.fault("rehearse.fault_player", what=repr(error))
        finally:
            self.hall.over.set()

    def _lead(self, phase: str, seconds: float) -> bool:
        ends = self.hall.human_time() + seconds
        self.hall.tell(f"rehearse.phase_{phase}")
        self.show("auto", qr=phase in ("collect", "sort", "group"))
        self.try_("set_phase", lambda: True, phase=phase, minutes=seconds / 60 / self.hall.pace)
        work = getattr(self, f"_in_{phase}", None)
        if work is not None:
            work()
        return self.hall.pause(max(0, ends - self.hall.human_time()))

    def show(self, what: str, qr: bool | None = None) -> None:
        self.try_("show_on_wall", lambda: True, what=what, qr=qr)

    def _in_collect(self) -> None:
        if self.hall.pause(100):
            self.show("topics", qr=True)
        if self.hall.pause(20):
            self.show("auto", qr=True)

    def _in_sort(self) -> None:
        self.merge_duplicates("sort", from_the_end=False, most=16)
        for _ in range(4):
            if not self.step("sort"):
                return
            if found := sifting.narrower(self.view, leave=texts()["late_split"]):
                self.split(*found)

    def _in_vote(self) -> None:
        if self.hall.pause(60) and (late := sifting.one_pack(self.view, texts()["late_merge"])):
            self.merge(*late, tell="rehearse.does_late_merge")
        if self.hall.pause(40):
            self.try_("reveal", lambda: True, counts=True)
            self.hall.tell("rehearse.does_reveal")

    def _in_group(self) -> None:
        people = len(self.hall.citizens)
        count = min(GROUPS_MOST, max(GROUPS_LEAST, people // PEOPLE_A_GROUP))
        top = sifting.most_dotted(self.view, count + 1)
        calls = [[topic] for topic in top[:count]]
        if len(top) > count:
            calls[0].append(top[count])
        for index, topics in enumerate(calls):
            self._call(index, topics, seats=-(-people // max(1, len(calls))) + 1 - index % 3)
            self.hall.pause(3)

    def _call(self, index: int, topics: list[dict], seats: int) -> None:
        supporters, tables = self.view["supporters"], texts()["tables"]
        ids = [topic["id"] for topic in topics]
        answer = self.try_(
            "call_group",
            lambda: sifting.is_free(self.view, *ids),
            topics=ids,
            title=topics[0]["title"],
            table=tables[index % len(tables)],
            seats=seats,
            supporter=supporters[index % len(supporters)]["id"] if supporters else None,
        )
        if answer:
            table = tables[index % len(tables)]
            self.hall.tell("rehearse.does_call", title=topics[0]["title"], table=table)

    def _in_board(self) -> None:
        if self.hall.pause(80):
            self.show("groups")
        if self.hall.pause(10):
            self.show("open_ends")
        if self.hall.pause(12):
            self.show("auto")

    def _in_close(self) -> None:
        if self.hall.pause(45):
            self.show("thanks")


class Second(Facilitator):
    """Works on the board: enters cards, merges, splits, hides, tidies up after people."""

    def __init__(self, hall: Hall, key: str):
        super().__init__(hall, "second", key)

    def run(self) -> None:
        done = None
        while self.hall.pause(1):
            phase = self.view["phase"]
            work = getattr(self, f"_in_{phase}", None)
            if phase == done or work is None:
                continue
            done = phase
            try:
                work()
            except Exception as error:
                self.hall.account.fault("rehearse.fault_player", what=repr(error))

    def _in_collect(self) -> None:
        cards = texts()["cards"]
        half = len(cards) // 2
        for batch in (cards[:half], cards[half:]):
            if not self.hall.pause(35):
                return
            self.try_("enter_cards", lambda: True, cards=batch, via="wall")
            self.hall.tell("rehearse.does_cards", count=len(batch))
        if self.step("collect"):
            self.back()
        if self.step("collect"):
            self.back("redo")

    def _in_sort(self) -> None:
        wide, hasty = texts()["too_wide_merge"], texts()["hasty_merge"]
        if self.step("sort") and (topics := sifting.of_packs(self.view, wide["of"])):
            self.merge(wide["title"], topics)
        if self.step("sort"):
            self._hide_the_rude_one()
        if self.step("sort") and (topics := sifting.of_packs(self.view, hasty["of"])):
            self.merge(hasty["title"], topics, tell="rehearse.does_hasty_merge")
            if self.step("sort"):
                self.back()
        hidden = self._hide_by_mistake() if self.step("sort") else None
        self.merge_duplicates("sort", from_the_end=True, most=6)
        if hidden and self.step("sort"):
            self._restore(hidden)
        self._rename()
        self.merge_duplicates("sort", from_the_end=True, most=12)
        if self.step("sort") and (topic := sifting.titled(self.view, wide["title"])):
            parts, successor = sifting.wide_parts(topic)
            if len(parts) > 1:
                self.split(topic, parts, successor)

    def _hide_the_rude_one(self) -> None:
        topic = sifting.saying(self.view, texts()["rude"])
        if topic is not None:
            self._hide(topic["id"], texts()["rude_reason"])
            self.hall.tell("rehearse.does_hide")

    def _hide_by_mistake(self) -> str | None:
        topics = sifting.free_topics(self.view)
        return self._hide(topics[-1]["id"], texts()["mistaken_reason"]) if topics else None

    def _hide(self, id: str, reason: str) -> str | None:
        answer = self.try_("hide", lambda: sifting.is_free(self.view, id), topic=id, reason=reason)
        return id if answer else None

    def _restore(self, id: str) -> None:
        answer = self.try_(
            "restore",
            lambda: self.view["topics"].get(id, {}).get("state") == "hidden",
            topic=id,
        )
        if answer:
            self.hall.tell("rehearse.does_restore")

    def _rename(self) -> None:
        for topic, title in sifting.long_ones(self.view):
            if not self.step("sort"):
                return
            id = topic["id"]
            if self.try_("rename", lambda id=id: id in self.view["topics"], topic=id, title=title):
                self.hall.tell("rehearse.does_rename", title=title)
            for kind in ("undo", "redo"):
                if self.step("sort"):
                    self.back(kind)

    def _in_vote(self) -> None:
        if self.hall.pause(45) and (topic := sifting.titled(self.view, texts()["late_split"])):
            found = sifting.narrower({"topics": {topic["id"]: topic}}, leave="")
            if found:
                self.split(*found)
        for index, topic in enumerate(sifting.largest(self.view, 6)):
            if self.step("vote"):
                count = 2 + index * 3 % 5
                self.try_(
                    "enter_paper_dots",
                    lambda id=topic["id"]: sifting.is_free(self.view, id),
                    topic=topic["id"],
                    count=count,
                )
                self.hall.tell("rehearse.does_paper", title=topic["title"], count=count)

    def _in_group(self) -> None:
        if self.hall.pause(45) and self.view["groups"]:
            id, group = next(iter(self.view["groups"].items()))
            seats = (group["seats"] or group["members"]) + 2
            if self.try_("change_group", lambda: id in self.view["groups"], group=id, seats=seats):
                self.hall.tell("rehearse.does_seats", title=group["title"], count=seats)
        if self.step("group") and (topics := sifting.free_topics(self.view)):
            topic = topics[-1]
            called = self.try_(
                "call_group",
                lambda: sifting.is_free(self.view, topic["id"]),
                topics=[topic["id"]],
                title=topic["title"],
            )
            if called and self.step("group"):
                self.back()
