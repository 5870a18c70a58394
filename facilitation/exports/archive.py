"""All files of an export together, as a zip or in a folder."""

import io
import logging
import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from facilitation.domain.state import WorkshopState
from facilitation.exports.board_pictures import boards
from facilitation.exports.harvest import harvest
from facilitation.exports.reader import Reader
from facilitation.exports.report import report
from facilitation.exports.tables import tables
from facilitation.storage.atomic_files import refusal_of, write_files

log = logging.getLogger(__name__)

CLOUD_WIDTH, CLOUD_HEIGHT = 1920, 1080
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold."""


def files(harvest: dict, cloud: dict | None, language: str) -> dict[str, bytes]:
    """Return every file of an export by its path. `cloud` is a layout of cloud.py, or None."""
    reader = Reader(harvest, language)
    made = {"workshop.json": workshop_json(harvest), **tables(reader)}
    pictures = _cloud_pictures(cloud)
    made["report.html"] = report(reader, pictures.get("cloud.svg"))
    return {**made, **pictures, **boards(reader)}


def workshop_json(harvest: dict) -> bytes:
    return msgspec.json.format(msgspec.json.encode(harvest), indent=2) + b"\n"


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
    state: WorkshopState, private: Mapping[str, dict], out: Path, language: str = "de"
) -> None:
    """Write the export into a folder. Raises NotNow with a sentence where that cannot be done."""
    harvested = harvest(state, private)
    made = files(harvested, lay_out_cloud(harvested), language)
    try:
        write_files(out, made)
    except OSError as error:
        raise refusal_of(error, out) from error


def lay_out_cloud(harvest: dict) -> dict | None:
    """Return the word cloud of all contributions that the hall could read."""
    reader = Reader(harvest, "de")
    shown = {id for topic in reader.shown for id in topic.contributions}
    texts = [(said.text, said.language) for said in reader.contributions if said.id in shown]
    try:
        from facilitation.cloud.layout import lay_out
        from facilitation.language.words.terms import count_terms
    except ImportError:
        return None
    return lay_out(count_terms(texts), None, width=CLOUD_WIDTH, height=CLOUD_HEIGHT)


def _cloud_pictures(cloud: dict | None) -> dict[str, bytes]:
    if not cloud or not cloud.get("words"):
        return {}
    try:
        from facilitation.cloud.pictures import cloud_png, cloud_svg
    except ImportError:
        return {}
    return {"cloud.svg": cloud_svg(cloud), "cloud.png": cloud_png(cloud)}


def _moment(files: dict[str, bytes]) -> tuple:
    """Return noon of the day of the workshop: the files do not carry the time of a download."""
    document = msgspec.json.decode(files.get("workshop.json", b"{}"))
    try:
        year, month, day = map(int, (document.get("date") or "").split("-"))
    except ValueError:
        return EARLIEST
    return max((year, month, day, 12, 0, 0), EARLIEST)
