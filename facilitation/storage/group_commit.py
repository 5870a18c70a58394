"""Acts that arrive together are committed together: what is decided, on its way, and on disk.

Acts are decided one after the other against the newest state, stored or not yet; those that
arrive while a commit is under way are committed together by the next one. Nobody is answered and
nothing is shown before it is on disk (rule 1). Where the disk says no, all that was built on the
failed commit is refused and the state falls back to what is on disk.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping

from facilitation.domain.deciding import Decision
from facilitation.domain.events import BallotSealed, Row
from facilitation.domain.folding import fold
from facilitation.domain.refusals import NotNow
from facilitation.domain.state import WorkshopState
from facilitation.storage.journal import Journal

log = logging.getLogger(__name__)

RECENT_ROWS = 4_000

Subscriber = Callable[[WorkshopState], None]


class PendingRow:
    """A row on its way to the disk, with the state after it."""

    def __init__(self, row: Row, decision: Decision, state: WorkshopState):
        self.row, self.decision, self.state = row, decision, state
        self.stored = threading.Event()
        self.error: Exception | None = None

    def wait(self) -> dict:
        """Return the answer once the row is on disk. Raises NotNow where it could not be stored."""
        self.stored.wait()
        if self.error is not None:
            raise NotNow("refusal.not_stored") from self.error
        return {"ok": True, "at": self.row.n, **self.row.answer}


class GroupCommit:
    """The one writer of a journal. `offload` runs a function where waiting delays nobody else.

    `state` and `private` are what is on disk, `decided_state` and `decided_private` what the next
    decision is made against. Whoever looks an act up, decides and enqueues holds `lock` meanwhile.
    `on_erased` is called in `offload` when something left the file for good, before that is
    acknowledged: copies of the file have to lose it too.
    """

    def __init__(
        self,
        journal: Journal,
        state: WorkshopState,
        private: dict[str, dict],
        *,
        offload: Callable,
        on_erased: Callable[[], None],
    ):
        self._journal, self._offload, self._on_erased = journal, offload, on_erased
        self.lock = threading.Condition()
        self.state = self.decided_state = state
        self.private: Mapping[str, dict] = private
        self.decided_private = dict(private)
        self._subscribers: list[Subscriber] = []
        self._waiting: list[PendingRow] = []
        self._pending: dict[tuple[str, str | None], PendingRow] = {}
        self._recent: deque[Row] = deque(maxlen=RECENT_ROWS)
        self._closing = False
        self._committer = threading.Thread(target=self._commit_all, daemon=True)
        self._committer.start()

    def subscribe(self, subscriber: Subscriber) -> None:
        """Have `subscriber(state)` called after every commit; it must not wait."""
        self._subscribers.append(subscriber)

    def rows_since(self, at: int) -> list[Row] | None:
        """Return the rows after number `at`, newest first; None where they are too many to keep."""
        rows: list[Row] = []
        with self.lock:
            missing = self.state.at - at
            for row in reversed(self._recent):
                if len(rows) >= missing:
                    break
                rows.append(row)
        return rows if len(rows) >= missing else None

    def require_open(self) -> None:
        """Raise NotNow once nobody stores what is decided."""
        if self._closing:
            raise NotNow("refusal.not_stored")

    def pending(self, by: str, id: str | None) -> PendingRow | None:
        """Return the act with this id of this sender while it is on its way."""
        return self._pending.get((by, id))

    def pending_of(self, by: str) -> PendingRow | None:
        """Return the first row of this sender that is on its way."""
        return next((pending for pending in self._pending.values() if pending.row.by == by), None)

    def enqueue(self, row: Row, decision: Decision) -> PendingRow:
        """Take a decision as made, and have its row stored with the next commit."""
        self.decided_state = fold(self.decided_state, row)
        self.decided_private = decision.private_after(self.decided_private)
        pending = PendingRow(row, decision, self.decided_state)
        self._pending[row.by, row.act] = pending
        self._waiting.append(pending)
        self.lock.notify_all()
        return pending

    def close(self) -> None:
        """Commit what waits and close the file."""
        with self.lock:
            self._closing = True
            self.lock.notify_all()
        self._committer.join()
        self._journal.close()

    def _commit_all(self) -> None:
        while True:
            with self.lock:
                while not self._waiting and not self._closing:
                    self.lock.wait()
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

    def _next_batch(self) -> list[PendingRow]:
        """Take all that wait, but let the act that seals the ballot go by itself."""
        seals = [i for i, pending in enumerate(self._waiting) if _seals(pending)]
        end = max(seals[0], 1) if seals else len(self._waiting)
        batch, self._waiting = self._waiting[:end], self._waiting[end:]
        return batch

    def _store(self, batch: list[PendingRow]) -> None:
        if _seals(batch[0]):
            self._journal.seal(batch[0].row)
            self._on_erased()
            return
        keep: dict[str, dict] = {}
        forget: list[str] = []
        for pending in batch:
            keep.update(pending.decision.keep)
            forget.extend(pending.decision.forget)
        self._journal.append([pending.row for pending in batch], keep=keep, forget=forget)
        if forget:
            self._on_erased()

    def _settle(self, batch: list[PendingRow]) -> None:
        """Make a stored batch the state, and only then wake who waits for it."""
        with self.lock:
            self.state = batch[-1].state
            self._recent.extend(pending.row for pending in batch)
            for pending in batch:
                self.private = pending.decision.private_after(self.private)
                del self._pending[pending.row.by, pending.row.act]
        for pending in batch:
            pending.stored.set()
        for subscriber in self._subscribers:
            try:
                subscriber(self.state)
            except Exception:
                log.exception("A subscriber failed; the acts it should have heard of are stored")

    def _fall_back(self, batch: list[PendingRow], error: Exception) -> None:
        """Refuse the batch and all that was decided on top of it."""
        with self.lock:
            failed = [*batch, *self._waiting]
            self._waiting = []
            self._pending.clear()
            self.decided_state = self.state
            self.decided_private = dict(self.private)
        for pending in failed:
            pending.error = error
            pending.stored.set()


def _seals(pending: PendingRow) -> bool:
    return any(isinstance(event, BallotSealed) for event in pending.row.events)
