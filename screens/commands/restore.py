"""`python app.py restore`: a backup in the place of a workshop's file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from facilitation.storage import restoring
from screens import wording
from screens.commands.options import backup_option, own_data_option, path_option
from screens.commands.startup import LANGUAGE, backup_folders, kindly


@click.command()
@own_data_option(show_default=True)
@path_option(
    "--from",
    "chosen",
    default=None,
    help="Eine bestimmte Sicherung; sonst die neueste, die heil ist.",
)
@backup_option(help="Ein weiterer Ordner mit Sicherungen, etwa auf einem USB-Stick.")
@kindly()
def restore(data: Path, chosen: Path | None, sticks: Sequence[Path]):
    """Eine Sicherung an die Stelle der Veranstaltung setzen; nichts wird gelöscht."""
    backup = restoring.restore(data, backup_folders(data, sticks), chosen)
    made_at = datetime.fromisoformat(backup.made_at).astimezone().strftime("%d.%m.%Y %H:%M")
    click.echo(wording.say("cli.restored", LANGUAGE, file=backup.path.name, at=made_at))
