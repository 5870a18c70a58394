"""The ways in which an export comes back: as it was made, packed again, unpacked.

And what comes by mistake, which is refused in words and changes nothing.
"""

import codecs
import io
import json
import struct
import zipfile
from pathlib import Path

import pytest

from facilitation import exports
from facilitation.domain.refusals import Refusal
from facilitation.storage import import_source
from facilitation.storage.importing import Import
from tests.facilitation.example_day import Day

NAME = "workshop.json"


@pytest.fixture(scope="module")
def files():
    day = Day()
    day.act("c", "set_settings", title="Open-Sozial in Grieth")
    day.act("c", "enter_cards", cards=["Bus am Abend", "Mehr Bänke"])
    made = exports.files(exports.job(day.state, day.private, "de"))
    day.workshop.close()
    return made


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def by_a_mac(files) -> bytes:
    """A folder compressed in the Finder."""
    entries = {"Ernte/.DS_Store": b"\0\0\0\1Bud1", "__MACOSX/Ernte/._.DS_Store": b"\0\5\x16\7"}
    for name, content in files.items():
        entries[f"Ernte/{name}"] = content
        entries[f"__MACOSX/Ernte/._{name}"] = b"\0\5\x16\7\0\2\0\0Mac OS X"
    return packed(entries)


def by_windows(files) -> bytes:
    """A folder sent to a zip in the Explorer: names in code page 437, without the UTF-8 mark."""
    content = packed({f"Ernte M_rz/{name}": content for name, content in files.items()})
    return content.replace(b"Ernte M_rz", b"Ernte M\x84rz")


def with_backslashes(files) -> bytes:
    content = packed({f"Ernte/{name}": content for name, content in files.items()})
    return content.replace(b"Ernte/", b"Ernte\\")


def unpacked(files, folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def refused(source: Path) -> tuple[str, dict]:
    with pytest.raises(Refusal) as no:
        Import(source)
    return no.value.key, no.value.gaps


@pytest.mark.parametrize(
    "as_file",
    [
        lambda files: files[NAME],
        lambda files: codecs.BOM_UTF8 + files[NAME],
        lambda files: files[NAME].decode().replace("\n", "\r\n").encode("utf-8-sig"),
        lambda files: codecs.BOM_UTF16_LE + files[NAME].decode().encode("utf-16-le"),
        lambda files: codecs.BOM_UTF16_BE + files[NAME].decode().encode("utf-16-be"),
        exports.zipped,
        lambda files: packed(files, zipfile.ZIP_STORED),
        lambda files: packed(files, zipfile.ZIP_LZMA),
        lambda files: packed({NAME: codecs.BOM_UTF8 + files[NAME]}),
        by_a_mac,
        by_windows,
        with_backslashes,
    ],
)
def test_an_export_is_taken_as_programs_hand_it_on(tmp_path, files, as_file):
    source = tmp_path / "von zu Hause"
    source.write_bytes(as_file(files))
    assert Import(source).document.title == "Open-Sozial in Grieth"


def test_an_unpacked_folder_is_taken(tmp_path, files):
    folder = unpacked(files, tmp_path / "Ernte")
    (folder / f"._{NAME}").write_bytes(b"\0\5\x16\7")
    assert Import(folder).document.title == "Open-Sozial in Grieth"
    assert Import(tmp_path).document.title == "Open-Sozial in Grieth"


def test_the_new_workshop_holds_what_was_found(tmp_path, files):
    source = tmp_path / "export.zip"
    source.write_bytes(by_a_mac(files))
    state = Import(source).create(tmp_path / "deep" / "new.db")
    assert len(state.board_topics()) == 2
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["new.db"]


def test_preview_counts_what_is_there(tmp_path, files):
    source = tmp_path / NAME
    source.write_bytes(files[NAME])
    found = Import(source)
    assert (found.topics, found.contributions, found.groups) == (2, 2, 0)


def encrypted(files) -> bytes:
    """The mark of a password on every entry, as a program that knows one sets it."""
    content = bytearray(packed({NAME: files[NAME]}, zipfile.ZIP_STORED))
    for start in (content.find(b"PK\3\4") + 6, content.find(b"PK\1\2") + 8):
        flags = struct.unpack_from("<H", content, start)[0]
        struct.pack_into("<H", content, start, flags | 1)
    return bytes(content)


def with_a_broken_entry(files) -> bytes:
    content = bytearray(packed({NAME: files[NAME]}, zipfile.ZIP_STORED))
    content[200] ^= 0xFF
    return bytes(content)


def unknown_method(files) -> bytes:
    """Compressed by a method that only some programs know (Deflate64, as Windows does)."""
    content = bytearray(packed({NAME: files[NAME]}))
    for start in (content.find(b"PK\3\4") + 8, content.find(b"PK\1\2") + 10):
        struct.pack_into("<H", content, start, 9)
    return bytes(content)


@pytest.mark.parametrize(
    ("as_file", "key"),
    [
        (lambda files: b"", "refusal.import_empty"),
        (lambda files: packed({}), "refusal.import_empty"),
        (lambda files: packed({NAME: b""}), "refusal.import_empty"),
        (lambda files: exports.zipped(files)[:-400], "refusal.import_damaged"),
        (lambda files: exports.zipped(files)[:400], "refusal.import_damaged"),
        (with_a_broken_entry, "refusal.import_damaged"),
        (encrypted, "refusal.import_encrypted"),
        (unknown_method, "refusal.import_unpack"),
        (lambda files: packed({"report.html": b"<html>"}), "refusal.import_foreign"),
        (
            lambda files: packed({"a/workshop.json": files[NAME], "b/workshop.json": files[NAME]}),
            "refusal.import_several",
        ),
        (lambda files: packed({NAME: b'{"name": "npm"}'}), "refusal.import_foreign"),
        (lambda files: b"%PDF-1.7 \xff\xfe\x00", "refusal.import_foreign"),
        (
            lambda files: json.dumps({**json.loads(files[NAME]), "version": 99}).encode(),
            "refusal.file_newer",
        ),
        (lambda files: files[NAME][:-40], "refusal.import_damaged"),
    ],
)
def test_what_is_no_export_is_refused_in_words(tmp_path, files, as_file, key):
    source = tmp_path / "von zu Hause"
    source.write_bytes(as_file(files))
    assert refused(source) == (key, {"file": "von zu Hause"})
    assert list(tmp_path.iterdir()) == [source]


def test_folders_without_an_export_or_with_two_are_refused(tmp_path, files):
    empty = tmp_path / "leer"
    empty.mkdir()
    assert refused(empty) == ("refusal.import_foreign", {"file": "leer"})
    for name in ("eins", "zwei"):
        unpacked({NAME: files[NAME]}, tmp_path / "beide" / name)
    assert refused(tmp_path / "beide") == ("refusal.import_several", {"file": "beide"})


def test_more_than_an_export_can_be_is_refused_before_it_is_read(tmp_path, files, monkeypatch):
    """A zip may say what it likes about how large its contents are."""
    monkeypatch.setattr(import_source, "LARGEST_BYTES", 100_000)
    bomb = tmp_path / "bomb.zip"
    bomb.write_bytes(packed({NAME: b" " * 50_000_000}))
    assert bomb.stat().st_size < 100_000
    assert refused(bomb) == ("refusal.import_too_large", {"file": "bomb.zip"})

    lying = bytearray(bomb.read_bytes())
    for start in (lying.find(b"PK\3\4") + 22, lying.find(b"PK\1\2") + 24):
        struct.pack_into("<L", lying, start, 1_000)
    bomb.write_bytes(lying)
    assert refused(bomb)[0] in ("refusal.import_too_large", "refusal.import_damaged")

    large = tmp_path / NAME
    large.write_bytes(files[NAME] + b" " * 100_000)
    assert refused(large) == ("refusal.import_too_large", {"file": NAME})


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    assert refused(tmp_path / "none.zip") == ("refusal.file_missing", {"file": "none.zip"})
