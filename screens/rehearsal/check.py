"""What must be true when the day is over: nothing lost or doubled, everybody sees the same."""

import time
from collections import Counter

from screens.rehearsal.client import Client
from screens.rehearsal.people.citizens import Citizen
from screens.rehearsal.scenario import Rehearsal

SETTLE_TRIES = 20
SETTLE_S = 0.5


def check(
    rehearsal: Rehearsal, others: list[Client], *, console: Client | None, alone: bool
) -> None:
    """Note in the report whatever is not as it must be.

    `others` are the lines of consoles and wall. `alone` means that nobody but the simulated
    citizens took part, so that all counts must add up exactly.
    """
    people = [citizen for citizen in rehearsal.citizens if citizen.is_connected]
    for client in [*(citizen.client for citizen in people), *others]:
        check_view(rehearsal, client)
    for citizen in people:
        check_hand(rehearsal, citizen)
        check_said(rehearsal, citizen)
    if console is not None:
        check_board(rehearsal, people, console.view["topics"], alone=alone)
    if console is not None and alone:
        check_counts(rehearsal, people, console.view["topics"])


def check_view(rehearsal: Rehearsal, client: Client) -> None:
    """A view kept up by changes is the same as a fresh one, once everything has arrived."""
    different: list[str] = []
    for _ in range(SETTLE_TRIES):
        different = differences(client.view, client.fresh())
        if not different:
            return
        time.sleep(SETTLE_S)
    rehearsal.report.fault(
        "rehearse.fault_view", where=client.namespace, what=", ".join(sorted(different))
    )


def differences(mine: dict, fresh: dict) -> list[str]:
    """Return the keys whose values differ; the numbers they were made at may."""
    keys = (mine.keys() | fresh.keys()) - {"at"}
    return [key for key in keys if _timeless(mine.get(key)) != _timeless(fresh.get(key))]


def _timeless(value: object) -> object:
    return {k: v for k, v in value.items() if k != "at"} if isinstance(value, dict) else value


def check_hand(rehearsal: Rehearsal, citizen: Citizen) -> None:
    me = citizen.client.me
    if me["hand"] + sum(me["dots"].values()) != me["budget"]:
        rehearsal.report.fault("rehearse.fault_hand", who=citizen.name)
    if any(count > me["cap"] for count in me["dots"].values()):
        rehearsal.report.fault("rehearse.fault_cap", who=citizen.name)


def check_said(rehearsal: Rehearsal, citizen: Citizen) -> None:
    """All that was acknowledged is there, once each, and nothing else."""
    mine = Counter(citizen.client.me["contributions"])
    if mine != Counter(list(citizen.said)):
        rehearsal.report.fault("rehearse.fault_contributions", who=citizen.name)
    texts = _texts(citizen.client.view["topics"])
    if any(texts.get(id) != {text} for id, text in citizen.said.items()):
        rehearsal.report.fault("rehearse.fault_text", who=citizen.name)


def check_board(rehearsal: Rehearsal, people: list[Citizen], topics: dict, *, alone: bool) -> None:
    """The console lists every contribution of everybody; where they are alone, no other one."""
    texts = _texts(topics)
    said = {id: {text} for citizen in people for id, text in citizen.said.items()}
    listed = {id: text for id, text in texts.items() if alone or id in said}
    cards = _cards(topics)
    if said != {id: text for id, text in listed.items() if id not in cards}:
        rehearsal.report.fault("rehearse.fault_board")
    for topic in topics.values():
        ids = [c["id"] for c in topic["contributions"]]
        if len(set(ids)) < len(ids):
            rehearsal.report.fault("rehearse.fault_doubled", title=topic["title"])


def check_counts(rehearsal: Rehearsal, people: list[Citizen], topics: dict) -> None:
    """The counts on the console are the sum of all phones' dots and the paper dots."""
    dots, voters = Counter(), Counter()
    for citizen in people:
        dots.update(citizen.client.me["dots"])
        voters.update(citizen.client.me["dots"].keys())
    for id, topic in topics.items():
        counted = (topic["dots"] - topic["paper"], topic["people"])
        if counted != (dots[id], voters[id]):
            rehearsal.report.fault("rehearse.fault_counts", title=topic["title"])


def _texts(topics: dict) -> dict[str, set[str]]:
    """Return the texts under which each contribution is listed, by its id."""
    found: dict[str, set[str]] = {}
    for topic in topics.values():
        for said in topic["contributions"]:
            found.setdefault(said["id"], set()).add(said["text"])
    return found


def _cards(topics: dict) -> set[str]:
    """Return the ids of the contributions that came from a writing wall."""
    return {c["id"] for t in topics.values() for c in t["contributions"] if c["via"] == "wall"}
