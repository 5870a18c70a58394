"""Random days: acts about groups and their boards."""

from hypothesis import strategies as st

from tests.facilitation.random_days import model_acts as does
from tests.facilitation.random_days.expected import FIELDS
from tests.facilitation.random_days.machine import Day, console, index, often
from tests.facilitation.random_days.model import Table


class GroupActs(Day):
    """Acts about groups and their boards."""

    @often(
        6,
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

    @often(
        3,
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

    @often(1, by=console, i=index)
    def dissolve_group(self, by, i):
        group = self.group(i)
        expect = None if group in self.model.groups else "not_found"
        answer = self.desk(by, "dissolve_group", expect, group=group)
        if answer is not None:
            does.dissolve_group(self.model, answer["at"], by, group)

    @often(4, i=index, j=index)
    def join_group(self, i, j):
        who, group = self.person(i), self.group(j)
        expect = self.expect().join_group(who, group)
        if self.phone(who, "join_group", expect, group=group) is not None:
            self.model.people[who].group = group

    @often(1, i=index)
    def leave_group(self, i):
        who = self.person(i)
        expect = self.expect().leave_group(who)
        if self.phone(who, "leave_group", expect) is not None:
            self.model.people[who].group = None

    @often(
        3,
        i=index,
        field=st.sampled_from(FIELDS),
        stale=st.booleans(),
        empty=st.booleans(),
        day=st.dates(),
        clock=st.times(),
    )
    def write_board(self, i, field, stale, empty, day, clock):
        seated = [who for who, person in self.model.people.items() if person.group]
        who = seated[i % len(seated)] if seated and i < 34 else self.person(i)
        group = self.model.people[who].group or self.group(i)
        expect = self.expect().write_board(who, group)
        known = self.driver.state.groups.get(group)
        base = known.text(field).base if known and not stale else 0
        earlier = self.model.boards.get(group, {}).get(field, "")
        fresh = known is not None and base == known.text(field).base
        moments = {"meeting_date": day.isoformat(), "meeting_time": f"{clock:%H:%M}"}
        text = "" if empty else moments.get(field) or self.marker()
        answer = self.phone(
            who, "write_board", expect, group=group, field=field, value=text, base=base
        )
        if answer is None:
            return
        merges = bool(earlier) and not fresh and text != earlier
        assert answer.get("merged", False) == merges
        whole = "\n".join(part for part in (earlier, text) if part) if merges else text
        if merges and text and field in moments:
            whole = text
            does.keep_moment(self.model, group, earlier)
        does.write_board(self.model, who, group, field, whole)
        if field == "contact":
            if not merges:
                for n, _ in enumerate(earlier.split("\n")):
                    self.forget(f"board {group} {n}")
            for n, line in enumerate(whole.split("\n") if whole else []):
                self.live[f"board {group} {n}"] = line.encode()

    @often(1, by=console, i=index)
    def erase_board_contact(self, by, i):
        """Of a group at work or a dissolved one, now and then of one that was never there."""
        group = [*self.model.boards, "g-never"][i % (len(self.model.boards) + 1)]
        expect = None if group in self.model.boards else "not_found"
        if self.desk(by, "erase_board_contact", expect, group=group) is not None:
            self.contact_is_erased(group)
