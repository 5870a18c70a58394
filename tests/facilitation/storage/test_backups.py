"""Rolling backups: whole, in order, and erased with the workshop."""

from datetime import UTC, datetime, timedelta

from facilitation.storage.backup_files import Backup, backups_to_remove, list_backups
from facilitation.workshop import Caller, Workshop

DESK = Caller("console", "desk")
MARKER = "Frau-Unverwechselbar-4711"


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
        [backup] = list_backups(folder, "workshop")
        assert backup.number == workshop.at
        copy = Workshop.open(backup.path)
        assert copy.state == workshop.state
        copy.close()
    assert backups.status()["number"] == workshop.at


def test_backup_is_made_only_after_something_new(workshop, backups, folders):
    ada = in_collect(workshop)
    backups.make_all()
    backups.make_all()
    assert len(list_backups(folders[0], "workshop")) == 1

    act(workshop, ada, "contribute", text="Ein Lastenrad zum Leihen")
    backups.make_all()

    assert [b.number for b in list_backups(folders[0], "workshop")] == [
        workshop.at,
        workshop.at - 1,
    ]


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
    assert len(list_backups(folders[1], "workshop")) == 1


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
    assert all(list_backups(folder, "workshop") for folder in folders)


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

    assert [b.number for b in list_backups(folders[0], "workshop")] == [workshop.at]


def test_backups_to_remove_keeps_the_newest_and_one_every_ten_minutes(tmp_path):
    start = datetime(2026, 11, 24, 9, tzinfo=UTC)
    minutes = [start + timedelta(minutes=n) for n in range(120)]
    newest_first = [Backup(tmp_path / f"{n}", n, at.isoformat()) for n, at in enumerate(minutes)][
        ::-1
    ]

    gone = backups_to_remove(newest_first)

    kept = [backup for backup in newest_first if backup not in gone]
    assert kept[:10] == newest_first[:10]
    assert len({backup.made_at[:15] for backup in kept[10:]}) == len(kept[10:]) == 11
