"""Putting a backup in the place of a workshop's file."""

import pytest

from facilitation.domain.refusals import NotFound, NotNow
from facilitation.storage.backup_files import list_backups
from facilitation.storage.restoring import restore
from facilitation.workshop import Workshop
from tests.facilitation.storage.test_backups import act, in_collect


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
        list_backups(folder, "workshop")[0].path.write_bytes(b"damaged")

    assert restore(backups.data, folders).number == list_backups(folders[0], "workshop")[1].number


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
