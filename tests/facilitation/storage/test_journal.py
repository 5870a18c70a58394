"""The file: what is stored, what is refused, what can be erased."""

import shutil
import sqlite3
import threading

import pytest

from facilitation.domain.events import BadgesMade, Row
from facilitation.domain.refusals import NotNow
from facilitation.storage.journal import Journal
from facilitation.storage.journal_file import read
from tests.facilitation.examples import Hall

NAME = "Zephyrine-Quux-4711"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "day" / "workshop.db"


def row(n: int, code: str = "abc") -> Row:
    events = [BadgesMade(codes=[code])]
    return Row(n, "2026-05-09T12:00:00.000Z", "anna", f"a{n}", events, {"codes": [code]})


def refused(act, *args) -> tuple[str, dict]:
    with pytest.raises(NotNow) as no:
        act(*args)
    return no.value.key, no.value.gaps


def on_disk(path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))


def set_up_contact(path) -> Hall:
    hall = Hall(path=path)
    hall.comes()
    hall.phone("p1", "leave_contact", name=NAME, phone="1", purposes=["x"], consent=True)
    return hall


class NoVacuum:
    """While inside, the disk has no room to write the file anew."""

    def __init__(self, hall: Hall):
        self.connection = hall.workshop._journal._writer.conn

    def __enter__(self):
        deny = {sqlite3.SQLITE_ATTACH: sqlite3.SQLITE_DENY}
        self.connection.set_authorizer(lambda what, *_: deny.get(what, sqlite3.SQLITE_OK))

    def __exit__(self, *_):
        self.connection.set_authorizer(None)


def test_journal_gives_back_what_was_appended(path):
    journal = Journal(path)
    journal.append([row(1), row(2)], keep={"k": {"name": "A"}})
    journal.append([row(3)], forget=["k"])
    journal.append([row(4)], keep={"l": {"name": "B"}})
    journal.close()

    assert read(path) == ([row(1), row(2), row(3), row(4)], {"l": {"name": "B"}})


def test_append_stores_all_or_nothing(path):
    journal = Journal(path)
    journal.append([row(1)])

    with pytest.raises(sqlite3.IntegrityError):
        journal.append([row(2), row(1)], keep={"k": {"name": "A"}})

    assert (journal.rows(), journal.private()) == ([row(1)], {})
    journal.append([row(2)])
    assert journal.rows() == [row(1), row(2)]
    journal.close()


def test_answer_to_knows_sender_and_id(path):
    journal = Journal(path)
    journal.append([row(1, "xyz")])

    assert journal.answer_to("anna", "a1") == {"ok": True, "at": 1, "codes": ["xyz"]}
    assert journal.answer_to("bela", "a1") is None
    assert journal.answer_to("anna", "a2") is None
    journal.close()


def test_journal_is_written_ahead_and_synced(path):
    journal = Journal(path)
    settings = [
        journal._writer.conn.execute(f"pragma {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous")
    ]
    journal.close()

    assert settings == ["wal", 2]


def test_second_server_on_the_same_file_is_refused_while_the_first_writes(path):
    hall, keys, go_on = Hall(path=path), set(), threading.Event()
    hall.comes()

    def write():
        while not go_on.is_set():
            hall.say("p1", "x" * 280)

    writer = threading.Thread(target=write)
    writer.start()
    for _ in range(20):
        keys.add(refused(Journal, path)[0])
    go_on.set()
    writer.join()
    hall.close()

    assert keys == {"refusal.file_in_use"}


def test_file_can_be_opened_again_once_it_is_closed(path):
    Journal(path).close()
    Journal(path).close()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"Liebe Leute, das ist ein Brief.", "refusal.file_foreign"),
        (b"SQLite format 3\0" + bytes(2000), "refusal.file_foreign"),
    ],
)
def test_foreign_file_is_refused_and_left_as_it_was(path, content, key):
    path.parent.mkdir()
    path.write_bytes(content)

    assert refused(Journal, path) == (key, {"file": "workshop.db"})
    assert path.read_bytes() == content


def test_database_of_another_program_is_refused_and_left_as_it_was(path):
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("create table recipes (name)")
    other.close()
    before = path.read_bytes()

    assert refused(Journal, path)[0] == "refusal.file_foreign"
    assert path.read_bytes() == before


def test_folder_in_the_place_of_the_file_is_refused(path):
    path.mkdir(parents=True)
    assert refused(Journal, path)[0] == "refusal.file_foreign"


def test_newer_version_is_refused(path):
    Journal(path).close()
    with sqlite3.connect(path) as later:
        later.execute("pragma user_version = 99")
    later.close()
    assert refused(Journal, path)[0] == "refusal.file_newer"


@pytest.mark.parametrize(
    "harm",
    [
        "delete from journal where n = 2",
        'update journal set events = \'[{"event":"PigsFlew"}]\' where n = 2',
        "update journal set events = 'not json' where n = 2",
    ],
)
def test_damaged_journal_is_refused_and_left_as_it_was(path, harm):
    journal = Journal(path)
    journal.append([row(1), row(2), row(3)])
    journal.close()
    with sqlite3.connect(path) as vandal:
        vandal.execute(harm)
    vandal.close()
    before = path.read_bytes()

    assert refused(Journal, path) == ("refusal.file_damaged", {"file": "workshop.db"})
    assert path.read_bytes() == before


def test_damaged_pages_are_refused_and_left_as_they_were(path):
    journal = Journal(path)
    journal.append([row(n, "x" * 300) for n in range(1, 200)])
    journal.close()
    content = bytearray(path.read_bytes())
    content[5000:30_000] = b"\xff" * 25_000
    path.write_bytes(content)

    assert refused(Journal, path)[0] == "refusal.file_damaged"
    assert path.read_bytes() == bytes(content)


def test_erased_contact_leaves_no_byte(path):
    hall = set_up_contact(path)
    assert NAME.encode() in on_disk(path)

    hall.phone("p1", "erase_contact")

    assert NAME.encode() not in on_disk(path)
    hall.close()


@pytest.mark.parametrize("by", ["phone", "console"])
def test_erased_contact_of_a_dissolved_group_leaves_no_byte(path, by):
    hall = Hall(path=path)
    hall.comes()
    hall.say("p1", "Bus")
    group = hall.desk("call_group", topics=["t1"], title="Busgruppe")["group"]
    hall.phone("p1", "join_group", group=group)
    hall.phone("p1", "write_board", group=group, field="contact", value=NAME, base=0)
    hall.desk("dissolve_group", group=group)
    assert NAME.encode() in on_disk(path)

    if by == "phone":
        hall.phone("p1", "erase_contact")
    else:
        hall.desk("erase_board_contact", group=group)

    assert NAME.encode() not in on_disk(path)
    state = hall.state
    hall.close()
    again = Hall(path=path, opened=False)
    assert again.state == state
    again.close()


def test_erasing_without_room_on_the_disk_is_made_up_for_by_the_next_act(path):
    hall = set_up_contact(path)
    with NoVacuum(hall):
        assert hall.phone("p1", "erase_contact") == {}
        assert hall.person("p1").contact is None
        assert hall.say("p1", "Bus") == "t1"
    assert NAME.encode() in on_disk(path)

    hall.say("p1", "Bahn")

    assert NAME.encode() not in on_disk(path)
    hall.close()


def test_erasing_that_a_power_cut_ended_is_finished_at_the_next_start(path, tmp_path):
    hall, copy = set_up_contact(path), tmp_path / "copy" / "workshop.db"
    with NoVacuum(hall):
        hall.phone("p1", "erase_contact")
        copy.parent.mkdir()
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
    hall.close()
    assert NAME.encode() in on_disk(copy)

    journal = Journal(copy)

    assert NAME.encode() not in on_disk(copy)
    journal.close()


def test_names_and_addresses_are_never_in_the_journal(path):
    hall = set_up_contact(path)
    hall.say("p1", "Bus")
    group = hall.desk("call_group", topics=["t1"], title="Busgruppe")["group"]
    hall.phone("p1", "join_group", group=group)
    hall.phone("p1", "write_board", group=group, field="contact", value=NAME, base=0)
    hall.desk("set_supporters", supporters=[{"name": NAME, "note": NAME}])
    hall.close()
    with sqlite3.connect(path) as db:
        stored = "".join(str(line) for line in db.execute("select * from journal"))
        kept = "".join(str(line) for line in db.execute("select * from private"))
    db.close()

    assert (NAME in stored, kept.count(NAME)) == (False, 4)
