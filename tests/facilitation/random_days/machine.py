"""A random day: the workshop on a file, its model, and what both are held against."""

import tempfile
from pathlib import Path

from hypothesis import strategies as st

from facilitation.domain.refusals import Refusal
from facilitation.workshop import Caller
from tests.facilitation.random_days import model_acts as does
from tests.facilitation.random_days.driver import CONSOLES, Driver
from tests.facilitation.random_days.expected import OPEN_IN, Expect
from tests.facilitation.random_days.model import Model

index = st.integers(0, 40)
console = st.sampled_from(CONSOLES)
words = st.text("aäß🙂 \n\tש", max_size=8)


def often(weight: int, **drawn):
    """Mark a method as an act of random days: how often it comes, and what is drawn for it."""

    def mark(method):
        method.weight, method.drawn = weight, drawn
        return method

    return mark


class Day:
    """Each act is sent to the workshop, judged by the model, then done to the model."""

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
        return Expect(self.model, self.is_open, self.sealed)

    def forget(self, key: str) -> None:
        if key in self.live:
            self.erased.add(self.live.pop(key))

    def contact_is_erased(self, group: str) -> None:
        """What was said as the contact of a group's board is gone for good."""
        does.erase_board_contact(self.model, group)
        for key in [key for key in self.live if key.startswith(f"board {group} ")]:
            self.forget(key)

    def seal(self) -> None:
        """Seal the ballot; from now on the counts are what they are."""
        self.desk(CONSOLES[0], "seal", None)
        topics = self.driver.state.topics.items()
        self.sealed = {id: (topic.dots, topic.people) for id, topic in topics}
        voters = {id: self.model.voters(id) for id in self.model.topics}
        assert self.sealed == {
            id: (sum(voters[id].values()) + self.model.paper[id], len(voters[id])) for id in voters
        }
        for person in self.model.people.values():
            person.dots = {}
