"""Rules 1 to 8 of DESIGN.md, section 3, under random days: every act, undo, restart and crash."""

import shutil

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.facilitation.random_days import checks
from tests.facilitation.random_days import model_acts as does
from tests.facilitation.random_days.acts_groups import GroupActs
from tests.facilitation.random_days.acts_people import PeopleActs
from tests.facilitation.random_days.acts_topics import BoardActs
from tests.facilitation.random_days.driver import CONSOLES
from tests.facilitation.random_days.expected import OPEN_IN
from tests.facilitation.random_days.machine import index, often


class RandomDay(PeopleActs, BoardActs, GroupActs, RuleBasedStateMachine):
    """Acts are drawn by weight within a rule, so that every day has some of nearly all of them."""

    @initialize(
        everything_open=st.sampled_from([True, True, True, False]), dots=st.lists(index, min_size=6)
    )
    def begin(self, everything_open, dots):
        """A day begins with six topics, some dots and, mostly, with everything open."""
        for _ in range(3):
            does.join(self.model, self.driver.workshop.join().id)
        self.phase, self.open = "collect", {}
        self.desk(CONSOLES[0], "set_phase", None, phase="collect")
        for i in range(6):
            self.contribute(i, self.unique("Thema"))
        if everything_open:
            self.open = dict.fromkeys(OPEN_IN, True)
            self.desk(CONSOLES[0], "set_settings", None, open=self.open)
        for n, i in enumerate(dots):
            self.place_dot(n, i, False)

    @rule(data=st.data())
    def two_acts(self, data):
        self.act(data)
        self.everything_holds()
        self.act(data)

    def act(self, data):
        names = [name for name in ACTS for _ in range(getattr(RandomDay, name).weight)]
        name = data.draw(st.sampled_from(names))
        drawn = getattr(RandomDay, name).drawn
        getattr(self, name)(**{what: data.draw(strategy, what) for what, strategy in drawn.items()})

    @rule(data=st.data())
    def four_acts(self, data):
        self.two_acts(data)
        self.everything_holds()
        self.two_acts(data)

    @often(4, which=index)
    def repeat(self, which):
        if self.sealed is None:
            self.driver.repeat(-1 - which)

    @often(3, goodbye=st.booleans())
    def restart(self, goodbye):
        if goodbye:
            self.driver.restart()
        else:
            self.driver.crash()

    @often(1, really=st.integers(0, 5))
    def seal_early(self, really):
        """Now and then the day goes on after the seal."""
        if really == 5 and self.sealed is None and self.driver.state.at > 60:
            self.seal()

    @invariant()
    def everything_holds(self):
        driver, state = self.driver, self.driver.state
        self.broken = True
        rows, on_disk = driver.rows(), driver.bytes_on_disk()
        checks.no_contribution_is_lost(state, self.model)
        checks.topics_and_groups_are_as_they_should(state, self.model)
        checks.contacts_of_boards_are_their_writers(state, driver.workshop.private, self.model)
        checks.links_hold_both_ways(state)
        checks.ballot_is_secret(state, driver.workshop.private)
        checks.journal_gives_the_same_state(state, rows)
        checks.private_data_is_apart(rows, on_disk, set(self.live.values()), self.erased)
        checks.history_names_every_act(state, self.model)
        if self.sealed is None:
            checks.dots_are_conserved(state, self.model)
        else:
            checks.counts_are_kept(state, self.sealed)
            checks.seal_leaves_no_link(rows, on_disk, driver.acts_of("place_dot", "take_dot"))
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


ACTS = [name for name in dir(RandomDay) if hasattr(getattr(RandomDay, name), "weight")]
"""What @often marks, in a fixed order."""

TestRandomDay = RandomDay.TestCase
