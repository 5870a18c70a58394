"""A new data file from an export of another workshop."""

import os
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from facilitation.domain.deciding import Facts
from facilitation.domain.deciding.imports import begin_with
from facilitation.domain.document import FORMAT, VERSION, Document
from facilitation.domain.events import Row
from facilitation.domain.folding import replay
from facilitation.domain.refusals import Invalid, NotNow, Refusal
from facilitation.domain.state import WorkshopState
from facilitation.storage.atomic_files import refusal_of
from facilitation.storage.import_source import name_of, read_source
from facilitation.storage.journal import Journal

HEAD_BYTES = 1_000


class Import:
    """An export that was read and understood; nothing is made of it before `create`.

    Raises a Refusal with a sentence where `source` is missing, of another kind, of a newer version
    or damaged.
    """

    def __init__(self, source: Path):
        self.file = name_of(source)
        self.document = read_document(read_source(source), self.file)
        self._at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        try:
            self._decision = begin_with(self.document, Facts(by="", at=self._at))
        except Refusal as error:
            raise Invalid("refusal.import_damaged", file=self.file) from error

    @property
    def topics(self) -> int:
        return len(self.document.topics)

    @property
    def contributions(self) -> int:
        return sum(not said.withdrawn for said in self.document.contributions)

    @property
    def groups(self) -> int:
        return len(self.document.groups)

    def create(self, data: Path) -> WorkshopState:
        """Make the data file and return what it holds.

        Raises NotNow with a sentence, and makes nothing, where there is one already, or no room.
        """
        check_new(data)
        row = Row(1, self._at, None, None, self._decision.events, {})
        state = replay([row])
        try:
            data.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".part-", dir=data.parent) as beside:
                part = Path(beside) / data.name
                self._store(row, part)
                os.replace(part, data)
        except OSError as error:
            raise refusal_of(error, data.parent) from error
        except sqlite3.Error as error:
            raise NotNow("refusal.disk_full", folder=str(data.parent)) from error
        return state

    def _store(self, row: Row, path: Path) -> None:
        journal = Journal(path)
        try:
            journal.append([row], keep=self._decision.keep)
        finally:
            journal.close()


def check_new(data: Path) -> None:
    """Raise NotNow where there is a data file already."""
    if data.exists():
        raise NotNow("refusal.import_exists", file=data.name)


def read_document(content: bytes, name: str) -> Document:
    """Return an export's content. Raises Invalid with a sentence for anything else."""
    try:
        read = msgspec.json.decode(content)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        ours = FORMAT.encode() in content[:HEAD_BYTES]
        key = "refusal.import_damaged" if ours else "refusal.import_foreign"
        raise Invalid(key, file=name) from error
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        raise Invalid("refusal.import_foreign", file=name)
    version = read.get("version")
    if isinstance(version, int) and version > VERSION:
        raise NotNow("refusal.file_newer", file=name)
    try:
        return msgspec.convert(read, Document)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Invalid("refusal.import_damaged", file=name) from error
