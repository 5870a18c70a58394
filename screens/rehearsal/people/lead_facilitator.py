"""The facilitator who leads through the day: phases, timeboxes, the wall, the groups."""

from screens.rehearsal.concerns import texts
from screens.rehearsal.people import choosing
from screens.rehearsal.people.facilitators import Facilitator
from screens.rehearsal.scenario import Rehearsal

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

BADGES_EVERY = 5
PEOPLE_A_GROUP = 12
GROUPS_LEAST, GROUPS_MOST = 4, 8


class LeadFacilitator(Facilitator):
    """Leads through the phases, the timeboxes and the wall, calls the groups, ends the day."""

    def __init__(self, rehearsal: Rehearsal, key: str):
        super().__init__(rehearsal, "lead", key)

    def prepare(self, phones: int) -> None:
        """Set up what is set up before people connect; some of them get a badge code."""
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
        self.rehearsal.codes = {i * BADGES_EVERY: code for i, code in enumerate(codes)}

    def run(self) -> None:
        try:
            for phase, seconds in PHASES_S.items():
                if not self._lead(phase, seconds):
                    break
        except Exception as error:
            self.rehearsal.report.fault("rehearse.fault_player", what=repr(error))
        finally:
            self.rehearsal.over.set()

    def _lead(self, phase: str, seconds: float) -> bool:
        ends = self.rehearsal.human_time() + seconds
        self.rehearsal.announce(f"rehearse.phase_{phase}")
        self.show("auto", qr=phase in ("collect", "sort", "group"))
        self.try_(
            "set_phase", lambda: True, phase=phase, minutes=seconds / 60 / self.rehearsal.pace
        )
        work = getattr(self, f"_in_{phase}", None)
        if work is not None:
            work()
        return self.rehearsal.pause(max(0, ends - self.rehearsal.human_time()))

    def show(self, what: str, qr: bool | None = None) -> None:
        self.try_("show_on_wall", lambda: True, what=what, qr=qr)

    def _in_collect(self) -> None:
        if self.rehearsal.pause(100):
            self.show("topics", qr=True)
        if self.rehearsal.pause(20):
            self.show("auto", qr=True)

    def _in_sort(self) -> None:
        self.merge_duplicates("sort", from_the_end=False, most=16)
        for _ in range(4):
            if not self.step("sort"):
                return
            if found := choosing.narrower(self.view, leave=texts()["late_split"]):
                self.split(*found)

    def _in_vote(self) -> None:
        if self.rehearsal.pause(60) and (
            late := choosing.one_pack(self.view, texts()["late_merge"])
        ):
            self.merge(*late, tell="rehearse.does_late_merge")
        if self.rehearsal.pause(40):
            self.try_("reveal", lambda: True, counts=True)
            self.rehearsal.announce("rehearse.does_reveal")

    def _in_group(self) -> None:
        people = len(self.rehearsal.citizens)
        count = min(GROUPS_MOST, max(GROUPS_LEAST, people // PEOPLE_A_GROUP))
        top = choosing.most_dotted(self.view, count + 1)
        calls = [[topic] for topic in top[:count]]
        if len(top) > count:
            calls[0].append(top[count])
        for index, topics in enumerate(calls):
            self._call(index, topics, seats=-(-people // max(1, len(calls))) + 1 - index % 3)
            self.rehearsal.pause(3)

    def _call(self, index: int, topics: list[dict], seats: int) -> None:
        supporters, tables = self.view["supporters"], texts()["tables"]
        ids = [topic["id"] for topic in topics]
        answer = self.try_(
            "call_group",
            lambda: choosing.is_free(self.view, *ids),
            topics=ids,
            title=topics[0]["title"],
            table=tables[index % len(tables)],
            seats=seats,
            supporter=supporters[index % len(supporters)]["id"] if supporters else None,
        )
        if answer:
            table = tables[index % len(tables)]
            self.rehearsal.announce("rehearse.does_call", title=topics[0]["title"], table=table)

    def _in_board(self) -> None:
        if self.rehearsal.pause(80):
            self.show("groups")
        if self.rehearsal.pause(10):
            self.show("open_ends")
        if self.rehearsal.pause(12):
            self.show("auto")

    def _in_close(self) -> None:
        if self.rehearsal.pause(45):
            self.show("thanks")
