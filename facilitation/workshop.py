"""One workshop that takes acts: once, decide, commit together, fold, tell the listeners.

Acts are decided one after the other against the newest state, stored or not yet; those that
arrive while a commit is under way are committed together by the next one. Nobody is answered and
nothing is shown before it is on disk (rule 1). Where the disk says no, all that was built on the
failed commit is refused and the state falls back to what is on disk.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from facilitation.domain import deciding
from facilitation.domain.commands import act_id, decode
from facilitation.domain.deciding import Decision, Facts, people
from facilitation.domain.events import BallotSealed, Row
from facilitation.domain.folding import fold, replay
from facilitation.domain.preview import preview
from facilitation.domain.refusals import Invalid, NotNow
from facilitation.domain.state import Participant, WorkshopState
from facilitation.storage.journal import Journal

log = logging.getLogger(__name__)

RECENT_ROWS = 4_000


class Caller(NamedTuple):
    """Who acts: a "phone" with a participant's id, or a "console" with its own."""

    kind: str
    id: str
    via: str = "phone"


class _Ticket:
    """One act on its way to the disk."""

    def __init__(self, row: Row, decision: Decision, state: WorkshopState):
        self.row, self.decision, self.state = row, decision, state
        self.stored = threading.Event()
        self.error: Exception | None = None

    def wait(self) -> dict:
        self.stored.wait()
        if self.error is not None:
            raise NotNow("refusal.not_stored") from self.error
        return {"ok": True, "at": self.row.n, **self.row.answer}


class Workshop:
    """The workshop in a journal. `offload` runs a function where waiting delays nobody else.

    `erased` is called there when something left the file for good, before that is acknowledged:
    copies of the file have to lose it too.
    """

    def __init__(
        self,
        journal: Journal,
        state: WorkshopState,
        private: dict[str, dict],
        *,
        offload: Callable = lambda job: job(),
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        ids: Mapping[str, Callable] | None = None,
        erased: Callable[[], None] = lambda: None,
    ):
        self._journal, self._offload, self._now = journal, offload, now
        self._erased = erased
        self._ids = ids or {}
        self._state = self._ahead = state
        self._private, self._private_ahead = private, dict(private)
        self._listeners: list[Callable[[WorkshopState], None]] = []
        self._changed = threading.Condition()
        self._waiting: list[_Ticket] = []
        self._recent: deque[Row] = deque(maxlen=RECENT_ROWS)
        self._on_the_way: dict[tuple[str, str | None], _Ticket] = {}
        self._closing = False
        self._committer = threading.Thread(target=self._commit_all, daemon=True)
        self._committer.start()

    @classmethod
    def open(cls, path: Path | str | None = None, **options) -> "Workshop":
        """Open the workshop in a file, or a new one; None keeps it in memory (for tests).

        Raises NotNow with a sentence for a file that is in use, foreign, damaged or too new;
        such a file is left as it was.
        """
        if path is None:
            return cls(Journal(), WorkshopState(), {}, **options)
        journal = Journal(Path(path))
        try:
            return cls(journal, _replayed(journal), journal.private(), **options)
        except BaseException:
            journal.close()
            raise

    @property
    def state(self) -> WorkshopState:
        """What is on disk, folded. Immutable: keep it as long as you like."""
        return self._state

    @property
    def at(self) -> int:
        return self._state.at

    def rows_since(self, at: int) -> list[Row] | None:
        """Return the rows after number `at`, newest first; None where they are too many to keep."""
        rows: list[Row] = []
        with self._changed:
            missing = self._state.at - at
            for row in reversed(self._recent):
                if len(rows) >= missing:
                    break
                rows.append(row)
        return rows if len(rows) >= missing else None

    @property
    def private(self) -> Mapping[str, dict]:
        """Names and contact data by key, outside the journal (rule 8)."""
        return self._private

    def listen(self, heard: Callable[[WorkshopState], None]) -> None:
        """Have `heard(state)` called after every commit; it must not wait."""
        self._listeners.append(heard)

    def act(self, message: object, by: Caller) -> dict:
        """Carry out one act of the wire and return its answer, once it is on disk.

        The same id from the same sender again changes nothing and returns the first answer
        (rule 2); a refused id may be sent again. Raises a Refusal.
        """
        id_ = act_id(message)
        with self._changed:
            self._refuse_after_closing()
            ticket = self._on_the_way.get((by.id, id_))
            if ticket is None:
                answer = self._journal.answer_to(by.id, id_)
                if answer is not None:
                    return answer
                command = decode(message, by.kind)
                facts = self._facts(by.id, by.via)
                decision = deciding.decide(command, self._ahead, facts)
                ticket = self._enqueue(decision, facts, id_)
        return ticket.wait()

    def first_answer(self, message: object, by: Caller) -> dict | None:
        """Return what `act` answered to this act before, once that is on disk; None for a new one.

        Raises NotNow for one that could not be stored.
        """
        try:
            id_ = act_id(message)
        except Invalid:
            return None
        with self._changed:
            self._refuse_after_closing()
            ticket = self._on_the_way.get((by.id, id_))
            if ticket is None:
                return self._journal.answer_to(by.id, id_)
        return ticket.wait()

    def preview(self, message: object, by: Caller) -> dict:
        """Return what a merge or split would do to dots (domain/preview.py), no more."""
        if not isinstance(message, dict):
            raise Invalid("refusal.not_an_act")
        return preview(decode(message, by.kind), self._state, self._facts(by.id, by.via))

    def join(
        self,
        *,
        language: str = "de",
        badge: str | None = None,
        told: str | None = None,
        hello: str | None = None,
    ) -> Participant:
        """Let a new person in and return them, once that is on disk.

        The owner of a badge that somebody came with before is that same person, who is told of
        the other device, and so is who says the same `hello` again because the answer to the
        first was lost (rule 2). Raises NotFound for a badge code that was never made.
        """
        with self._changed:
            self._refuse_after_closing()
            if badge is not None:
                owner = self._ahead.badges.get(badge)
            else:
                owner = self._ahead.hellos.get(hello)
            if owner is not None:
                ticket = next((t for t in self._on_the_way.values() if t.row.by == owner), None)
                if badge is not None:
                    ticket = self._badge_again(owner, hello) or ticket
            else:
                facts = self._facts("", "phone")
                decision = people.join(
                    self._ahead, facts, language=language, badge=badge, told=told, hello=hello
                )
                owner = decision.answer["participant"]
                facts = self._facts(owner, "phone")
                ticket = self._enqueue(decision, facts, None)
        if ticket is not None:
            ticket.wait()
        return self._state.participants[owner]

    def person(self, token: str | None) -> Participant | None:
        """Return the participant with this token, if there is one."""
        return self._state.participants.get(self._state.tokens.get(token or "") or "")

    def carried_by(self, code: str) -> list[Participant]:
        """Return the person with this carry code, and those they speak for; [] for no such code."""
        people = self._state.participants
        owner = people.get(self._state.carry_codes.get(code) or "")
        return [] if owner is None else self.people_of(owner)

    def people_of(self, person: Participant) -> list[Participant]:
        """Return a person and those they speak for, as one device has them."""
        others = [p for p in self._state.participants.values() if p.spoken_by == person.id]
        return [person, *sorted(others, key=lambda p: p.n)]

    def close(self) -> None:
        """Commit what waits and close the file."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._committer.join()
        self._journal.close()

    def _refuse_after_closing(self) -> None:
        """Raise NotNow once nobody stores what is decided."""
        if self._closing:
            raise NotNow("refusal.not_stored")

    def _badge_again(self, owner: str, hello: str | None) -> _Ticket | None:
        facts = self._facts(owner, "phone")
        decision = people.use_badge_again(self._ahead, facts, owner=owner, hello=hello)
        return self._enqueue(decision, facts, facts.new_id("b")) if decision.events else None

    def _facts(self, by: str, via: str) -> Facts:
        at = self._now().astimezone(UTC).isoformat(timespec="milliseconds")
        at = at.replace("+00:00", "Z")
        return Facts(by=by, at=at, via=via, private=self._private_ahead, **self._ids)

    def _enqueue(self, decision: Decision, facts: Facts, id_: str | None) -> _Ticket:
        row = Row(
            self._ahead.at + 1, facts.at, facts.by, id_, list(decision.events), decision.answer
        )
        self._ahead = fold(self._ahead, row)
        self._private_ahead = decision.private_after(self._private_ahead)
        ticket = _Ticket(row, decision, self._ahead)
        self._on_the_way[facts.by, id_] = ticket
        self._waiting.append(ticket)
        self._changed.notify_all()
        return ticket

    def _commit_all(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._closing:
                    self._changed.wait()
                if not self._waiting:
                    return
                batch = self._next_batch()
            try:
                self._offload(lambda batch=batch: self._store(batch))
            except Exception as error:
                log.exception("Could not store %d acts", len(batch))
                self._fall_back(batch, error)
            else:
                self._settle(batch)

    def _next_batch(self) -> list[_Ticket]:
        """Take all that wait, but let the act that seals the ballot go by itself."""
        seals = [i for i, ticket in enumerate(self._waiting) if _seals(ticket)]
        end = max(seals[0], 1) if seals else len(self._waiting)
        batch, self._waiting = self._waiting[:end], self._waiting[end:]
        return batch

    def _store(self, batch: list[_Ticket]) -> None:
        if _seals(batch[0]):
            self._journal.seal(batch[0].row)
            self._erased()
            return
        keep: dict[str, dict] = {}
        forget: list[str] = []
        for ticket in batch:
            keep.update(ticket.decision.keep)
            forget.extend(ticket.decision.forget)
        self._journal.append([ticket.row for ticket in batch], keep=keep, forget=forget)
        if forget:
            self._erased()

    def _settle(self, batch: list[_Ticket]) -> None:
        with self._changed:
            self._state = batch[-1].state
            self._recent.extend(ticket.row for ticket in batch)
            for ticket in batch:
                self._private = ticket.decision.private_after(self._private)
                del self._on_the_way[ticket.row.by, ticket.row.act]
        for ticket in batch:
            ticket.stored.set()
        for heard in self._listeners:
            try:
                heard(self._state)
            except Exception:
                log.exception("A listener failed; the acts it should have heard of are stored")

    def _fall_back(self, batch: list[_Ticket], error: Exception) -> None:
        """Refuse the batch and all that was decided on top of it."""
        with self._changed:
            failed = [*batch, *self._waiting]
            self._waiting = []
            self._on_the_way.clear()
            self._ahead = self._state
            self._private_ahead = dict(self._private)
        for ticket in failed:
            ticket.error = error
            ticket.stored.set()


def _seals(ticket: _Ticket) -> bool:
    return any(isinstance(event, BallotSealed) for event in ticket.row.events)


def _replayed(journal: Journal) -> WorkshopState:
    try:
        return replay(journal.rows())
    except (LookupError, AttributeError, TypeError, ValueError) as error:
        raise NotNow("refusal.file_damaged", file=journal.path.name) from error
