"""One workshop that takes acts: each id once, decided, and stored by group commit."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from facilitation.domain import deciding
from facilitation.domain.commands import act_id, decode
from facilitation.domain.deciding import Decision, Facts, people
from facilitation.domain.events import Row
from facilitation.domain.folding import replay
from facilitation.domain.preview import preview
from facilitation.domain.refusals import Invalid, NotNow
from facilitation.domain.state import Participant, WorkshopState
from facilitation.storage.group_commit import GroupCommit, PendingRow
from facilitation.storage.journal import Journal


class Caller(NamedTuple):
    """Who acts: a "phone" with a participant's id, or a "console" with its own."""

    kind: str
    id: str
    via: str = "phone"


class Workshop:
    """The workshop in a journal. `offload` and `on_erased` are as in storage/group_commit.py."""

    def __init__(
        self,
        journal: Journal,
        state: WorkshopState,
        private: dict[str, dict],
        *,
        offload: Callable = lambda job: job(),
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        ids: Mapping[str, Callable] | None = None,
        on_erased: Callable[[], None] = lambda: None,
    ):
        self._journal, self._now, self._ids = journal, now, ids or {}
        self._commits = GroupCommit(journal, state, private, offload=offload, on_erased=on_erased)

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
        return self._commits.state

    @property
    def at(self) -> int:
        return self.state.at

    @property
    def private(self) -> Mapping[str, dict]:
        """Names and contact data by key, outside the journal (rule 8)."""
        return self._commits.private

    def rows_since(self, at: int) -> list[Row] | None:
        """Return the rows after number `at`, newest first; None where they are too many to keep."""
        return self._commits.rows_since(at)

    def subscribe(self, subscriber: Callable[[WorkshopState], None]) -> None:
        """Have `subscriber(state)` called after every commit; it must not wait."""
        self._commits.subscribe(subscriber)

    def act(self, message: object, by: Caller) -> dict:
        """Carry out one act of the wire and return its answer, once it is on disk.

        The same id from the same sender again changes nothing and returns the first answer
        (rule 2); a refused id may be sent again. Raises a Refusal.
        """
        id_ = act_id(message)
        with self._commits.lock:
            self._commits.require_open()
            pending = self._commits.pending(by.id, id_)
            if pending is None:
                answer = self._journal.answer_to(by.id, id_)
                if answer is not None:
                    return answer
                command = decode(message, by.kind)
                facts = self._facts(by.id, by.via)
                decision = deciding.decide(command, self._commits.decided_state, facts)
                pending = self._enqueue(decision, facts, id_)
        return pending.wait()

    def first_answer(self, message: object, by: Caller) -> dict | None:
        """Return what `act` answered to this act before, once that is on disk; None for a new one.

        Raises NotNow for one that could not be stored.
        """
        try:
            id_ = act_id(message)
        except Invalid:
            return None
        with self._commits.lock:
            self._commits.require_open()
            pending = self._commits.pending(by.id, id_)
            if pending is None:
                return self._journal.answer_to(by.id, id_)
        return pending.wait()

    def preview(self, message: object, by: Caller) -> dict:
        """Return what a merge or split would do to dots (domain/preview.py), no more."""
        if not isinstance(message, dict):
            raise Invalid("refusal.not_an_act")
        return preview(decode(message, by.kind), self.state, self._facts(by.id, by.via))

    def join(
        self,
        *,
        language: str = "de",
        badge: str | None = None,
        notice: str | None = None,
        hello: str | None = None,
    ) -> Participant:
        """Let a new person in and return them, once that is on disk; `notice` is the key of one
        for them.

        The owner of a badge that somebody came with before is that same person, who is told of
        the other device, and so is who says the same `hello` again because the answer to the
        first was lost (rule 2). Raises NotFound for a badge code that was never made.
        """
        with self._commits.lock:
            self._commits.require_open()
            owner = self._known(badge, hello)
            if owner is None:
                owner, pending = self._let_in(language, badge, notice, hello)
            else:
                pending = self._commits.pending_of(owner)
                if badge is not None:
                    pending = self._use_badge_again(owner, hello) or pending
        if pending is not None:
            pending.wait()
        return self.state.participants[owner]

    def person(self, token: str | None) -> Participant | None:
        """Return the participant with this token, if there is one."""
        return self.state.participants.get(self.state.tokens.get(token or "") or "")

    def carried_by(self, code: str) -> list[Participant]:
        """Return the person with this carry code, and those they speak for; [] for no such code."""
        owner = self.state.participants.get(self.state.carry_codes.get(code) or "")
        return [] if owner is None else self.people_of(owner)

    def people_of(self, person: Participant) -> list[Participant]:
        """Return a person and those they speak for, as one device has them."""
        others = [p for p in self.state.participants.values() if p.spoken_by == person.id]
        return [person, *sorted(others, key=lambda p: p.n)]

    def close(self) -> None:
        """Commit what waits and close the file."""
        self._commits.close()

    def _known(self, badge: str | None, hello: str | None) -> str | None:
        """Return who came with this badge, or without one said this `hello`, before."""
        decided = self._commits.decided_state
        return decided.hellos.get(hello) if badge is None else decided.badges.get(badge)

    def _let_in(
        self, language: str, badge: str | None, notice: str | None, hello: str | None
    ) -> tuple[str, PendingRow]:
        decision = people.join(
            self._commits.decided_state,
            self._facts("", "phone"),
            language=language,
            badge=badge,
            notice=notice,
            hello=hello,
        )
        newcomer = decision.answer["participant"]
        return newcomer, self._enqueue(decision, self._facts(newcomer, "phone"), None)

    def _use_badge_again(self, owner: str, hello: str | None) -> PendingRow | None:
        facts = self._facts(owner, "phone")
        decided = self._commits.decided_state
        decision = people.use_badge_again(decided, facts, owner=owner, hello=hello)
        return self._enqueue(decision, facts, facts.new_id("b")) if decision.events else None

    def _facts(self, by: str, via: str) -> Facts:
        at = self._now().astimezone(UTC).isoformat(timespec="milliseconds")
        at = at.replace("+00:00", "Z")
        return Facts(by=by, at=at, via=via, private=self._commits.decided_private, **self._ids)

    def _enqueue(self, decision: Decision, facts: Facts, id_: str | None) -> PendingRow:
        n = self._commits.decided_state.at + 1
        row = Row(n, facts.at, facts.by, id_, list(decision.events), decision.answer)
        return self._commits.enqueue(row, decision)


def _replayed(journal: Journal) -> WorkshopState:
    try:
        return replay(journal.rows())
    except (LookupError, AttributeError, TypeError, ValueError) as error:
        raise NotNow("refusal.file_damaged", file=journal.path.name) from error
