"""What `python app.py` does beside serving: a sub-command each, and the options that they share."""

import socket
import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from facilitation import exports
from facilitation.domain.folding import replay
from facilitation.domain.refusals import NotFound
from facilitation.storage import importing, restoring
from facilitation.storage.backup_files import list_backups
from facilitation.storage.journal_file import read
from screens import wording
from screens.commands.startup import LANGUAGE, backup_folders, kindly
from screens.network.doctor import examine
from screens.network.inspection import inspect_laptop
from screens.network.lan import lan_addresses
from screens.pages import assets

PORT = 8080
PATH = click.Path(path_type=Path)
path_option = partial(click.option, type=PATH)
data_option = partial(path_option, "--data")
own_data_option = partial(data_option, default=Path("instance") / "workshop.db")
"""The data file where nobody names one."""
backup_option = partial(path_option, "--backup", "sticks", multiple=True)
no_browser_option = partial(click.option, "--no-browser", is_flag=True)


@click.command()
@kindly()
def setup():
    """Die Bausteine der Seiten holen und bauen; braucht Internet, am besten am Tag davor."""
    assets.setup(even_if_ready=True)
    click.echo("Alles ist da. Am Tag selbst braucht es kein Internet.")


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


@click.command()
@click.option(
    "--url",
    default=None,
    help="Ein laufender Server; sonst wird einer mit Wegwerf-Daten gestartet.",
)
@click.option(
    "--phones",
    type=click.IntRange(2, 1000),
    default=30,
    show_default=True,
    help="Wie viele Menschen mitmachen.",
)
@click.option(
    "--pace",
    type=click.FloatRange(0, 1000, min_open=True),
    default=1.0,
    show_default=True,
    help="Wie viel schneller als Menschen.",
)
@click.option(
    "--key",
    default=None,
    help="Schlüssel der Moderation bei --url; ohne ihn führt ihr selbst durch den Tag.",
)
@no_browser_option(help="Die Wand nicht von selbst öffnen.")
@kindly()
def rehearse(url: str | None, phones: int, pace: float, key: str | None, no_browser: bool):
    """Eine Probe mit gedachten Bürgerinnen und Bürgern."""
    from screens.rehearsal.run import rehearse as run

    sys.exit(run(url, phones=phones, pace=pace, key=key, browse=not no_browser))


ALL = {one.name: one for one in (setup, export, import_workshop, restore, doctor, rehearse)}
