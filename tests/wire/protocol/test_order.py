"""What one connection sends in one breath is decided in that order, however busy the hall is."""

import contextlib
import json

from tests.wire.raw import Raw

PEOPLE, TURNS = 10, 80


def test_acts_sent_without_waiting_are_decided_in_their_order(running, hall):
    """Everybody has one dot and moves it to and fro: taken first, or it cannot be placed."""
    console = hall.console()
    console.do("set_settings", open={"dots": True}, budget=1, cap=1)
    topics = console.do("enter_cards", cards=["Bus", "Bank"])["topics"]
    with contextlib.ExitStack() as stack:
        people = [stack.enter_context(Raw(running.url)) for _ in range(PEOPLE)]
        for person in people:
            send(person, 0, "place_dot", topics[0])
            assert answers(person, {0}) == [True]

        for turn in range(1, TURNS):
            for person in people:
                send(person, 2 * turn, "take_dot", topics[(turn + 1) % 2])
                send(person, 2 * turn + 1, "place_dot", topics[turn % 2])
            for person in people:
                assert answers(person, {2 * turn, 2 * turn + 1}) == [True, True]


def send(person: Raw, number: int, kind: str, topic: str) -> None:
    message = json.dumps({"id": f"{number}", "do": kind, "topic": topic})
    person.text(f'42/phone,{number}["act",{message}]')


def answers(person: Raw, numbers: set[int]) -> list[bool]:
    """Return, in the order of their numbers, which of these acts were carried out."""
    found: dict[int, bool] = {}
    while found.keys() != numbers:
        number, _, answer = person.receive().removeprefix("43/phone,").partition("[")
        if number.isdigit():
            found[int(number)] = json.loads("[" + answer)[0]["ok"]
    return [found[number] for number in sorted(found)]
