"""A rehearsal from beginning to end: the server, the people, the day, the report."""

import signal
import threading
import time
import webbrowser
from collections.abc import Callable
from contextlib import contextmanager

from facilitation.domain.refusals import NotNow
from screens.rehearsal.check import check
from screens.rehearsal.client import Client
from screens.rehearsal.concerns import Concern, deal_concerns, texts
from screens.rehearsal.people.citizens import Citizen
from screens.rehearsal.people.facilitators import Facilitator
from screens.rehearsal.people.lead_facilitator import PHASES_S, LeadFacilitator
from screens.rehearsal.people.second_facilitator import SecondFacilitator
from screens.rehearsal.scenario import Rehearsal
from screens.rehearsal.server_process import ServerProcess

CONCERNS_EACH = 2
CONCERNS_LEAST = 24
FRIEND_EVERY = 15
LEAVE_WITHIN_S = 60
AFTER_CLOSE_S = 120
POLL_EVERY_S = 0.2


def rehearse(
    url: str | None,
    *,
    phones: int,
    pace: float,
    key: str | None,
    browse: bool,
    confirm: Callable[[int, int], bool],
    tell=print,
) -> int:
    """Play a day; return 0 if nothing went wrong, else 1.

    Without `url` a server of the rehearsal's own is started, and removed at the end. With it,
    simulated facilitators lead only if `key` is given: otherwise real ones do. A day that has
    begun already is touched only if `confirm(participants, topics)` says so.
    """
    with _ended_like_ctrl_c():
        if url is not None:
            rehearsal = Rehearsal(url.rstrip("/"), pace=pace, tell=tell)
            if not _may_touch(rehearsal, confirm):
                rehearsal.announce("rehearse.left_alone")
                return 1
            return _play(rehearsal, phones, key, None)
        server = ServerProcess()
        try:
            tell(Rehearsal("", pace=pace).say("rehearse.starting"))
            server.open()
            rehearsal = Rehearsal(server.url, pace=pace, tell=tell)
            _announce(rehearsal, server)
            if browse:
                webbrowser.open(f"{server.url}/wall")
            return _play(rehearsal, phones, server.key, server)
        except KeyboardInterrupt:
            return 1
        finally:
            server.close()


@contextmanager
def _ended_like_ctrl_c():
    """Let a polite request to end do what Ctrl-C does, so that no server stays behind."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _may_touch(rehearsal: Rehearsal, confirm: Callable[[int, int], bool]) -> bool:
    """Whether a running server may be filled: nobody is in yet, or whoever asked for it agrees."""
    wall = Client(rehearsal.url, "/wall", rehearsal.report)
    _open_wall(rehearsal, wall)
    view = wall.view
    wall.close()
    participants, topics = view["participants"], len(view["topics"])
    return not (participants or topics) or confirm(participants, topics)


def _announce(rehearsal: Rehearsal, server: ServerProcess) -> None:
    for name, address in (
        ("phone", server.address),
        ("wall", f"{server.address}wall"),
        ("console", f"{server.address}console?key={server.key}"),
    ):
        rehearsal.announce(f"rehearse.address_{name}", address=address)


def _play(rehearsal: Rehearsal, phones: int, key: str | None, server: ServerProcess | None) -> int:
    """Play the day in `rehearsal`. `server` is its server where it is the rehearsal's own."""
    wall = Client(rehearsal.url, "/wall", rehearsal.report)
    facilitators: list[Facilitator] = (
        [] if key is None else [LeadFacilitator(rehearsal, key), SecondFacilitator(rehearsal, key)]
    )
    _connect_screens(rehearsal, wall, facilitators)
    rehearsal.announce("rehearse.begins", count=phones)
    if facilitators:
        rehearsal.announce(
            "rehearse.lasts", minutes=round(sum(PHASES_S.values()) / 60 / rehearsal.pace, 1)
        )
    else:
        rehearsal.announce("rehearse.real_lead")
    try:
        _start_people(rehearsal, phones, facilitators)
        _wait_until_over(rehearsal, wall, server, led=bool(facilitators))
    except KeyboardInterrupt:
        rehearsal.announce("rehearse.stopped")
    _end(rehearsal, wall, facilitators, server)
    rehearsal.write("")
    for line in rehearsal.report.summary(rehearsal.say):
        rehearsal.write(line)
    if server is not None and not rehearsal.report.faults:
        rehearsal.announce("rehearse.sum_well_log")
    return 1 if rehearsal.report.faults else 0


def _connect_screens(rehearsal: Rehearsal, wall: Client, facilitators: list[Facilitator]) -> None:
    """Connect the wall and the consoles. Raises NotNow where nobody answers or the key is wrong."""
    _open_wall(rehearsal, wall)
    if not all(facilitator.connect() for facilitator in facilitators):
        raise NotNow("refusal.key")


def _open_wall(rehearsal: Rehearsal, wall: Client) -> None:
    try:
        wall.open()
    except (ConnectionError, TimeoutError) as error:
        raise NotNow("rehearse.not_reached", url=rehearsal.url) from error


def _start_people(rehearsal: Rehearsal, phones: int, facilitators: list[Facilitator]) -> None:
    if facilitators:
        facilitators[0].prepare(phones)
    for citizen in crowd(rehearsal, phones):
        rehearsal.add_citizen(citizen)
    for facilitator in facilitators:
        facilitator.start()


def crowd(rehearsal: Rehearsal, phones: int) -> list[Citizen]:
    """Return that many citizens, in pairs, with what each came to say.

    One is rude; one of fifteen brings somebody along who has no phone.
    """
    friends = -(-phones // FRIEND_EVERY)
    count = max(CONCERNS_LEAST, CONCERNS_EACH * phones) + friends
    deck = deal_concerns(count, rehearsal.chance)
    companions, deck = deck[:friends], deck[friends:]
    people = [Citizen(rehearsal, index, deck[index::phones]) for index in range(phones)]
    for one, other in zip(people[::2], people[1::2], strict=False):
        one.partner, other.partner = other, one
    for citizen, concern in zip(people[1::FRIEND_EVERY], companions, strict=False):
        citizen.friend = concern
    people[-1].concerns.insert(0, Concern(texts()["rude"]))
    return people


def _wait_until_over(
    rehearsal: Rehearsal, wall: Client, server: ServerProcess | None, *, led: bool
) -> None:
    """Return when the day is over: the simulated lead says so, or the close has gone on a while."""
    closed_at = None
    while not rehearsal.over.wait(POLL_EVERY_S):
        if server is not None and not server.is_running():
            rehearsal.report.fault("rehearse.fault_server")
            return
        if not led and wall.view["phase"] == "close":
            closed_at = closed_at or rehearsal.human_time()
            if rehearsal.human_time() - closed_at > AFTER_CLOSE_S:
                return


def _end(
    rehearsal: Rehearsal,
    wall: Client,
    facilitators: list[Facilitator],
    server: ServerProcess | None,
) -> None:
    """Let everybody finish what they do, check, hang up, and read the server's log."""
    rehearsal.over.set()
    end = time.monotonic() + LEAVE_WITHIN_S
    for actor in [*facilitators, *rehearsal.citizens]:
        if actor.is_alive():
            actor.join(max(0, end - time.monotonic()))
    screens = [wall, *(facilitator.client for facilitator in facilitators)]
    if server is None or server.is_running():
        rehearsal.announce("rehearse.checks")
        console = facilitators[0].client if facilitators else None
        check(rehearsal, screens, console=console, alone=server is not None)
    for client in [*screens, *(citizen.client for citizen in rehearsal.citizens)]:
        client.close()
    if server is not None:
        server.stop()
        for line in server.log_problems():
            rehearsal.report.fault("rehearse.fault_log", line=line)
