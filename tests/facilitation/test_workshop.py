"""One workshop: once, decided one after the other, committed together, falling back."""

import shutil
import sqlite3
import threading

import pytest

from facilitation.domain.folding import replay
from facilitation.domain.refusals import NotNow, Refusal
from facilitation.domain.state import WorkshopState
from facilitation.storage.journal import Journal
from facilitation.storage.journal_file import read
from facilitation.workshop import Caller, Workshop
from tests.facilitation.examples import Hall, refusal

ANNA = Caller("console", "anna")


class Gate:
    """An `offload` that holds every commit until it is opened; `full`: the disk says no once."""

    def __init__(self):
        self.reached, self.opened, self.full = threading.Event(), threading.Event(), False
        self.commits = 0

    def __call__(self, job):
        self.reached.set()
        self.opened.wait()
        self.commits += 1
        if self.full:
            self.full = False
            raise sqlite3.OperationalError("database or disk is full")
        job()


class Together:
    """Several threads that act at once; gathers what each is answered."""

    def __init__(self, workshop):
        self.workshop, self.answers, self._threads = workshop, {}, []

    def act(self, message, by=ANNA):
        self._ask(self.workshop.act, message, by)

    def first_answer(self, message, by=ANNA):
        self._ask(self.workshop.first_answer, message, by)

    def _ask(self, asked, message, by):
        name = len(self._threads)

        def send():
            try:
                self.answers[name] = asked(message, by)
            except Refusal as refused:
                self.answers[name] = refused.key

        self._threads.append(threading.Thread(target=send))
        self._threads[-1].start()

    def gather(self) -> list:
        for thread in self._threads:
            thread.join()
        return [self.answers[name] for name in sorted(self.answers)]


def wait_until(true) -> None:
    while not true():
        threading.Event().wait(0.001)


def cards(id_: str, *texts: str) -> dict:
    return {"id": id_, "do": "enter_cards", "cards": list(texts), "via": "wall"}


def texts_of(state: WorkshopState) -> list[str]:
    return sorted(said.text for said in state.contributions.values())


def test_act_is_carried_out_once_and_answered_the_same_again(hall):
    first = hall.workshop.act(cards("same", "Bus"), ANNA)
    state = hall.state

    assert hall.workshop.act(cards("same", "something else"), ANNA) == first
    assert hall.state is state


def test_same_id_from_somebody_else_is_another_act(hall):
    hall.workshop.act(cards("same", "Bus"), ANNA)
    hall.workshop.act(cards("same", "Bahn"), Caller("console", "bela"))

    assert texts_of(hall.state) == ["Bahn", "Bus"]


def test_refused_id_may_be_sent_again_and_then_succeed(hall):
    bela = Caller("phone", "p1")
    place = {"id": "same", "do": "place_dot", "topic": "t1"}
    assert refusal(hall.workshop.act, place, bela)[0] == "not_found"
    hall.say("p2", "Bus")

    assert hall.workshop.act(place, bela)["ok"] is True
    assert hall.placed("p1") == ["t1"]


def test_act_is_carried_out_once_across_a_restart(tmp_path):
    hall = Hall(path=tmp_path / "workshop.db")
    message = cards("a" * 64, "Bus")
    first = hall.workshop.act(message, ANNA)
    state = hall.state
    hall.close()

    again = Workshop.open(tmp_path / "workshop.db")

    assert again.act(message, ANNA) == first
    assert again.state == state
    again.close()


def test_act_sent_twice_at_once_is_carried_out_once(tmp_path):
    gate = Gate()
    workshop = Workshop.open(tmp_path / "workshop.db", offload=gate)
    together = Together(workshop)
    for _ in range(8):
        together.act(cards("same", "Bus"))
    gate.opened.set()

    answers = together.gather()

    assert answers == [answers[0]] * 8
    assert answers[0]["ok"] is True
    assert texts_of(workshop.state) == ["Bus"]
    workshop.close()


def test_first_answer_is_that_of_an_act_once_it_is_on_disk(tmp_path):
    gate = Gate()
    workshop = Workshop.open(tmp_path / "workshop.db", offload=gate)
    together, again = Together(workshop), Together(workshop)
    together.act(cards("same", "Bus"))
    gate.reached.wait()
    again.first_answer(cards("same", "Bus"))
    assert workshop.first_answer(cards("new", "Bus"), ANNA) is None
    assert workshop.first_answer(cards("same", "Bus"), Caller("console", "bela")) is None
    assert workshop.first_answer({"do": "undo"}, ANNA) is None
    assert again.answers == {}
    gate.opened.set()

    (first,) = together.gather()
    assert again.gather() == [first]
    assert workshop.first_answer(cards("same", "Bus"), ANNA) == first
    assert workshop.at == first["at"]
    workshop.close()


def test_acts_that_arrive_during_a_commit_are_committed_together(tmp_path):
    gate = Gate()
    workshop = Workshop.open(tmp_path / "workshop.db", offload=gate)
    together = Together(workshop)
    together.act(cards("0", "Bus"))
    gate.reached.wait()
    for n in range(1, 10):
        together.act(cards(str(n), f"Bus {n}"))
    wait_until(lambda: len(workshop._commits._waiting) == 9)
    assert workshop.state.at == 0
    gate.opened.set()

    assert sorted(answer["at"] for answer in together.gather()) == list(range(1, 11))
    assert gate.commits == 2
    workshop.close()


def test_nothing_is_shown_before_it_is_on_disk(tmp_path):
    gate = Gate()
    workshop = Workshop.open(tmp_path / "workshop.db", offload=gate)
    heard = []
    workshop.subscribe(
        lambda state: heard.append((state.at, len(read(tmp_path / "workshop.db")[0])))
    )
    together = Together(workshop)
    together.act(cards("0", "Bus"))
    gate.reached.wait()
    assert (workshop.at, heard, together.answers) == (0, [], {})
    gate.opened.set()
    together.gather()
    workshop.close()

    assert heard == [(1, 1)]


def test_when_the_disk_says_no_all_that_was_built_on_it_is_refused(tmp_path):
    gate = Gate()
    workshop = Workshop.open(tmp_path / "workshop.db", offload=gate)
    together = Together(workshop)
    gate.full = True
    together.act(cards("0", "Bus"))
    gate.reached.wait()
    together.act(cards("1", "Bahn"))
    wait_until(lambda: len(workshop._commits._waiting) == 1)
    gate.opened.set()

    assert together.gather() == ["refusal.not_stored"] * 2
    assert workshop.state == WorkshopState()
    assert workshop.act(cards("1", "Tram"), ANNA)["at"] == 1
    assert texts_of(workshop.state) == ["Tram"]
    workshop.close()
    assert replay(read(tmp_path / "workshop.db")[0]) == workshop.state


def test_when_the_disk_says_no_private_data_falls_back_too(tmp_path):
    gate = Gate()
    gate.opened.set()
    workshop = Workshop.open(tmp_path / "workshop.db", offload=gate)
    roster = {"do": "set_supporters", "supporters": [{"name": "Frau Berg"}]}
    workshop.act({"id": "0", **roster}, ANNA)
    before = dict(workshop.private)
    gate.full = True

    with pytest.raises(NotNow):
        workshop.act({"id": "1", "do": "set_supporters", "supporters": []}, ANNA)

    assert dict(workshop.private) == before
    workshop.act({"id": "2", **roster}, ANNA)
    assert [entry["name"] for entry in workshop.private.values()] == ["Frau Berg"]
    workshop.close()


def test_failed_join_is_refused_and_lets_the_badge_be_used_later(tmp_path):
    gate = Gate()
    gate.opened.set()
    workshop = Workshop.open(tmp_path / "workshop.db", offload=gate)
    (code,) = workshop.act({"id": "0", "do": "make_badges", "count": 1}, ANNA)["codes"]
    gate.full = True
    with pytest.raises(NotNow):
        workshop.join(badge=code)

    person = workshop.join(badge=code)

    assert dict(workshop.state.badges.items()) == {code: person.id}
    workshop.close()


def test_badge_used_on_two_devices_at_once_makes_one_person(tmp_path):
    gate = Gate()
    gate.opened.set()
    workshop = Workshop.open(tmp_path / "workshop.db", offload=gate)
    (code,) = workshop.act({"id": "0", "do": "make_badges", "count": 1}, ANNA)["codes"]
    people = []
    threads = [
        threading.Thread(target=lambda: people.append(workshop.join(badge=code).id))
        for _ in range(6)
    ]
    gate.opened.clear()
    for thread in threads:
        thread.start()
    gate.opened.set()
    for thread in threads:
        thread.join()

    assert people == [*workshop.state.participants] * 6
    workshop.close()


def test_failing_listener_stops_neither_acts_nor_other_listeners(hall):
    heard = []
    hall.workshop.subscribe(lambda state: 1 / 0)
    hall.workshop.subscribe(lambda state: heard.append(state.at))

    hall.say("p1", "Bus")
    hall.say("p1", "Bahn")
    hall.workshop.close()

    assert heard == [hall.state.at - 1, hall.state.at]


def test_act_after_closing_is_refused(tmp_path):
    workshop = Workshop.open(tmp_path / "workshop.db")
    workshop.close()

    with pytest.raises(NotNow) as no:
        workshop.act(cards("0", "Bus"), ANNA)
    assert no.value.key == "refusal.not_stored"
    with pytest.raises(NotNow):
        workshop.join()


def test_a_copy_made_at_any_instant_holds_every_act_acknowledged_before(tmp_path):
    """Rule 1: what a power cut leaves holds each acknowledged act exactly once."""
    path = tmp_path / "workshop.db"
    workshop, acknowledged, done = Workshop.open(path), [], threading.Event()

    def work(who: int):
        by, n = Caller("console", f"anna-{who}"), 0
        while not done.is_set():
            workshop.act(cards(str(n), f"{who} {n}"), by)
            acknowledged.append(f"{who} {n}")
            n += 1

    threads = [threading.Thread(target=work, args=(who,)) for who in range(3)]
    for thread in threads:
        thread.start()
    for cut in range(10):
        wait_until(lambda least=cut * 5: len(acknowledged) > least)
        before = list(acknowledged)
        copy = tmp_path / f"cut-{cut}" / "workshop.db"
        copy.parent.mkdir()
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
        journal = Journal(copy)
        stored = texts_of(replay(journal.rows()))
        assert set(before) <= set(stored)
        assert len(stored) == len(set(stored))
        journal.close()
    done.set()
    for thread in threads:
        thread.join()
    workshop.close()
    assert texts_of(workshop.state) == sorted(acknowledged)
