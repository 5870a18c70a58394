"""Random days: acts of and about people, and the course of the day."""

from hypothesis import strategies as st

from tests.facilitation.random_days import model_acts as does
from tests.facilitation.random_days.machine import OPEN_IN, Day, console, index, often, words


class PeopleActs(Day):
    """Acts of and about people, and the course of the day."""

    @often(1)
    def join(self):
        does.join(self.model, self.driver.workshop.join().id)

    @often(1, i=index)
    def speak_for(self, i):
        answer = self.phone(self.person(i), "speak_for", None)
        does.join(self.model, self.driver.workshop.person(answer["token"]).id)

    @often(1, by=console, i=index)
    def badges_make_one_person_each(self, by, i):
        if not self.badges:
            self.badges = self.desk(by, "make_badges", None, count=2)["codes"]
        badge = self.badges[i % 2]
        person = self.driver.workshop.join(badge=badge)
        again = self.driver.workshop.join(badge=badge)
        assert person.id == again.id
        self.model.people.setdefault(person.id, does.Person())

    @often(1, i=index)
    def make_carry_code(self, i):
        who = self.person(i)
        code = self.phone(who, "make_carry_code", None)["code"]
        assert self.driver.workshop.carried_by(code)[0].id == who

    @often(3, i=index, j=index)
    def dismiss_notice(self, i, j):
        who = self.person(i)
        notices = [x.id for x in self.driver.state.participants[who].notices]
        if notices:
            self.phone(who, "dismiss_notice", None, notice=notices[j % len(notices)])
        else:
            self.phone(who, "dismiss_notice", "not_found", notice="5-notice.dots_merged")

    @often(1, i=index, j=index, text=words)
    def interview(self, i, j, text):
        """One opens a pair, the other notes, and what is confirmed is the teller's own."""
        teller, noter = self.person(i), self.person(j)
        if not self.is_open("contributions"):
            self.phone(teller, "interview_start", "not_now")
            return
        code = self.phone(teller, "interview_start", None)["pair_code"]
        text = f"{self.unique('erzählt')}{text}"
        taken = self.phone(
            noter,
            "interview_note",
            "not_now" if teller == noter else None,
            pair_code=code,
            text=text,
        )
        if taken is not None and i % 4 == 2:
            self.phone(teller, "interview_decline", None, note=taken["note"])
            told = {notice.key for notice in self.driver.state.participants[noter].notices}
            assert "notice.note_declined" in told
        if taken is not None and i % 2:
            answer = self.phone(teller, "interview_confirm", None, note=taken["note"], text=text)
            ids = answer["contribution"], answer["topic"]
            does.contribute(self.model, teller, text.strip(), *ids)

    @often(
        1, by=console, phase=st.sampled_from(sorted({p for all_ in OPEN_IN.values() for p in all_}))
    )
    def set_phase(self, by, phase):
        self.desk(by, "set_phase", None, phase=phase, minutes=5)
        self.phase = phase

    @often(
        1,
        by=console,
        what=st.sampled_from(sorted(OPEN_IN)),
        yes=st.sampled_from([None, True, True, False]),
    )
    def set_open(self, by, what, yes):
        self.desk(by, "set_settings", None, open={what: yes})
        self.open = {**self.open, what: yes}

    @often(2, by=console, budget=st.integers(1, 6), cap=st.integers(1, 3))
    def set_budget(self, by, budget, cap):
        expect = self.expect().settings(budget, cap)
        if self.desk(by, "set_settings", expect, budget=budget, cap=cap) is not None:
            self.model.budget, self.model.cap = budget, cap

    @often(1, by=console, counts=st.booleans())
    def reveal(self, by, counts):
        self.desk(by, "reveal", None, counts=counts)

    @often(1, by=console, count=st.integers(0, 2))
    def set_supporters(self, by, count):
        names = [self.marker() for _ in range(count)]
        self.desk(by, "set_supporters", None, supporters=[{"name": name} for name in names])
        for key in [key for key in self.live if key.startswith("supporter")]:
            self.forget(key)
        for name in names:
            self.live[f"supporter {name}"] = name.encode()

    @often(1, i=index)
    def leave_contact(self, i):
        who, name, mail = self.person(i), self.marker(), self.marker()
        answer = self.phone(
            who,
            "leave_contact",
            None if self.is_open("contact") else "not_now",
            name=name,
            email=mail,
            purposes=["group"],
            consent=True,
        )
        if answer is not None:
            for key, value in ((f"name {who}", name), (f"mail {who}", mail)):
                self.forget(key)
                self.live[key] = value.encode()

    @often(1, i=index)
    def erase_contact(self, i):
        who = self.person(i)
        self.phone(who, "erase_contact", None)
        self.forget(f"name {who}")
        self.forget(f"mail {who}")
        for group in [group for group, hands in self.model.hands.items() if who in hands]:
            self.contact_is_erased(group)
