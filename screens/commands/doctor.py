"""`python app.py doctor`: whether the laptop is ready, one sentence a line."""

import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from facilitation.storage.backup_files import list_backups
from screens import wording
from screens.commands.options import PORT, backup_option, own_data_option
from screens.commands.startup import LANGUAGE, backup_folders
from screens.network.doctor import examine
from screens.network.inspection import inspect_laptop
from screens.network.lan import lan_addresses
from screens.pages import assets


@click.command()
@own_data_option()
@click.option("--port", default=PORT)
@backup_option(help="Der Ordner für weitere Sicherungen, mit dem das Programm laufen soll.")
def doctor(data: Path, port: int, sticks: Sequence[Path]):
    """Nachsehen, ob der Laptop bereit ist."""
    inspection = inspect_laptop(
        data,
        addresses=lan_addresses(),
        backup=_backups_there(data, backup_folders(data, sticks)),
        port=port,
        port_taken=_is_taken(port),
        pages_ready=assets.is_ready(),
    )
    findings = examine(inspection)
    for finding in findings:
        mark = {True: "✓", False: "✗", None: "·"}[finding.well]
        click.echo(f"{mark} {wording.say(finding.key, LANGUAGE, **finding.gaps)}")
    sys.exit(1 if any(finding.well is False for finding in findings) else 0)


def _backups_there(data: Path, folders: Sequence[Path]) -> dict:
    """Return what Backups.status() would: the newest backup, and the folders; a stick that was
    named has to be there."""
    found = [backup for folder in folders for backup in list_backups(folder, data.stem)]
    newest = max(found, key=lambda backup: backup.number, default=None)
    return {
        "at": newest.made_at if newest else None,
        "folders": [
            {"folder": str(folder), "well": folder is folders[0] or folder.parent.exists()}
            for folder in folders
        ],
    }


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
