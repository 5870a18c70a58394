"""Files that are written beside and then renamed, so that no reader ever finds half a file.

A disk that fills, a stick that is pulled out, a process that is killed: what was there before stays
as it was.
"""

import errno
import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path

from facilitation.domain.refusals import NotNow

READABLE = 0o666
"""The rights a program asks for; the system takes away what the user does not want to give."""
NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


def write_file(path: Path, content: bytes, *, mode: int = READABLE) -> None:
    """Put a file in the place of what is there, whole and on disk when it returns.

    Raises OSError, and leaves everything as it was, where that cannot be done.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        _write(part, content, mode)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files by their paths into a folder; none of them before all are on disk.

    Raises OSError, and leaves everything as it was, where there is no room for all of them.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=".part-", dir=folder) as beside:
            for name, content in files.items():
                part = Path(beside) / name
                part.parent.mkdir(parents=True, exist_ok=True)
                _write(part, content, READABLE)
            for name in files:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(Path(beside) / name, folder / name)
    except BaseException:
        if is_new and not any(folder.iterdir()):
            folder.rmdir()
        raise


def refusal_of(error: OSError, folder: Path) -> NotNow:
    """Return what to say where a folder cannot be written: that it is full, or not writable."""
    full = error.errno in NO_ROOM
    return NotNow("refusal.disk_full" if full else "refusal.file_folder", folder=str(folder))


def _write(path: Path, content: bytes, mode: int) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
