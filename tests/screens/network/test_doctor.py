"""What the doctor finds, and what it says to do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitation.workshop import Caller, Workshop
from screens import wording
from screens.network import doctor
from screens.network.doctor import (
    ISOLATED_AFTER_S,
    Inspection,
    examine,
)
from screens.network.inspection import inspect_laptop, last_act_at
from screens.network.visitors import Visitors

NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)
FOLDER = {"folder": "backups", "well": True}
GOOD = Inspection(
    addresses=["192.168.1.20"],
    now=NOON,
    installed_at=NOON - timedelta(days=2),
    system="Linux",
    free_bytes=10**11,
    folder="instance",
    writable=True,
    last_at="2026-05-09T11:59:00.000Z",
    backup={"at": "2026-05-09T11:59:30Z", "folders": [FOLDER]},
    port=8080,
    port_taken=False,
    pages_ready=True,
    visitors=3,
    open_s=600.0,
)


def keys(inspection, well):
    return [finding.key for finding in examine(inspection) if finding.well is well]


def test_doctor_finds_nothing_to_mend_on_a_good_day():
    assert keys(GOOD, False) == []
    assert keys(GOOD, None) == ["doctor.firewall_linux", "doctor.sleep"]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"addresses": ["127.0.0.1"]}, "doctor.no_network"),
        ({"visitors": 0}, "doctor.phones_apart"),
        ({"port_taken": True}, "doctor.port_taken"),
        ({"pages_ready": False}, "doctor.pages_missing"),
        ({"free_bytes": 9}, "doctor.disk_low"),
        ({"writable": False}, "doctor.folder_closed"),
        ({"now": NOON - timedelta(days=4)}, "doctor.clock_old"),
        ({"now": NOON.replace(hour=9)}, "doctor.clock_behind"),
        (
            {"backup": {"at": None, "folders": [FOLDER, {"folder": "stick", "well": False}]}},
            "doctor.backup_failing",
        ),
    ],
)
def test_doctor_says_what_to_do_about_each_thing(change, key):
    inspection = replace(GOOD, **change)

    assert key in keys(inspection, False)
    for language in ("de", "en"):
        for finding in examine(inspection):
            said = wording.say(finding.key, language, **finding.gaps)
            assert said != finding.key
            assert "{" not in said


def test_doctor_waits_before_it_suspects_that_devices_are_kept_apart():
    early = replace(GOOD, visitors=0, open_s=ISOLATED_AFTER_S - 1.0)

    assert "doctor.phones_try" in keys(early, None)
    assert keys(early, False) == []


def test_doctor_asks_nothing_that_it_cannot_know_before_the_start():
    before = replace(
        GOOD, last_at=None, backup={"at": None, "folders": [FOLDER]}, visitors=None, open_s=0.0
    )

    assert keys(before, False) == []
    assert {"doctor.phones_later", "doctor.backup_none"} <= set(keys(before, None))


@pytest.mark.parametrize(
    ("system", "key"),
    [
        ("Windows", "doctor.firewall_windows"),
        ("Darwin", "doctor.firewall_macos"),
        ("Linux", "doctor.firewall_linux"),
        ("FreeBSD", "doctor.firewall_linux"),
    ],
)
def test_doctor_knows_the_firewall_of_each_system(system, key):
    assert key in keys(replace(GOOD, system=system), None)


def test_inspection_reads_the_last_act_and_leaves_the_file_alone(tmp_path):
    data = tmp_path / "day.db"
    workshop = Workshop.open(data)
    workshop.act({"id": "1", "do": "set_phase", "phase": "vote"}, Caller("console", "desk"))

    inspection = inspect_laptop(data, addresses=["10.0.0.2"])

    assert inspection.last_at == last_act_at(data)
    assert inspection.last_at is not None
    assert inspection.writable
    assert inspection.installed_at.timestamp() >= int(Path(doctor.__file__).stat().st_mtime)
    assert inspection.free_bytes > 0
    workshop.close()


def test_last_act_of_what_is_no_workshop_is_unknown(tmp_path):
    (tmp_path / "foreign.db").write_bytes(b"no database at all")

    assert last_act_at(tmp_path / "absent.db") is None
    assert last_act_at(tmp_path / "foreign.db") is None
    assert not (tmp_path / "absent.db").exists()


def test_visitors_are_counted_once_and_without_the_laptop_itself():
    time = [0.0]
    visitors = Visitors(own=lambda: ["192.168.1.20"], clock=lambda: time[0])
    for address in ("127.0.0.1", "192.168.1.20", "::1", None, "192.168.1.77", "192.168.1.77"):
        visitors.came(address)
    assert visitors.open_s == 0.0
    visitors.console_opened()
    time[0] = 90.0
    visitors.console_opened()

    assert (visitors.count, visitors.open_s) == (1, 90.0)
    assert "192.168.1.77" not in repr(vars(visitors))
