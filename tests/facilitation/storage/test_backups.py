"""Rolling backups: whole, in order, erased with the workshop, and taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from facilitation.domain.refusals import NotFound, NotNow
from facilitation.storage.backups import Backup, Backups, listed, restore, too_many
from facilitation.workshop import Caller, Workshop

DESK = Caller("console", "desk")
MARKER = "Frau-Unverwechselbar-4711"


@pytest.fixture
def folders(tmp_path):
    return [tmp_path / "backups", tmp_path / "stick" / "backups"]


@pytest.fixture
def backups(tmp_path, folders):
    folders[1].parent.mkdir()
    return Backups(tmp_path / "workshop.db", folders)


@pytest.fixture
def workshop(backups):
    running = Workshop.open(backups.data, erased=backups.clean)
    yield running
    running.close()


def act(workshop, by, kind, **fields):
    id = f"{kind}-{workshop.at}"
    return workshop.act({"id": id, "do": kind, **fields}, by)


def in_collect(workshop):
    act(workshop, DESK, "set_phase", phase="collect")
    return Caller("phone", workshop.join().id)


def leave_contact(workshop, ada):
    return act(
        workshop,
        ada,
        "leave_contact",
        name=MARKER,
        email="ada@example.org",
        purposes=["group"],
        consent=True,
    )


def test_backup_is_a_whole_workshop_while_it_goes_on(workshop, backups, folders):
    ada = in_collect(workshop)
    act(workshop, ada, "contribute", text="Mehr Bänke am Weg")

    backups.make_all()

    for folder in folders:
        [backup] = listed(folder, "workshop")
        assert backup.number == workshop.at
        copy = Workshop.open(backup.path)
        assert copy.state == workshop.state
        copy.close()
    assert backups.status()["number"] == workshop.at


def test_backup_is_made_only_after_something_new(workshop, backups, folders):
    ada = in_collect(workshop)
    backups.make_all()
    backups.make_all()
    assert len(listed(folders[0], "workshop")) == 1

    act(workshop, ada, "contribute", text="Ein Lastenrad zum Leihen")
    backups.make_all()

    assert [b.number for b in listed(folders[0], "workshop")] == [workshop.at, workshop.at - 1]


def test_backup_folder_that_vanishes_is_noted_and_used_again(workshop, backups, folders, tmp_path):
    in_collect(workshop)
    stick = folders[1].parent
    stick.rmdir()
    backups.make_all()
    assert [folder["well"] for folder in backups.status()["folders"]] == [True, False]
    assert not stick.exists()

    stick.mkdir()
    backups.make_all()

    assert [folder["well"] for folder in backups.status()["folders"]] == [True, True]
    assert len(listed(folders[1], "workshop")) == 1


def test_erased_contact_is_in_no_backup(workshop, backups, folders):
    ada = in_collect(workshop)
    act(workshop, DESK, "set_phase", phase="close")
    leave_contact(workshop, ada)
    backups.make_all()
    held = b"".join(path.read_bytes() for folder in folders for path in folder.iterdir())
    assert MARKER.encode() in held

    act(workshop, ada, "erase_contact")

    held = b"".join(path.read_bytes() for folder in folders for path in folder.iterdir())
    assert MARKER.encode() not in held
    assert all(listed(folder, "workshop") for folder in folders)


def test_backup_on_a_stick_that_was_away_loses_what_was_erased(workshop, backups, folders):
    ada = in_collect(workshop)
    act(workshop, DESK, "set_phase", phase="close")
    leave_contact(workshop, ada)
    backups.make_all()
    away = folders[1].with_name("away")
    folders[1].rename(away)
    act(workshop, ada, "erase_contact")

    away.rename(folders[1])
    backups.make_all()

    held = b"".join(path.read_bytes() for path in folders[1].iterdir())
    assert MARKER.encode() not in held


def test_backups_from_before_the_seal_are_gone_after_it(workshop, backups, folders):
    ada = in_collect(workshop)
    topic = act(workshop, ada, "contribute", text="Ein Tauschregal")["topic"]
    act(workshop, DESK, "set_phase", phase="vote")
    act(workshop, ada, "place_dot", topic=topic)
    backups.make_all()

    act(workshop, DESK, "seal")
    backups.make_all()

    assert [b.number for b in listed(folders[0], "workshop")] == [workshop.at]


def test_restore_takes_the_newest_good_backup_and_moves_the_damaged_file_aside(
    workshop, backups, folders, tmp_path
):
    ada = in_collect(workshop)
    backups.make_all()
    act(workshop, ada, "contribute", text="Licht am Bahnhof")
    backups.make_all()
    state = workshop.state
    workshop.close()
    backups.data.write_bytes(b"damaged")

    restored = restore(backups.data, folders)

    assert restored.number == state.at
    again = Workshop.open(backups.data)
    assert again.state == state
    again.close()
    [aside] = tmp_path.glob("workshop.db.before-restore-*")
    assert aside.read_bytes() == b"damaged"


def test_restore_passes_over_a_damaged_backup(workshop, backups, folders):
    ada = in_collect(workshop)
    backups.make_all()
    act(workshop, ada, "contribute", text="Ein Café im Rathaus")
    backups.make_all()
    workshop.close()
    for folder in folders:
        listed(folder, "workshop")[0].path.write_bytes(b"damaged")

    assert restore(backups.data, folders).number == listed(folders[0], "workshop")[1].number


def test_restore_is_refused_while_the_workshop_runs(workshop, backups, folders):
    in_collect(workshop)
    backups.make_all()

    with pytest.raises(NotNow) as no:
        restore(backups.data, folders)

    assert no.value.key == "refusal.file_in_use"


def test_restore_without_any_backup_says_so(tmp_path):
    with pytest.raises(NotFound) as no:
        restore(tmp_path / "workshop.db", [tmp_path / "backups"])

    assert no.value.key == "refusal.no_backup"


def test_too_many_keeps_the_newest_and_one_every_ten_minutes(tmp_path):
    start = datetime(2026, 11, 24, 9, tzinfo=UTC)
    minutes = [start + timedelta(minutes=n) for n in range(120)]
    newest_first = [Backup(tmp_path / f"{n}", n, at.isoformat()) for n, at in enumerate(minutes)][
        ::-1
    ]

    gone = too_many(newest_first)

    kept = [backup for backup in newest_first if backup not in gone]
    assert kept[:10] == newest_first[:10]
    assert len({backup.made_at[:15] for backup in kept[10:]}) == len(kept[10:]) == 11
