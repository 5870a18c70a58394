"""Everybody who is connected, and what is sent to them when.

The wall and the consoles hear of a change at most 25 times a second, the phones ten times; how
many people are there alone reaches phones once a second. Within one tick nothing waits, so what
one connection is sent never goes backwards (DESIGN.md, section 5, "Clocks").
"""

import logging
import threading
import time

import socketio

from facilitation.domain.deciding.facts import random_id
from facilitation.domain.state import WorkshopState
from facilitation.workshop import Workshop
from screens.console import view as console_view
from screens.phone import view as phone_view
from screens.views.audience import Audience
from screens.views.touched import traces_of
from screens.wall import view as wall_view
from screens.wire.authentication import Seat
from screens.wire.presence import Presence
from screens.wire.transport.socket_writer import broadcast, send

log = logging.getLogger(__name__)

FAST_TICK_S = 0.04
PHONE_TICK_S = 0.1
HEADCOUNT_TICK_S = 1.0
HEADCOUNT = {"participants", "connected"}
ROOM = "all"


class Turn:
    """Whether it is an audience's turn: something is owed to it, and its last turn is over."""

    def __init__(self):
        self.owed, self.wait_s = False, 0.0
        self._last_at = -HEADCOUNT_TICK_S

    def comes(self, pace_s: float) -> bool:
        """Take the turn if it has come; else `wait_s` says how long until it does."""
        now = time.monotonic()
        self.wait_s = max(0.0, self._last_at + pace_s - now)
        if not self.owed or self.wait_s:
            return False
        self.owed, self._last_at = False, now
        return True


class Live:
    """The connections of one workshop. `around` holds what views show and no journal has."""

    def __init__(self, server: socketio.Server, workshop: Workshop, *, address: str = ""):
        self._server, self._workshop = server, workshop
        self.around: dict = {
            "connected": 0,
            "address": address,
            "addresses": [],
            "cloud": None,
            "backup": None,
            "alarms": [],
            "suggestions": [],
            "working": [],
        }
        self._seats: dict[str, dict[str, Seat]] = {"/phone": {}, "/console": {}, "/wall": {}}
        self._people: dict[str, set[str]] = {}
        self._phones = Audience(phone_view, *self._now())
        self._fast = {
            "/console": Audience(console_view, *self._now()),
            "/wall": Audience(wall_view, *self._now()),
        }
        self._presence = Presence()
        self._owed: set[str] = set()
        self._told: dict[str, object] = {}
        self._touched: set[str] = set()
        self._noted = workshop.state
        self._stirred = threading.Event()
        self._run = random_id("r")

    def start(self) -> None:
        """Begin to tick; every commit of the workshop is heard from now on."""
        self._workshop.listen(lambda state: self.stir())
        self._server.start_background_task(self._tick_for_ever)

    def stir(self) -> None:
        """Something changed: tick as soon as the pace allows."""
        self._stirred.set()

    @property
    def connected(self) -> int:
        """How many participants have at least one connection."""
        return len(self._people)

    def seat(self, namespace: str, sid: str) -> Seat | None:
        return self._seats[namespace].get(sid)

    def sit(self, namespace: str, sid: str, seat: Seat) -> None:
        """Give a connection its seat: what it sends from now on is answered."""
        self._seats[namespace][sid] = seat
        if namespace == "/console":
            self._presence.arrive(seat.caller.id)

    def work(self, sid: str, seat: Seat, message: object) -> None:
        """Let the other consoles see what a facilitator works on. Raises Invalid."""
        self._presence.work(sid, seat.caller.id, message)
        self._show_presence()

    def _show_presence(self) -> None:
        self.around["working"] = self._presence.piece()
        self.stir()

    def welcome(self, namespace: str, sid: str, seat: Seat, since: int = 0) -> None:
        """Send a connection its first view, or what changed `since`; from then on it hears of
        every change."""
        if not self._server.manager.is_connected(sid, namespace):
            self.leave(namespace, sid)
            return
        if namespace == "/phone":
            self._people.setdefault(seat.caller.id, set()).add(sid)
        self._server.enter_room(sid, ROOM, namespace=namespace)
        self._headcount()
        first = self.catch_up(namespace, seat, since)
        self._send(namespace, sid, "change" if "from" in first else "view", first)
        if namespace == "/phone":
            self._told[sid] = self._phones.state.participants[seat.caller.id]

    def leave(self, namespace: str, sid: str) -> None:
        seat = self._seats[namespace].pop(sid, None)
        self._told.pop(sid, None)
        if seat is not None and namespace == "/phone":
            sids = self._people.get(seat.caller.id, set())
            sids.discard(sid)
            if not sids:
                self._people.pop(seat.caller.id, None)
        if namespace == "/console":
            self._presence.leave(sid)
            self._show_presence()
        self._headcount()

    def known_since(self, auth: dict) -> int:
        """Return up to which number somebody who comes back has seen everything; 0 where that is
        unknown. Numbers are only worth something within one run: a backup may have been taken back.
        """
        since = auth.get("since")
        known = auth.get("run") == self._run and type(since) is int and since > 0
        return since if known else 0

    def catch_up(self, namespace: str, seat: Seat, since: int) -> dict:
        """Return what the answer to a `sync` holds: a change since that number, or a view."""
        audience = self._updated(namespace)
        change = audience.since(since) if since else None
        if change is None:
            return self._view(namespace, seat)
        if namespace == "/phone":
            person = audience.state.participants[seat.caller.id]
            change["me"] = phone_view.me(audience.state, person)
            self._add_hidden(change, audience, seat)
        seat.at = max(seat.at, audience.state.at)
        return change

    def _now(self) -> tuple:
        return self._workshop.state, self._workshop.private, self.around

    def _headcount(self) -> None:
        self.around["connected"] = self.connected
        self.stir()

    def _audience(self, namespace: str) -> Audience:
        return self._phones if namespace == "/phone" else self._fast[namespace]

    def _updated(self, namespace: str) -> Audience:
        audience = self._audience(namespace)
        rows = self._workshop.rows_since(audience.state.at)
        touched = audience.update(*self._now(), rows)
        if namespace == "/phone":
            self._touched |= touched
        return audience

    def _view(self, namespace: str, seat: Seat) -> dict:
        audience = self._updated(namespace)
        view = {**audience.whole(), "run": self._run}
        if namespace == "/phone":
            person = audience.state.participants[seat.caller.id]
            view["me"] = phone_view.me(audience.state, person)
            if view["me"]["hidden"]:
                topics = {id: p for id, (p, _) in audience.topics.items() if p is not None}
                view["topics"] = {**topics, **view["me"]["hidden"]}
            seat.hidden = frozenset(view["me"]["hidden"])
        seat.at = max(seat.at, audience.state.at)
        return view

    def _tick_for_ever(self) -> None:
        fast, phones = Turn(), Turn()
        while True:
            if not (fast.owed or phones.owed):
                self._stirred.wait()
            if self._stirred.is_set():
                self._stirred.clear()
                fast.owed = phones.owed = True
            try:
                self._take_turns(fast, phones)
            except Exception:  # the screens must go on hearing of what comes next
                log.exception("A tick failed")
            waits = [turn.wait_s for turn in (fast, phones) if turn.owed]
            if waits:
                self._server.sleep(min(*waits, FAST_TICK_S))

    def _take_turns(self, fast: Turn, phones: Turn) -> None:
        if fast.comes(FAST_TICK_S):
            self._tick_fast()
        if phones.owed and phones.comes(self._phone_pace()):
            self._tick_phones()

    def _phone_pace(self) -> float:
        self._updated("/phone")
        self._note_owed()
        topics, groups, keys = self._phones.dirty
        only_headcount = keys and not topics and not groups and keys <= HEADCOUNT
        return HEADCOUNT_TICK_S if only_headcount and not self._owed else PHONE_TICK_S

    def _tick_fast(self) -> None:
        for namespace in self._fast:
            change = self._updated(namespace).tick()
            if change is not None:
                broadcast(self._server, namespace, ROOM, "change", change)

    def _tick_phones(self) -> None:
        change = self._phones.tick()
        if change is not None:
            broadcast(self._server, "/phone", ROOM, "change", change)
        owed, self._owed = self._owed, set()
        for who in owed:
            sids = self._people.get(who)
            if sids:
                self._tell_person(who, sids)

    def _tell_person(self, who: str, sids: set[str]) -> None:
        state = self._phones.state
        me = phone_view.me(state, state.participants[who])
        for sid in list(sids):
            self._told[sid] = state.participants[who]
            seat = self._seats["/phone"][sid]
            seat.at = max(seat.at, self._phones.sent)
            change: dict = {"from": seat.at, "at": seat.at, "me": me}
            self._add_hidden(change, self._phones, seat)
            self._send("/phone", sid, "change", change)

    def _add_hidden(self, change: dict, audience: Audience, seat: Seat) -> None:
        """Add the hidden topics that an author may see, and null for those no longer theirs.

        One that everybody sees again is as everybody sees it.
        """
        hidden = change["me"]["hidden"]
        gone = {id: (audience.topics.get(id) or (None,))[0] for id in seat.hidden - hidden.keys()}
        if hidden or gone:
            change["topics"] = {**change.get("topics", {}), **gone, **hidden}
        seat.hidden = frozenset(hidden)

    def _note_owed(self) -> None:
        """Note whose own part changed since this was last asked: they are owed a new `me`."""
        before, after = self._noted, self._phones.state
        self._noted = after
        touched, self._touched = self._touched, set()
        if before is after:
            return
        if before.settings is not after.settings or before.sealed != after.sealed:
            self._owed.update(self._people)
            return
        if before.participants is not after.participants:
            traces = traces_of(self._workshop.rows_since(before.at))
            people = self._people if traces is None else traces.people & self._people.keys()
            self._owed.update(who for who in people if self._is_behind(who, after))
        for id in touched:
            for topic in (before.topics.get(id), after.topics.get(id)):
                if topic is not None and topic.hidden is not None:
                    self._owed.update(after.contributions[c].author for c in topic.contributions)

    def _is_behind(self, who: str, state: WorkshopState) -> bool:
        person = state.participants.get(who)
        return any(self._told.get(sid) is not person for sid in self._people[who])

    def _send(self, namespace: str, sid: str, event: str, data: dict) -> None:
        send(self._server, namespace, sid, event, data)
