"""The commands beside serving; those about a workshop's data are in this file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from facilitation import exports
from facilitation.domain.folding import replay
from facilitation.domain.refusals import NotFound
from facilitation.storage import importing, restoring
from facilitation.storage.journal_file import read
from screens import wording
from screens.commands.doctor import doctor
from screens.commands.options import backup_option, data_option, own_data_option, path_option
from screens.commands.rehearse import rehearse
from screens.commands.setup import setup
from screens.commands.startup import LANGUAGE, backup_folders, kindly


@click.command()
@data_option(required=True)
@path_option("--out", required=True)
@click.option("--language", default=LANGUAGE, show_default=True, help="Sprache der Ernte.")
@kindly()
def export(data: Path, out: Path, language: str):
    """Die Ernte einer Veranstaltung in einen Ordner schreiben."""
    if not data.is_file():
        raise NotFound("refusal.file_missing", file=data.name)
    rows, private = read(data)
    if not rows:
        raise NotFound("refusal.file_foreign", file=data.name)
    exports.write(replay(rows), private, out, language)
    click.echo(wording.say("cli.exported", LANGUAGE, folder=out))


@click.command(name="import")
@path_option(
    "--from",
    "source",
    required=True,
    help="workshop.json oder export.zip einer früheren Veranstaltung.",
)
@data_option(required=True, help="Die neue Datei; sie entsteht.")
@kindly()
def import_workshop(source: Path, data: Path):
    """Eine neue Veranstaltung aus der Ernte einer anderen beginnen."""
    state = importing.import_workshop(source, data)
    click.echo(wording.say("cli.imported", LANGUAGE, count=len(state.board_topics()), file=data))


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


ALL = {one.name: one for one in (setup, export, import_workshop, restore, doctor, rehearse)}
