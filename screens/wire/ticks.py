"""When connections are sent what changed.

The wall and the consoles are sent changes at most 25 times a second, the phones ten times; how many
people are there alone reaches phones once a second.
"""

import logging
import threading
import time

import socketio

from facilitation.workshop import Workshop
from screens.views.audience import Audience
from screens.wire.ambient import Ambient
from screens.wire.audiences import Audiences
from screens.wire.connections import Connection, Connections
from screens.wire.personal import PendingPeople, add_hidden_topics, me_of, note_sent
from screens.wire.transport.socket_writer import broadcast, send

log = logging.getLogger(__name__)

FAST_TICK_S = 0.04
PHONE_TICK_S = 0.1
HEADCOUNT_TICK_S = 1.0
HEADCOUNT = {"participants", "connected"}
FAST = ("/console", "/wall")
ROOM = "all"
"""The Socket.IO room, in each namespace, of the connections that are sent ticks."""


class TickTimer:
    """Whether a tick is due: something is pending, and the last tick is long enough ago."""

    def __init__(self):
        self.pending, self.wait_s = False, 0.0
        self._last_at = -HEADCOUNT_TICK_S

    def is_due(self, interval_s: float) -> bool:
        """Start the tick if it is due; else `wait_s` says how long until it is."""
        now = time.monotonic()
        self.wait_s = max(0.0, self._last_at + interval_s - now)
        if not self.pending or self.wait_s:
            return False
        self.pending, self._last_at = False, now
        return True


class Ticker:
    """Sends each audience what changed since its last tick, and participants their own part."""

    def __init__(
        self,
        server: socketio.Server,
        workshop: Workshop,
        connections: Connections,
        ambient: Ambient,
        audiences: Audiences,
    ):
        self._server, self._connections, self._audiences = server, connections, audiences
        self._workshop, self._ambient = workshop, ambient
        self._people = PendingPeople(workshop, connections, audiences)
        self._fast, self._phones = TickTimer(), TickTimer()
        self._notified = threading.Event()

    def start(self) -> None:
        """Begin to tick: after every commit of the workshop and every change around it."""
        self._workshop.subscribe(lambda state: self._notified.set())
        self._ambient.subscribe(self._notified.set)
        self._server.start_background_task(self._run)

    def _run(self) -> None:
        timers = (self._fast, self._phones)
        while True:
            if not any(timer.pending for timer in timers):
                self._notified.wait()
            if self._notified.is_set():
                self._notified.clear()
                self._fast.pending = self._phones.pending = True
            try:
                self._tick()
            except Exception:  # the screens must be sent what comes next all the same
                log.exception("A tick failed")
            waits = [timer.wait_s for timer in timers if timer.pending]
            if waits:
                self._server.sleep(min(*waits, FAST_TICK_S))

    def _tick(self) -> None:
        if self._fast.is_due(FAST_TICK_S):
            for namespace in FAST:
                self._broadcast(namespace, self._audiences.current(namespace))
        if self._phones.pending:
            audience = self._collect()
            if self._phones.is_due(self._phone_interval(audience)):
                self._send_phones(audience)

    def _collect(self) -> Audience:
        """Return the phones' audience as it is now; note the people whose own part changed."""
        audience = self._audiences.current("/phone")
        self._people.collect(audience.state)
        return audience

    def _phone_interval(self, audience: Audience) -> float:
        topics, groups, keys = audience.dirty
        only_headcount = keys and not topics and not groups and keys <= HEADCOUNT
        return HEADCOUNT_TICK_S if only_headcount and not self._people else PHONE_TICK_S

    def _broadcast(self, namespace: str, audience: Audience) -> None:
        change = audience.tick()
        if change is not None:
            broadcast(self._server, namespace, ROOM, "change", change)

    def _send_phones(self, audience: Audience) -> None:
        """Send all phones what changed, and the people concerned their own part."""
        self._broadcast("/phone", audience)
        for who in self._people.take():
            for sid, connection in self._connections.phones_of(who).items():
                send(self._server, "/phone", sid, "change", self._own_part(audience, connection))

    def _own_part(self, audience: Audience, connection: Connection) -> dict:
        """Return the change that brings a phone its person's part.

        It goes on from the last tick, which every phone has, and not behind what this one has.
        """
        connection.at = max(connection.at, audience.sent)
        change = {"from": audience.sent, "at": connection.at, "me": me_of(audience, connection)}
        add_hidden_topics(change, audience, connection)
        note_sent(audience, connection)
        connection.hidden = frozenset(change["me"]["hidden"])
        return change
