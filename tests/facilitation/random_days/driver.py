"""A real workshop on a real file, with ids that can be searched for, for the property tests."""

import shutil
import threading
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from facilitation.domain.refusals import Refusal
from facilitation.storage.journal_file import read
from facilitation.workshop import Caller, Workshop

NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)
CONSOLES = ("console-anna", "console-bela")


class Driver:
    """Carries out acts, repeats them, and restarts the workshop with or without a farewell."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._numbers, self._acts, self._copies = count(1), count(1), count(1)
        self.path = folder / "workshop.db"
        self.workshop = self._open()
        self.done: list[tuple[Caller, dict, dict]] = []
        self.refused: list[tuple[Caller, dict]] = []

    def new_id(self, kind: str, length: int = 10) -> str:
        """Ids that are no part of one another, so that a search for one finds no other."""
        return f"{kind}q{next(self._numbers):06d}q"

    def new_token(self) -> str:
        return f"token-{next(self._numbers):06d}-secret"

    def new_act(self) -> str:
        return f"act-{next(self._acts):06d}-of-the-test"

    @property
    def state(self):
        return self.workshop.state

    def act(self, by: Caller, do: str, **fields) -> dict | Refusal:
        """Return the answer or the refusal; a refusal must have changed nothing."""
        return self.send(by, {"id": self.new_act(), "do": do, **fields})

    def send(self, by: Caller, message: dict) -> dict | Refusal:
        before, rows = self.state, self.state.at
        try:
            answer = self.workshop.act(message, by)
        except Refusal as refusal:
            assert self.state is before
            self.refused.append((by, message))
            return refusal
        assert answer["ok"] is True
        assert answer["at"] == rows + 1 == self.state.at
        self.done.append((by, message, answer))
        return answer

    def repeat(self, which: int) -> None:
        """Send an act again that was answered: the first answer, and nothing changes (rule 2)."""
        if not self.done:
            return
        by, message, first = self.done[which % len(self.done)]
        before = self.state
        assert self.workshop.act(message, by) == first
        assert self.state is before

    def at_once(self, by: Caller, do: str, **fields) -> dict | Refusal:
        """Send one act from two threads at once, as after a double tap: both get one answer."""
        message, before = {"id": self.new_act(), "do": do, **fields}, self.state
        answers: list = []

        def send():
            try:
                answers.append(self.workshop.act(message, by))
            except Refusal as refusal:
                answers.append(refusal)

        threads = [threading.Thread(target=send) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        one, other = answers
        if isinstance(one, Refusal) or isinstance(other, Refusal):
            assert self.state is before
            return one
        assert one == other
        assert self.state.at == before.at + 1
        self.done.append((by, message, one))
        return one

    def restart(self) -> None:
        """Close and open: the journal gives the state that was running (rule 7)."""
        before, private = self.state, dict(self.workshop.private)
        self.workshop.close()
        self.workshop = self._open()
        assert self.state == before
        assert self.workshop.private == private

    def crash(self) -> None:
        """Go on with the files as a power cut would leave them (rule 1)."""
        before, private = self.state, dict(self.workshop.private)
        folder = self.folder / f"crash-{next(self._copies)}"
        folder.mkdir()
        for suffix in ("", "-wal"):
            source = self.path.with_name(self.path.name + suffix)
            if source.exists():
                shutil.copyfile(source, folder / source.name)
        self.workshop.close()
        self.path = folder / self.path.name
        self.workshop = self._open()
        assert self.state == before
        assert self.workshop.private == private

    def acts_of(self, *kinds: str) -> set[str]:
        """Return the ids of all acts of these kinds that were carried out."""
        return {message["id"] for _, message, _ in self.done if message["do"] in kinds}

    def rows(self):
        return read(self.path)[0]

    def bytes_on_disk(self) -> bytes:
        """Everything in the database and what stands beside it."""
        files = sorted(self.path.parent.glob(f"{self.path.name}*"))
        return b"\0".join(file.read_bytes() for file in files)

    def close(self) -> None:
        self.workshop.close()

    def _open(self) -> Workshop:
        return Workshop.open(
            self.path,
            now=lambda: NOON,
            ids={"new_id": self.new_id, "new_token": self.new_token},
        )
