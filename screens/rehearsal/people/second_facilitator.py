"""The facilitator at the second console: cards, merges and splits, and now and then a step back."""

from screens.rehearsal.concerns import texts
from screens.rehearsal.people import choosing
from screens.rehearsal.people.facilitators import Facilitator
from screens.rehearsal.scenario import Rehearsal


class SecondFacilitator(Facilitator):
    """Works on the board: enters cards, merges, splits, hides, tidies up after people."""

    def __init__(self, rehearsal: Rehearsal, key: str):
        super().__init__(rehearsal, "second", key)

    def run(self) -> None:
        done = None
        while self.rehearsal.pause(1):
            phase = self.view["phase"]
            work = getattr(self, f"_in_{phase}", None)
            if phase == done or work is None:
                continue
            done = phase
            try:
                work()
            except Exception as error:
                self.rehearsal.report.fault("rehearse.fault_player", what=repr(error))

    def _in_collect(self) -> None:
        cards = texts()["cards"]
        half = len(cards) // 2
        for batch in (cards[:half], cards[half:]):
            if not self.rehearsal.pause(35):
                return
            self.try_("enter_cards", lambda: True, cards=batch, via="wall")
            self.rehearsal.announce("rehearse.does_cards", count=len(batch))
        if self.step("collect"):
            self.back()
        if self.step("collect"):
            self.back("redo")

    def _in_sort(self) -> None:
        wide, hasty = texts()["too_wide_merge"], texts()["hasty_merge"]
        if self.step("sort") and (topics := choosing.of_packs(self.view, wide["of"])):
            self.merge(wide["title"], topics)
        if self.step("sort"):
            self._hide_the_rude_one()
        if self.step("sort") and (topics := choosing.of_packs(self.view, hasty["of"])):
            self.merge(hasty["title"], topics, tell="rehearse.does_hasty_merge")
            if self.step("sort"):
                self.back()
        hidden = self._hide_by_mistake() if self.step("sort") else None
        self.merge_duplicates("sort", from_the_end=True, most=6)
        if hidden and self.step("sort"):
            self._restore(hidden)
        self._rename()
        self.merge_duplicates("sort", from_the_end=True, most=12)
        if self.step("sort") and (topic := choosing.titled(self.view, wide["title"])):
            parts, successor = choosing.wide_parts(topic)
            if len(parts) > 1:
                self.split(topic, parts, successor)

    def _hide_the_rude_one(self) -> None:
        topic = choosing.saying(self.view, texts()["rude"])
        if topic is not None:
            self._hide(topic["id"], texts()["rude_reason"])
            self.rehearsal.announce("rehearse.does_hide")

    def _hide_by_mistake(self) -> str | None:
        topics = choosing.free_topics(self.view)
        return self._hide(topics[-1]["id"], texts()["mistaken_reason"]) if topics else None

    def _hide(self, id: str, reason: str) -> str | None:
        answer = self.try_("hide", lambda: choosing.is_free(self.view, id), topic=id, reason=reason)
        return id if answer else None

    def _restore(self, id: str) -> None:
        answer = self.try_(
            "restore",
            lambda: self.view["topics"].get(id, {}).get("state") == "hidden",
            topic=id,
        )
        if answer:
            self.rehearsal.announce("rehearse.does_restore")

    def _rename(self) -> None:
        for topic, title in choosing.long_ones(self.view):
            if not self.step("sort"):
                return
            id = topic["id"]
            if self.try_("rename", lambda id=id: id in self.view["topics"], topic=id, title=title):
                self.rehearsal.announce("rehearse.does_rename", title=title)
            for kind in ("undo", "redo"):
                if self.step("sort"):
                    self.back(kind)

    def _in_vote(self) -> None:
        if self.rehearsal.pause(45) and (
            topic := choosing.titled(self.view, texts()["late_split"])
        ):
            found = choosing.narrower({"topics": {topic["id"]: topic}}, leave="")
            if found:
                self.split(*found)
        for index, topic in enumerate(choosing.largest(self.view, 6)):
            if self.step("vote"):
                count = 2 + index * 3 % 5
                self.try_(
                    "enter_paper_dots",
                    lambda id=topic["id"]: choosing.is_free(self.view, id),
                    topic=topic["id"],
                    count=count,
                )
                self.rehearsal.announce("rehearse.does_paper", title=topic["title"], count=count)

    def _in_group(self) -> None:
        if self.rehearsal.pause(45) and self.view["groups"]:
            id, group = next(iter(self.view["groups"].items()))
            seats = (group["seats"] or group["members"]) + 2
            if self.try_("change_group", lambda: id in self.view["groups"], group=id, seats=seats):
                self.rehearsal.announce("rehearse.does_seats", title=group["title"], count=seats)
        if self.step("group") and (topics := choosing.free_topics(self.view)):
            topic = topics[-1]
            called = self.try_(
                "call_group",
                lambda: choosing.is_free(self.view, topic["id"]),
                topics=[topic["id"]],
                title=topic["title"],
            )
            if called and self.step("group"):
                self.back()
