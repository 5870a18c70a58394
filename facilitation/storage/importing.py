"""A new data file from the workshop.json of an export, or from the zip around it."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from facilitation.domain.deciding import Facts
from facilitation.domain.deciding.imports import begin_with
from facilitation.domain.document import FORMAT, VERSION, Document
from facilitation.domain.events import Row
from facilitation.domain.folding import replay
from facilitation.domain.refusals import Invalid, NotFound, NotNow, Refusal
from facilitation.domain.state import WorkshopState
from facilitation.storage.journal import Journal

LARGEST_BYTES = 200_000_000
HEAD_BYTES = 1_000
NAME = "workshop.json"


def import_workshop(source: Path, data: Path) -> WorkshopState:
    """Make the data file `data` from the export `source` and return what it holds.

    Raises a Refusal with a sentence, and makes nothing, where `data` is there already, or where
    `source` is missing, of another kind, of a newer version or damaged.
    """
    if data.exists():
        raise NotNow("refusal.import_exists", file=data.name)
    document = read_document(_bytes_of(source), source.name)
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    try:
        decision = begin_with(document, Facts(by="", at=at))
    except Refusal as error:
        raise Invalid("refusal.import_damaged", file=source.name) from error
    row = Row(1, at, None, None, decision.events, {})
    state = replay([row])
    journal = Journal(data)
    try:
        if journal.rows():
            raise NotNow("refusal.import_exists", file=data.name)
        journal.append([row], keep=decision.keep)
    finally:
        journal.close()
    return state


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


def _bytes_of(source: Path) -> bytes:
    try:
        if source.stat().st_size > LARGEST_BYTES:
            raise Invalid("refusal.import_foreign", file=source.name)
        content = source.read_bytes()
    except OSError as error:
        raise NotFound("refusal.file_missing", file=source.name) from error
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if archive.getinfo(NAME).file_size > LARGEST_BYTES:
                raise Invalid("refusal.import_foreign", file=source.name)
            return archive.read(NAME)
    except (KeyError, NotImplementedError, RuntimeError) as error:
        raise Invalid("refusal.import_foreign", file=source.name) from error
    except (zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
        raise Invalid("refusal.import_damaged", file=source.name) from error
