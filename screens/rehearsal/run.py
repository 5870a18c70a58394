"""A rehearsal from beginning to end: the hall, the people, the day, the account."""

import signal
import threading
import time
import webbrowser
from contextlib import contextmanager

from facilitation.domain.refusals import NotNow
from screens.rehearsal.check import check
from screens.rehearsal.client import Line
from screens.rehearsal.people.citizens import Citizen
from screens.rehearsal.people.facilitators import Facilitator
from screens.rehearsal.people.lead_facilitator import PHASES_S, Lead
from screens.rehearsal.people.second_facilitator import Second
from screens.rehearsal.scenario import Concern, Hall, dealt, texts
from screens.rehearsal.server_process import Venue

CONCERNS_EACH = 2
CONCERNS_LEAST = 24
FRIEND_EVERY = 15
LEAVE_WITHIN_S = 60
AFTER_CLOSE_S = 120
LOOK_EVERY_S = 0.2


def rehearse(
    url: str | None, *, phones: int, pace: float, key: str | None, browse: bool, tell=print
) -> int:
    """Play a day; return 0 if nothing went wrong, else 1.

    Without `url` a server of the rehearsal's own is started, and removed at the end. With it,
    simulated facilitators lead only if `key` is given: otherwise real ones do.
    """
    with _ended_like_ctrl_c():
        if url is not None:
            return _play(Hall(url.rstrip("/"), pace=pace, tell=tell), phones, key, None)
        venue = Venue()
        try:
            tell(Hall("", pace=pace).say("rehearse.starting"))
            venue.open()
            hall = Hall(venue.url, pace=pace, tell=tell)
            _announce(hall, venue)
            if browse:
                webbrowser.open(f"{venue.url}/wall")
            return _play(hall, phones, venue.key, venue)
        except KeyboardInterrupt:
            return 1
        finally:
            venue.close()


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


def _announce(hall: Hall, venue: Venue) -> None:
    for name, address in (
        ("phone", venue.address),
        ("wall", f"{venue.address}wall"),
        ("console", f"{venue.address}console?key={venue.key}"),
    ):
        hall.tell(f"rehearse.address_{name}", address=address)


def _play(hall: Hall, phones: int, key: str | None, venue: Venue | None) -> int:
    """Play the day in `hall`. `venue` is its server where it is the rehearsal's own."""
    wall = Line(hall.url, "/wall", hall.account)
    facilitators: list[Facilitator] = [] if key is None else [Lead(hall, key), Second(hall, key)]
    _reach(hall, wall, facilitators)
    hall.tell("rehearse.begins", count=phones)
    if facilitators:
        hall.tell("rehearse.lasts", minutes=round(sum(PHASES_S.values()) / 60 / hall.pace, 1))
    else:
        hall.tell("rehearse.real_lead")
    try:
        _let_in(hall, phones, facilitators)
        _watch(hall, wall, venue, led=bool(facilitators))
    except KeyboardInterrupt:
        hall.tell("rehearse.stopped")
    _end(hall, wall, facilitators, venue)
    hall.write("")
    for line in hall.account.summary(hall.say):
        hall.write(line)
    if venue is not None and not hall.account.faults:
        hall.tell("rehearse.sum_well_log")
    return 1 if hall.account.faults else 0


def _reach(hall: Hall, wall: Line, facilitators: list[Facilitator]) -> None:
    """Connect the wall and the consoles. Raises NotNow where nobody answers or the key is wrong."""
    try:
        wall.open()
    except (ConnectionError, TimeoutError) as error:
        raise NotNow("rehearse.not_reached", url=hall.url) from error
    if not all(facilitator.come() for facilitator in facilitators):
        raise NotNow("refusal.key")


def _let_in(hall: Hall, phones: int, facilitators: list[Facilitator]) -> None:
    if facilitators:
        facilitators[0].prepare(phones)
    for citizen in crowd(hall, phones):
        hall.seat(citizen)
    for facilitator in facilitators:
        facilitator.start()


def crowd(hall: Hall, phones: int) -> list[Citizen]:
    """Return that many citizens, in pairs, with what each came to say.

    One is rude; one of fifteen brings somebody along who has no phone.
    """
    friends = -(-phones // FRIEND_EVERY)
    count = max(CONCERNS_LEAST, CONCERNS_EACH * phones) + friends
    deck = dealt(count, hall.chance)
    companions, deck = deck[:friends], deck[friends:]
    people = [Citizen(hall, index, deck[index::phones]) for index in range(phones)]
    for one, other in zip(people[::2], people[1::2], strict=False):
        one.partner, other.partner = other, one
    for citizen, concern in zip(people[1::FRIEND_EVERY], companions, strict=False):
        citizen.friend = concern
    people[-1].concerns.insert(0, Concern(texts()["rude"]))
    return people


def _watch(hall: Hall, wall: Line, venue: Venue | None, *, led: bool) -> None:
    """Return when the day is over: the simulated lead says so, or the close has gone on a while."""
    closed_at = None
    while not hall.over.wait(LOOK_EVERY_S):
        if venue is not None and not venue.is_running():
            hall.account.fault("rehearse.fault_server")
            return
        if not led and wall.view["phase"] == "close":
            closed_at = closed_at or hall.human_time()
            if hall.human_time() - closed_at > AFTER_CLOSE_S:
                return


def _end(hall: Hall, wall: Line, facilitators: list[Facilitator], venue: Venue | None) -> None:
    """Let everybody finish what they do, check, hang up, and read the server's log."""
    hall.over.set()
    end = time.monotonic() + LEAVE_WITHIN_S
    for player in [*facilitators, *hall.citizens]:
        if player.is_alive():
            player.join(max(0, end - time.monotonic()))
    lines = [wall, *(facilitator.line for facilitator in facilitators)]
    if venue is None or venue.is_running():
        hall.tell("rehearse.checks")
        console = facilitators[0].line if facilitators else None
        check(hall, lines, console=console, alone=venue is not None)
    for line in [*lines, *(citizen.line for citizen in hall.citizens)]:
        line.close()
    if venue is not None:
        venue.stop()
        for line in venue.trouble():
            hall.account.fault("rehearse.fault_log", line=line)
