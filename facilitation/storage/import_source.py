"""Finding workshop.json in what somebody gives: the file itself, a zip or a folder around it.

Programs pack a folder each in their own way: one level down, with files of their own beside it,
with backslashes, with names in an old code page. And anything may be given by mistake.
"""

import codecs
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from facilitation.domain.refusals import Invalid, NotFound, NotNow, Refusal

NAME = "workshop.json"
LARGEST_BYTES = 200_000_000
ENCRYPTED = 0x1
ZIP_BEGINS = b"PK"
ENCODINGS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
"""What an editor may have stored instead of UTF-8, by what the file begins with."""


def read_source(source: Path) -> bytes:
    """Return the content of the one workshop.json in `source`, in UTF-8 without a mark.

    Raises a Refusal with a sentence where there is none, more than one, or it cannot be read.
    """
    file = name_of(source)
    try:
        path = _in_folder(source, file) if source.is_dir() else source
        if path.stat().st_size > LARGEST_BYTES:
            raise Invalid("refusal.import_too_large", file=file)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("refusal.file_missing", file=file) from error
    except OSError as error:
        raise NotNow("refusal.file_unreadable", file=file) from error
    if content.startswith(ZIP_BEGINS):
        content = _unpacked(content, file)
    if not content.strip():
        raise Invalid("refusal.import_empty", file=file)
    return _as_utf8(content)


def name_of(source: Path) -> str:
    """Return what to call it in a sentence, also where it is "."."""
    return source.name or source.resolve().name


def _in_folder(folder: Path, file: str) -> Path:
    """Return the workshop.json in a folder or one level below."""
    found = [*folder.glob(NAME), *folder.glob(f"*/{NAME}")]
    return folder / _only_one((path.relative_to(folder).as_posix() for path in found), file)


def _unpacked(content: bytes, file: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _entry(archive, file)
    except Refusal:
        raise
    except NotImplementedError as error:
        raise Invalid("refusal.import_unpack", file=file) from error
    except Exception as error:  # zipfile and each method of compression have errors of their own
        raise Invalid("refusal.import_damaged", file=file) from error


def _entry(archive: zipfile.ZipFile, file: str) -> bytes:
    entries = {entry.filename.replace("\\", "/"): entry for entry in archive.infolist()}
    if not entries:
        raise Invalid("refusal.import_empty", file=file)
    entry = entries[_only_one(entries, file)]
    if entry.flag_bits & ENCRYPTED:
        raise Invalid("refusal.import_encrypted", file=file)
    with archive.open(entry) as opened:
        content = opened.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise Invalid("refusal.import_too_large", file=file)
    return content


def _only_one(names: Iterable[str], file: str) -> str:
    """Return the name of the one workshop.json among these, not what a Mac puts beside it."""
    found = [
        name
        for name in names
        if PurePosixPath(name).name.lower() == NAME and "__MACOSX" not in PurePosixPath(name).parts
    ]
    if not found:
        raise Invalid("refusal.import_foreign", file=file)
    if len(found) > 1:
        raise Invalid("refusal.import_several", file=file)
    return found[0]


def _as_utf8(content: bytes) -> bytes:
    encoding = ENCODINGS.get(content[:2])
    if encoding:
        content = content.decode(encoding, "replace").encode()
    return content.removeprefix(codecs.BOM_UTF8)
