"""Simulated citizens: each has a phone, looks at its view, and does what the view offers.

Nothing here knows the agenda. A citizen acts by the phase and the openings on their own phone, so
that they play along with real facilitators (`--url`) just as well as with simulated ones. An act
that the view offers and the server refuses is a fault, unless a fresh view explains it.
"""

from random import Random

from screens.rehearsal.client import Client
from screens.rehearsal.concerns import Concern
from screens.rehearsal.people.citizen_acts import PhoneUser
from screens.rehearsal.scenario import Rehearsal

PAUSES_S = {"vote": (4, 9), "interview": (4, 10)}
USUAL_PAUSE_S = (6, 14)
ARRIVE_WITHIN_S = 40
LATE_S = 120
FRIENDS_FROM = 10_000


class Citizen(PhoneUser):
    """One person with a phone. `concerns` is what they came to say; `friend` is what somebody
    wants to say whom they brought along."""

    def __init__(
        self, rehearsal: Rehearsal, index: int, concerns: list[Concern], token: str | None = None
    ):
        self.index, self.concerns = index, list(concerns)
        self.chance = Random(index * 7919 + 1)
        language = concerns[0].language if concerns else "de"
        auth = {"token": token, "language": language}
        if token is None and index in rehearsal.codes:
            auth["badge"] = rehearsal.codes[index]
        super().__init__(
            rehearsal, Client(rehearsal.url, "/phone", rehearsal.report, **auth), f"citizen-{index}"
        )
        self.friend: Concern | None = None

    def run(self) -> None:
        late = LATE_S if self.index % 12 == 7 else 0
        if (
            not self.rehearsal.pause(late + self.chance.uniform(0, ARRIVE_WITHIN_S))
            or not self.connect()
        ):
            return
        while self.rehearsal.pause(self.chance.uniform(*self._pauses())):
            try:
                self._do_something()
            except Exception as error:
                self.rehearsal.report.fault("rehearse.fault_player", what=repr(error))

    def _pauses(self) -> tuple[float, float]:
        return PAUSES_S.get(self.client.view.get("phase"), USUAL_PAUSE_S)

    def _do_something(self) -> None:
        if self.chance.random() < 0.01:
            self._lock_the_screen()
        if self.client.me["notices"] and self.chance.random() < 0.7:
            self.read_a_notice()
        if self.client.me["notes"] and self.is_open("contributions"):
            self.confirm(self.client.me["notes"][0])
            return
        act = getattr(self, f"_in_{self.client.view['phase']}", None)
        if act is not None:
            act()

    def _lock_the_screen(self) -> None:
        """Put the phone away for a moment; it comes back as the same person."""
        before = self.client.me["participant"]
        self.client.close()
        self.rehearsal.pause(self.chance.uniform(2, 6))
        if self.connect() and self.client.me["participant"] != before:
            self.rehearsal.report.fault("rehearse.fault_other_person")

    # --- one method a phase ---------------------------------------------------------------

    def _in_interview(self) -> None:
        if self.partner is None:
            return
        if self.index % 2 == 0 and not self.client.me["pair"]:
            self.try_("interview_start", lambda: self.is_open("contributions"))
        elif not self._noted:
            self.note()

    def _in_collect(self) -> None:
        if self.friend is not None:
            self._let_the_friend_in()
        elif self.concerns:
            if self.chance.random() < 0.25:
                self.contribute()
        elif self.chance.random() < 0.08:
            self.reword()
        elif self.chance.random() < 0.02:
            self.withdraw()

    def _let_the_friend_in(self) -> None:
        """Their friend has no phone of their own; what they say and choose is theirs alone."""
        answer = self.try_("speak_for", lambda: True)
        if answer:
            index = FRIENDS_FROM + self.index
            self.rehearsal.add_citizen(
                Citizen(self.rehearsal, index, [self.friend], token=answer["token"])
            )
            self.friend = None

    def _in_sort(self) -> None:
        if self.concerns and self.chance.random() < 0.3:
            self.contribute()
        elif self.chance.random() < 0.05:
            self.reword()
        elif self.chance.random() < 0.2:
            self.flag()

    def _in_vote(self) -> None:
        me, topics = self.client.me, self.client.view["topics"]
        placed = [id for id in me["dots"] if id in topics]
        if placed and self.chance.random() < 0.1:
            id = self.chance.choice(placed)
            self.try_(
                "take_dot",
                lambda: self.is_open("dots") and self.client.me["dots"].get(id),
                topic=id,
            )
        elif me["hand"] > 0:
            self.place()
        elif self.chance.random() < 0.1:
            self.flag()

    def _in_group(self) -> None:
        group = self.client.me["group"]
        if group is None or self.chance.random() < 0.04:
            self.join_a_group()
        elif self.chance.random() < 0.2:
            self.show_interest()

    def _in_board(self) -> None:
        if self.client.me["group"] is None:
            self.join_a_group()
        elif self._boards_written < 4 and self.chance.random() < 0.6:
            self.write()
        elif self.chance.random() < 0.3:
            self.show_interest()

    def _in_close(self) -> None:
        roll = self.chance.random()
        if roll < 0.4:
            self.show_interest()
        elif roll < 0.65 and not self.client.me["help"]:
            self.offer_help()
        elif roll < 0.8 and not self._left_contact:
            self.leave_contact()
        elif self.client.me["has_contact"] and roll > 0.97:
            self.try_("erase_contact", lambda: True)
