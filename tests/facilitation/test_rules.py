"""Rules 1 to 8 of DESIGN.md, section 3, under random days: every act, undo, restart and crash."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facilitation.refusals import Refusal
from facilitation.workshop import Caller
from tests.facilitation import checks
from tests.facilitation import model_acts as does
from tests.facilitation.driver import CONSOLES, Driver
from tests.facilitation.model import Model, Table
from tests.facilitation.random_day import FIELDS, OPEN_IN, Expect, shares_of

index = st.integers(0, 40)
console = st.sampled_from(CONSOLES)
words = st.text("aäß🙂 \n\tש", max_size=8)


class RandomDay(RuleBasedStateMachine):
    """Each rule is one act: sent to the workshop, judged by the model, then done to the model."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.driver, self.model = Driver(self.folder), Model()
        self.phase, self.open = "welcome", {}
        self.sealed: dict | None = None
        self.live: dict[str, bytes] = {}
        self.erased: set[bytes] = set()
        self.gone: list[str] = []
        self.counter = 0
        self.badges: list[str] = []
        self.broken = False

    def teardown(self):
        """End every day with the seal and a restart, unless a rule was broken before."""
        try:
            if not self.broken:
                if self.sealed is None:
                    self.seal()
                self.everything_holds()
                self.driver.restart()
                self.everything_holds()
        finally:
            self.driver.close()
            shutil.rmtree(self.folder)

    # --- tools -------------------------------------------------------------------------------

    def unique(self, what: str = "x") -> str:
        self.counter += 1
        return f"{what} {self.counter}"

    def marker(self) -> str:
        return self.unique("Zephyrine").replace(" ", "-") + "-Quux"

    def person(self, i: int) -> str:
        people = list(self.model.people)
        return people[i % len(people)]

    def topic(self, i: int) -> str:
        """A topic of the board, now and then one that is gone or was never there."""
        if i > 38:
            return [*self.gone, "t-never"][i % (len(self.gone) + 1)]
        topics = list(self.model.topics) or ["t-never"]
        return topics[i % len(topics)]

    def group(self, i: int) -> str:
        groups = list(self.model.groups) or ["g-never"]
        return groups[i % len(groups)]

    def contribution(self, i: int) -> str:
        said = list(self.model.said) or ["c-never"]
        return said[i % len(said)]

    def is_open(self, what: str) -> bool:
        said = self.open.get(what)
        return self.phase in OPEN_IN[what] if said is None else said

    def phone(self, who: str, do: str, expect, **fields) -> dict | None:
        return self.judge(self.driver.act(Caller("phone", who), do, **fields), expect)

    def desk(self, by: str, do: str, expect, **fields) -> dict | None:
        before = self.driver.state
        answer = self.judge(self.driver.act(Caller("console", by), do, **fields), expect)
        if answer is not None:
            self.everybody_was_told(before)
        return answer

    def judge(self, answer, expect) -> dict | None:
        """Hold an answer against the code that must come, None (accepted) or either of a set."""
        code = answer.code if isinstance(answer, Refusal) else None
        self.broken = True
        assert code in (expect if isinstance(expect, set) else {expect}), (code, expect)
        return answer if code is None else None

    def everybody_was_told(self, before) -> None:
        """Rule 4: whoever got dots back is told on their phone; rule 3: so are hidden authors."""
        after = self.driver.state
        for who, person in after.participants.items():
            news = {x.key for x in person.notices if x.at == after.at}
            old = before.participants.get(who)
            if old is not None and len(person.dots) < len(old.dots) and not after.sealed:
                assert any(key.startswith("notice.dots_") for key in news)
        for id, topic in after.topics.items():
            was = before.topics.get(id)
            if topic.hidden is not None and was is not None and was.hidden is None:
                for said in after.live_contributions(topic):
                    if said.author in after.participants:
                        notices = after.participants[said.author].notices
                        assert any(
                            x.key == "notice.topic_hidden" and x.at == after.at for x in notices
                        )

    def expect(self) -> Expect:
        return Expect(self.model, self.is_open, self.sealed is not None)

    def forget(self, key: str) -> None:
        if key in self.live:
            self.erased.add(self.live.pop(key))

    # --- people ------------------------------------------------------------------------------

    @initialize(everything_open=st.sampled_from([True, True, True, False]))
    def begin(self, everything_open):
        for _ in range(3):
            does.join(self.model, self.driver.workshop.join().id)
        if everything_open:
            self.open = dict.fromkeys(OPEN_IN, True)
            self.desk(CONSOLES[0], "set_settings", None, open=self.open)

    @precondition(lambda self: len(self.model.people) < 6)
    @rule()
    def join(self):
        does.join(self.model, self.driver.workshop.join().id)

    @precondition(lambda self: len(self.model.people) < 6)
    @rule(i=index)
    def speak_for(self, i):
        answer = self.phone(self.person(i), "speak_for", None)
        does.join(self.model, self.driver.workshop.person(answer["token"]).id)

    @rule(by=console, i=index)
    def badges_make_one_person_each(self, by, i):
        if not self.badges:
            self.badges = self.desk(by, "make_badges", None, count=2)["codes"]
        badge = self.badges[i % 2]
        person = self.driver.workshop.join(badge=badge)
        again = self.driver.workshop.join(badge=badge)
        assert person.id == again.id
        self.model.people.setdefault(person.id, does.Person())

    @rule(i=index, j=index)
    def dismiss_notice(self, i, j):
        who = self.person(i)
        notices = [x.id for x in self.driver.state.participants[who].notices]
        if notices:
            self.phone(who, "dismiss_notice", None, notice=notices[j % len(notices)])
        else:
            self.phone(who, "dismiss_notice", "not_found", notice="5-notice.dots_merged")

    @rule(i=index, j=index, text=words)
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
        if taken is not None and i % 2:
            answer = self.phone(teller, "interview_confirm", None, note=taken["note"], text=text)
            ids = answer["contribution"], answer["topic"]
            does.contribute(self.model, teller, text.strip(), *ids)

    # --- contributions -----------------------------------------------------------------------

    @rule(i=index, text=words)
    def contribute(self, i, text):
        who = self.person(i)
        expect = self.expect().contribute(text)
        answer = self.phone(who, "contribute", expect, text=text)
        if answer is not None:
            ids = answer["contribution"], answer["topic"]
            does.contribute(self.model, who, text.strip(), *ids)

    @rule(i=index, j=index, text=words)
    def reword(self, i, j, text):
        who, said = self.person(i), self.contribution(j)
        expect = self.expect().change_contribution(who, said, text)
        if self.phone(who, "reword", expect, contribution=said, text=text) is not None:
            does.reword(self.model, said, text.strip())

    @rule(j=index, text=words)
    def reword_ones_own(self, j, text):
        who = self.model.said[self.contribution(j)].author if self.model.said else self.person(0)
        if who in self.model.people:
            self.reword(list(self.model.people).index(who), j, text)

    @rule(j=index)
    def withdraw(self, j):
        said = self.contribution(j)
        who = self.model.said[said].author if self.model.said else self.person(0)
        who = who if who in self.model.people else self.person(j)
        expect = self.expect().change_contribution(who, said, "x")
        if self.phone(who, "withdraw", expect, contribution=said) is not None:
            does.withdraw(self.model, said)

    @rule(i=index, j=index, narrower=st.sampled_from([None, " ", "enger"]))
    def flag_broad(self, i, j, narrower):
        expect = self.expect().shown("flags", self.topic(j))
        topic = self.topic(j)
        self.phone(self.person(i), "flag_broad", expect, topic=topic, narrower=narrower)

    @rule(i=index, j=index)
    def show_interest(self, i, j):
        expect = self.expect().show_interest(self.topic(j))
        self.phone(self.person(i), "show_interest", expect, topic=self.topic(j))

    # --- dots --------------------------------------------------------------------------------

    @rule(i=index, j=index, twice=st.booleans())
    def place_dot(self, i, j, twice):
        who, topic = self.person(i), self.topic(j)
        expect = self.expect().place_dot(who, topic)
        send = self.driver.at_once if twice else self.driver.act
        answer = self.judge(send(Caller("phone", who), "place_dot", topic=topic), expect)
        if answer is not None:
            self.model.people[who].dots[answer["at"]] = topic

    @rule(i=index, j=index)
    def place_another_dot(self, i, j):
        self.place_dot(i, j, False)

    @rule(i=index, j=index)
    def take_dot(self, i, j):
        who = self.person(i)
        mine = list(self.model.people[who].dots.values())
        topic = mine[j % len(mine)] if mine else self.topic(j)
        expect = self.expect().take_dot(who, topic)
        if self.phone(who, "take_dot", expect, topic=topic) is not None:
            does.take_dot(self.model, who, topic)

    @rule(by=console, j=index, count=st.integers(0, 3))
    def enter_paper_dots(self, by, j, count):
        topic = self.topic(j)
        expect = self.expect().work_on([topic])
        if self.desk(by, "enter_paper_dots", expect, topic=topic, count=count) is not None:
            self.model.paper[topic] = count

    # --- topics ------------------------------------------------------------------------------

    @rule(by=console, chosen=st.lists(index, min_size=1, max_size=3))
    def merge(self, by, chosen):
        topics = list(dict.fromkeys(self.topic(i) for i in chosen))
        title = self.unique("Zusammen")
        answer = self.desk(by, "merge", self.expect().merge(topics), topics=topics, title=title)
        if answer is not None:
            self.gone.extend(topics)
            does.merge(self.model, answer["at"], by, topics, answer["topic"], title)

    @rule(
        by=console,
        i=index,
        count=st.integers(2, 3),
        masks=st.lists(st.integers(0, 7), min_size=1, max_size=4),
        successor=st.sampled_from([None, 0, 1, 2]),
    )
    def split(self, by, i, count, masks, successor):
        topic = self.topic(i)
        live = self.model.live(topic) if topic in self.model.topics else []
        asked = shares_of(live, masks, count)
        parts = [{"title": self.unique("Teil"), "contributions": part} for part in asked]
        expect = self.expect().split(topic, asked, successor)
        answer = self.desk(by, "split", expect, topic=topic, parts=parts, successor=successor)
        if answer is None:
            return
        got = {
            id: (part["title"], part["contributions"] or live)
            for id, part in zip(answer["topics"], parts, strict=True)
        }
        kept = None if successor is None else topic
        assert kept is None or answer["topics"][successor] == topic
        self.gone.extend([] if kept else [topic])
        does.split(self.model, answer["at"], by, topic, got, kept)

    @rule(by=console, i=index)
    def rename(self, by, i):
        topic, title = self.topic(i), self.unique("Titel")
        expect = self.expect().on_board(topic)
        answer = self.desk(by, "rename", expect, topic=topic, title=title)
        if answer is not None:
            does.rename(self.model, answer["at"], by, topic, title)

    @rule(by=console, i=index)
    def hide(self, by, i):
        topic, reason = self.topic(i), self.unique("Grund")
        answer = self.desk(by, "hide", self.expect().work_on([topic]), topic=topic, reason=reason)
        if answer is not None:
            does.hide(self.model, answer["at"], by, topic, reason)

    @rule(by=console, i=index)
    def restore(self, by, i):
        hidden = [id for id, shape in self.model.topics.items() if shape.hidden]
        topic = hidden[i % len(hidden)] if hidden else self.topic(i)
        former = set(self.driver.state.topics[topic].former) if hidden else set()
        answer = self.desk(by, "restore", self.expect().restore(topic), topic=topic)
        if answer is not None:
            does.restore(self.model, answer["at"], by, topic)
            told = {
                who
                for who, person in self.driver.state.participants.items()
                if any(
                    x.at == answer["at"] and x.key == "notice.dots_place_again"
                    for x in person.notices
                )
            }
            assert told == former

    @rule(by=console, texts=st.lists(words, min_size=1, max_size=3))
    def enter_cards(self, by, texts):
        good = all(text.strip() for text in texts)
        answer = self.desk(by, "enter_cards", None if good else "invalid", cards=texts, via="wall")
        if answer is not None:
            state = self.driver.state
            cards = [
                (state.topics[topic].contributions[0], topic, text.strip())
                for topic, text in zip(answer["topics"], texts, strict=True)
            ]
            does.enter_cards(self.model, answer["at"], by, cards)

    @rule(by=console)
    def undo(self, by):
        self.turn(by, undo=True)

    @rule(by=console)
    def undo_more(self, by):
        self.turn(by, undo=True)

    @rule(by=console)
    def redo(self, by):
        self.turn(by, undo=False)

    def turn(self, by, *, undo):
        may = self.expect().turn(by, undo=undo)
        if self.desk(by, "undo" if undo else "redo", may) is not None:
            self.model.turn(by, undo=undo)

    # --- groups ------------------------------------------------------------------------------

    @rule(
        by=console,
        chosen=st.lists(index, min_size=1, max_size=2),
        seats=st.sampled_from([None, 1, 2]),
    )
    def call_group(self, by, chosen, seats):
        topics = list(dict.fromkeys(self.topic(i) for i in chosen))
        plan = Table(self.unique("Gruppe"), tuple(topics), self.unique("Tisch"), seats)
        expect = self.expect().call_group(topics)
        fields = {"topics": topics, "title": plan.title, "table": plan.table, "seats": seats}
        answer = self.desk(by, "call_group", expect, **fields)
        if answer is not None:
            does.call_group(self.model, answer["at"], by, answer["group"], plan)

    @rule(
        by=console,
        i=index,
        chosen=st.none() | st.lists(index, min_size=1, max_size=2),
        own=st.booleans(),
        seats=st.sampled_from([None, 0, 3]),
    )
    def change_group(self, by, i, chosen, own, seats):
        group, title = self.group(i), self.unique("Gruppe")
        old = self.model.groups.get(group)
        topics = None if chosen is None else [self.topic(j) for j in chosen]
        if topics and own and old:
            topics = [*old.topics, *topics]
        topics = topics and list(dict.fromkeys(topics))
        expect = self.expect().change_group(group, topics)
        answer = self.desk(
            by, "change_group", expect, group=group, title=title, topics=topics, seats=seats
        )
        if answer is None:
            return
        plan = old._replace(title=title, topics=tuple(topics or old.topics))
        plan = plan if seats is None else plan._replace(seats=seats or None)
        does.change_group(self.model, answer["at"], by, group, plan)

    @rule(by=console, i=index)
    def dissolve_group(self, by, i):
        group = self.group(i)
        expect = None if group in self.model.groups else "not_found"
        answer = self.desk(by, "dissolve_group", expect, group=group)
        if answer is not None:
            does.dissolve_group(self.model, answer["at"], by, group)

    @rule(i=index, j=index)
    def join_group(self, i, j):
        who, group = self.person(i), self.group(j)
        expect = self.expect().join_group(who, group)
        if self.phone(who, "join_group", expect, group=group) is not None:
            self.model.people[who].group = group

    @rule(i=index)
    def leave_group(self, i):
        who = self.person(i)
        expect = self.expect().leave_group(who)
        if self.phone(who, "leave_group", expect) is not None:
            self.model.people[who].group = None

    @rule(i=index, field=st.sampled_from(FIELDS), stale=st.booleans(), empty=st.booleans())
    def write_board(self, i, field, stale, empty):
        who = self.person(i)
        group = self.model.people[who].group or self.group(i)
        expect = self.expect().write_board(who, group)
        known = self.driver.state.groups.get(group)
        base = known.text(field).base if known and not stale else 0
        earlier = self.model.boards.get(group, {}).get(field, "")
        fresh = known is not None and base == known.text(field).base
        text = "" if empty else self.marker()
        answer = self.phone(
            who, "write_board", expect, group=group, field=field, value=text, base=base
        )
        if answer is None:
            return
        merges = bool(earlier) and not fresh
        assert answer.get("merged", False) == merges
        whole = "\n".join(part for part in (earlier, text) if part) if merges else text
        does.write_board(self.model, group, field, whole)
        if field == "contact":
            if not merges:
                for n, _ in enumerate(earlier.split("\n")):
                    self.forget(f"board {group} {n}")
            for n, line in enumerate(whole.split("\n") if whole else []):
                self.live[f"board {group} {n}"] = line.encode()

    # --- the day -----------------------------------------------------------------------------

    @rule(by=console, phase=st.sampled_from(sorted({p for all_ in OPEN_IN.values() for p in all_})))
    def set_phase(self, by, phase):
        self.desk(by, "set_phase", None, phase=phase, minutes=5)
        self.phase = phase

    @rule(
        by=console,
        what=st.sampled_from(sorted(OPEN_IN)),
        yes=st.sampled_from([None, True, True, False]),
    )
    def set_open(self, by, what, yes):
        self.desk(by, "set_settings", None, open={what: yes})
        self.open = {**self.open, what: yes}

    @rule(by=console, budget=st.integers(1, 6), cap=st.integers(1, 3))
    def set_budget(self, by, budget, cap):
        expect = self.expect().settings(budget, cap)
        if self.desk(by, "set_settings", expect, budget=budget, cap=cap) is not None:
            self.model.budget, self.model.cap = budget, cap

    @rule(by=console, counts=st.booleans())
    def reveal(self, by, counts):
        self.desk(by, "reveal", None, counts=counts)

    @rule(by=console, count=st.integers(0, 2))
    def set_supporters(self, by, count):
        names = [self.marker() for _ in range(count)]
        self.desk(by, "set_supporters", None, supporters=[{"name": name} for name in names])
        for key in [key for key in self.live if key.startswith("supporter")]:
            self.forget(key)
        for name in names:
            self.live[f"supporter {name}"] = name.encode()

    @rule(i=index)
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

    @rule(i=index)
    def erase_contact(self, i):
        who = self.person(i)
        self.phone(who, "erase_contact", None)
        self.forget(f"name {who}")
        self.forget(f"mail {who}")

    # --- rules 1, 2 and 6 --------------------------------------------------------------------

    @rule(which=index)
    def repeat(self, which):
        if self.sealed is None:
            self.driver.repeat(-1 - which)

    @rule()
    def restart(self):
        self.driver.restart()

    @rule()
    def crash(self):
        self.driver.crash()

    @precondition(lambda self: self.sealed is None and self.driver.state.at > 40)
    @rule()
    def seal(self):
        self.desk(CONSOLES[0], "seal", None)
        state = self.driver.state
        self.sealed = {id: (topic.dots, topic.people) for id, topic in state.topics.items()}
        counted = {
            id: (
                sum(self.model.voters(id).values()) + self.model.paper[id],
                len(self.model.voters(id)),
            )
            for id in self.model.topics
        }
        assert self.sealed == counted
        for person in self.model.people.values():
            person.dots = {}

    @invariant()
    def everything_holds(self):
        driver, state = self.driver, self.driver.state
        self.broken = True
        rows, on_disk = driver.rows(), driver.bytes_on_disk()
        checks.no_contribution_is_lost(state, self.model)
        checks.topics_and_groups_are_as_they_should(state, self.model)
        checks.links_hold_both_ways(state)
        checks.ballot_is_secret(state, driver.workshop.private)
        checks.journal_gives_the_same_state(state, rows)
        checks.private_data_is_apart(rows, on_disk, set(self.live.values()), self.erased)
        if self.sealed is None:
            checks.dots_are_conserved(state, self.model)
            checks.history_names_every_act(state, self.model)
        else:
            counts = {id: (t.dots, t.people) for id, t in state.topics.items() if id in self.sealed}
            assert counts == self.sealed
            assert all(not person.dots for person in state.participants.values())
            ballot = {
                message["id"]
                for _, message, _ in driver.done
                if message["do"] in ("place_dot", "take_dot")
            }
            checks.seal_leaves_no_link(rows, on_disk, ballot)
        self.broken = False


TestRandomDay = RandomDay.TestCase
