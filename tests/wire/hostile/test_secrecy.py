"""The ballot is secret on the wire (rule 6): every byte that others are sent is looked at."""

import json
import random

import pytest

from tests.wire.clients import Console, Phone


@pytest.fixture
def vote(hall):
    """A vote among five people on six topics, and the frames that each client got meanwhile."""
    console, wall = hall.console(), hall.wall()
    console.do("set_phase", phase="vote")
    topics = console.do("enter_cards", cards=[f"Thema {n}" for n in range(6)])["topics"]
    people = [hall.phone() for _ in range(5)]
    for client in (*people, console, wall):
        client.wait(lambda c=client: topics[-1] in c.view["topics"])
    start = console.do("set_phase", phase="vote", minutes=5)
    for client in (*people, console, wall):
        client.wait(lambda c=client: c.view["phase_ends_at"])
        client.sync(start["at"])  # what was under way before is here once this is answered
        client.heard.clear()
    return console, wall, people, topics


def test_nobody_is_sent_what_others_voted_for(vote, hall):
    console, wall, people, topics = vote
    chance = random.Random(6)
    for _ in range(60):
        person, topic = chance.choice(people), chance.choice(topics)
        person.act(chance.choice(["place_dot", "place_dot", "take_dot"]), topic=topic)
    console.do("merge", topics=topics[:2], title="Zusammen")
    end = console.do("set_settings", title="Ende der Wahl")
    everybody = [*people, console, wall]
    for client in everybody:
        client.wait(lambda c=client: c.view["title"] == "Ende der Wahl")

    secrets = {phone: (phone.token, phone.me["participant"]) for phone in people}
    for client in [*everybody, hall.phone(), hall.console(), hall.wall()]:
        got = json.dumps([*client.heard, client.sync(0), client.sync(end["at"])])
        for phone, names in secrets.items():
            assert phone is client or not any(name in got for name in names)
        for _, message in client.heard:
            assert_only_counts(message, counts=isinstance(client, Console))
            assert "me" not in message or isinstance(client, Phone)


def assert_only_counts(message: dict, *, counts: bool) -> None:
    """A topic in a message has numbers at most: how many, never whose."""
    for topic in message.get("topics", {}).values():
        if topic is None:
            continue
        assert "voters" not in topic
        if not counts:
            assert not topic.keys() & {"dots", "people", "paper"}
        for name in topic.keys() & {"dots", "people"}:
            assert isinstance(topic[name], int)


def test_a_vote_reaches_no_other_phone_before_the_reveal(vote):
    """What a phone is sent while others vote does not even say that they did."""
    console, wall, people, topics = vote
    voter, *others = people
    for _ in range(2):
        voter.do("place_dot", topic=topics[3])
    voter.do("take_dot", topic=topics[3])
    console.do("set_phase", phase="vote")
    for client in (*others, wall):
        client.wait(lambda c=client: c.view["phase_ends_at"] is None)
        for _, message in client.heard:
            assert not message.keys() & {"topics", "groups", "me"}


def test_sealed_ballot_keeps_the_counts_alone(vote, running):
    console, _, people, topics = vote
    people[0].do("place_dot", topic=topics[0])
    people[0].do("place_dot", topic=topics[0])
    console.do("set_settings", counts="revealed")

    console.do("seal")

    people[0].wait(lambda: people[0].me["dots"] == {})
    for client in people:
        client.wait(lambda c=client: c.view["topics"][topics[0]].get("dots") == 2)
        assert client.view["topics"][topics[0]]["people"] == 1
    assert people[0].refused("place_dot", topic=topics[0]) == "not_now"
    assert people[0].refused("take_dot", topic=topics[0]) == "not_now"
    assert console.refused("merge", topics=topics[:2], title="x") == "not_now"
    assert console.refused("seal") == "not_now"
