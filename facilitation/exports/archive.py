"""All files of an export together, as a zip or in a folder."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from facilitation.cloud.source import layout_job
from facilitation.domain.state import WorkshopState
from facilitation.exports.board_pictures import BOARDS
from facilitation.exports.file_names import is_numbered
from facilitation.exports.formats import formats
from facilitation.exports.harvest import harvest
from facilitation.exports.material import Material
from facilitation.storage.atomic_files import refusal_of, write_files

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold."""


def job(
    state: WorkshopState,
    private: Mapping[str, dict],
    language: str,
    previous_cloud: dict | None = None,
) -> dict:
    """Return as plain data all that `files` needs, of this moment.

    The words of the cloud stay where `previous_cloud` has them, as far as they can.
    """
    return {
        "harvest": harvest(state, private),
        "cloud": layout_job(state, previous_cloud),
        "language": language,
    }


def files(job: dict) -> dict[str, bytes]:
    """Return every file of an export by its path."""
    material = Material(job)
    return {path: made for one in formats() for path, made in one.files(material).items()}


def zipped(files: dict[str, bytes]) -> bytes:
    """Return the files as a zip; the same files give the same bytes."""
    out = io.BytesIO()
    moment = _moment(files)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def write(
    state: WorkshopState, private: Mapping[str, dict], folder: Path, language: str = "de"
) -> None:
    """Write the export into a folder, in the place of an earlier one.

    Raises NotNow with a sentence, and leaves everything as it was, where that cannot be done.
    """
    try:
        made = files(job(state, private, language))  # a library may need room of its own
        write_files(folder, made)
        for picture in (folder / BOARDS).glob("*.png"):
            if is_numbered(picture.stem) and f"{BOARDS}/{picture.name}" not in made:
                picture.unlink()
    except OSError as error:
        raise refusal_of(error, folder) from error


def _moment(files: dict[str, bytes]) -> tuple:
    """Return noon of the day of the workshop: the files do not carry the time of a download."""
    document = msgspec.json.decode(files.get("workshop.json", b"{}"))
    try:
        year, month, day = map(int, (document.get("date") or "").split("-"))
    except ValueError:
        return EARLIEST
    return max((year, month, day, 12, 0, 0), EARLIEST)
