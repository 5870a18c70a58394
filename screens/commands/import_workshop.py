"""`python app.py import`: a new workshop from the harvest of another."""

from pathlib import Path

import click

from facilitation.storage import importing
from screens import wording
from screens.commands.options import data_option, path_option
from screens.commands.startup import LANGUAGE, kindly


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
