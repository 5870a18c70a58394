"""A workshop on a file, and two folders for its backups."""

import pytest

from facilitation.storage.backups import Backups
from facilitation.workshop import Workshop


@pytest.fixture
def folders(tmp_path):
    return [tmp_path / "backups", tmp_path / "stick" / "backups"]


@pytest.fixture
def backups(tmp_path, folders):
    folders[1].parent.mkdir()
    return Backups(tmp_path / "workshop.db", folders)


@pytest.fixture
def workshop(backups):
    running = Workshop.open(backups.data, on_erased=backups.clean)
    yield running
    running.close()
