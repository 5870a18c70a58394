"""Random days: acts about contributions, topics and dots."""

from hypothesis import strategies as st

from facilitation.workshop import Caller
from tests.facilitation.random_days import model_acts as does
from tests.facilitation.random_days.expected import shares_of
from tests.facilitation.random_days.machine import Day, console, index, often, words


class BoardActs(Day):
    """Acts about contributions, topics and dots."""

    @often(3, i=index, text=words)
    def contribute(self, i, text):
        who = self.person(i)
        expect = self.expect().contribute(text)
        answer = self.phone(who, "contribute", expect, text=text)
        if answer is not None:
            ids = answer["contribution"], answer["topic"]
            does.contribute(self.model, who, text.strip(), *ids)

    @often(1, i=index, j=index, text=words)
    def reword(self, i, j, text):
        who, said = self.person(i), self.contribution(j)
        expect = self.expect().change_contribution(who, said, text)
        if self.phone(who, "reword", expect, contribution=said, text=text) is not None:
            does.reword(self.model, said, text.strip())

    @often(2, j=index, text=words)
    def reword_ones_own(self, j, text):
        who = self.model.said[self.contribution(j)].author if self.model.said else self.person(0)
        if who in self.model.people:
            self.reword(list(self.model.people).index(who), j, text)

    @often(2, j=index)
    def withdraw(self, j):
        said = self.contribution(j)
        who = self.model.said[said].author if self.model.said else self.person(0)
        who = who if who in self.model.people else self.person(j)
        expect = self.expect().change_contribution(who, said, "x")
        if self.phone(who, "withdraw", expect, contribution=said) is not None:
            does.withdraw(self.model, said)

    @often(3, i=index, j=index, narrower=st.sampled_from([None, " ", "enger", "ganz eng"]))
    def flag_broad(self, i, j, narrower):
        expect = self.expect().shown("flags", self.topic(j))
        topic = self.topic(j)
        who = self.person(i)
        if self.phone(who, "flag_broad", expect, topic=topic, narrower=narrower) is not None:
            narrower = narrower.strip() if narrower else None
            does.flag_broad(self.model, who, topic, narrower or None)

    @often(2, i=index, j=index)
    def show_interest(self, i, j):
        expect = self.expect().show_interest(self.topic(j))
        self.phone(self.person(i), "show_interest", expect, topic=self.topic(j))

    @often(1, i=index, j=index)
    def withdraw_interest(self, i, j):
        who = self.person(i)
        shown = sorted(self.driver.state.participants[who].interests)
        topic = shown[j % len(shown)] if shown else self.topic(j)
        expect = self.expect().withdraw_interest(topic, shown=bool(shown))
        self.phone(who, "withdraw_interest", expect, topic=topic)
        if expect is None:
            assert topic not in self.driver.state.participants[who].interests

    @often(6, i=index, j=index, twice=st.booleans())
    def place_dot(self, i, j, twice):
        who, topic = self.person(i), self.topic(j)
        free = [id for id in self.model.topics if self.model.may_place(who, id)]
        if free and j < 34:
            topic = free[j % len(free)]
        expect = self.expect().place_dot(who, topic)
        send = self.driver.at_once if twice else self.driver.act
        answer = self.judge(send(Caller("phone", who), "place_dot", topic=topic), expect)
        if answer is not None:
            self.model.people[who].dots[answer["at"]] = topic

    @often(4, i=index, j=index)
    def place_another_dot(self, i, j):
        self.place_dot(i, j, False)

    @often(2, i=index, j=index)
    def take_dot(self, i, j):
        who = self.person(i)
        mine = list(self.model.people[who].dots.values())
        topic = mine[j % len(mine)] if mine else self.topic(j)
        expect = self.expect().take_dot(who, topic)
        if self.phone(who, "take_dot", expect, topic=topic) is not None:
            does.take_dot(self.model, who, topic)

    @often(1, by=console, j=index, count=st.integers(0, 3))
    def enter_paper_dots(self, by, j, count):
        topic = self.topic(j)
        expect = self.expect().work_on([topic])
        if self.desk(by, "enter_paper_dots", expect, topic=topic, count=count) is not None:
            self.model.paper[topic] = count

    @often(6, by=console, chosen=st.lists(index, min_size=1, max_size=3))
    def merge(self, by, chosen):
        topics = list(dict.fromkeys(self.topic(i) for i in chosen))
        dotted = list(dict.fromkeys(self.model.people[self.person(chosen[0])].dots.values()))
        if chosen[0] % 2 and len(dotted) > 1:  # where somebody's dots must add up
            topics = dotted[:3]
        title = self.unique("Zusammen")
        answer = self.desk(by, "merge", self.expect().merge(topics), topics=topics, title=title)
        if answer is not None:
            self.gone.extend(topics)
            does.merge(self.model, answer["at"], by, topics, answer["topic"], title)

    @often(
        6,
        by=console,
        i=index,
        count=st.integers(2, 3),
        masks=st.lists(st.integers(0, 7) | st.just(3) | st.just(6), min_size=1, max_size=3),
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

    @often(2, by=console, i=index)
    def rename(self, by, i):
        topic, title = self.topic(i), self.unique("Titel")
        expect = self.expect().on_board(topic)
        answer = self.desk(by, "rename", expect, topic=topic, title=title)
        if answer is not None:
            does.rename(self.model, answer["at"], by, topic, title)

    @often(2, by=console, i=index)
    def hide(self, by, i):
        topic, reason = self.topic(i), self.unique("Grund")
        answer = self.desk(by, "hide", self.expect().work_on([topic]), topic=topic, reason=reason)
        if answer is not None:
            does.hide(self.model, answer["at"], by, topic, reason)

    @often(2, by=console, i=index)
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

    @often(2, by=console, texts=st.lists(words, min_size=1, max_size=3))
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

    @often(8, by=console)
    def undo(self, by):
        self.turn(by, undo=True)

    @often(4, by=console)
    def redo(self, by):
        self.turn(by, undo=False)

    def turn(self, by, *, undo):
        may = self.expect().turn(by, undo=undo)
        if self.desk(by, "undo" if undo else "redo", may) is not None:
            self.model.turn(by, undo=undo)
