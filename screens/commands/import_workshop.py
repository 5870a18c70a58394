"""`python app.py import`: a new workshop from the harvest of another, shown before it is made."""

import sys
from datetime import date
from pathlib import Path

import click

from facilitation.storage.importing import Import, check_new
from screens import wording
from screens.commands.options import data_option, path_option
from screens.commands.questions import confirm
from screens.commands.startup import LANGUAGE, allow_any_text, kindly


@click.command(name="import")
@path_option(
    "--from",
    "source",
    required=True,
    help="Ernte einer früheren Veranstaltung: workshop.json, export.zip oder der Ordner davon.",
)
@data_option(required=True, help="Die neue Datei; sie entsteht.")
@click.option("--yes", is_flag=True, help="Nicht erst fragen.")
@kindly()
def import_workshop(source: Path, data: Path, yes: bool):
    """Eine neue Veranstaltung aus der Ernte einer anderen beginnen."""
    allow_any_text()
    check_new(data)
    found = Import(source)
    click.echo(_preview(found))
    asked = sys.stdin.isatty() and not yes
    if asked and not confirm(wording.say("cli.import_ask", LANGUAGE, file=data)):
        click.echo(wording.say("cli.import_not_made", LANGUAGE))
        sys.exit(1)
    state = found.create(data)
    click.echo(wording.say("cli.imported", LANGUAGE, count=len(state.board_topics()), file=data))


def _preview(found: Import) -> str:
    """What was understood, in two lines."""
    title, day = found.document.title, found.document.date
    if day:
        written = date.fromisoformat(day).strftime("%d.%m.%Y")
        first = wording.say("cli.import_found", LANGUAGE, title=title, date=written)
    else:
        first = wording.say("cli.import_found_undated", LANGUAGE, title=title)
    counts = (
        wording.say("cli.import_topics", LANGUAGE, count=found.topics),
        wording.say("cli.import_contributions", LANGUAGE, count=found.contributions),
        wording.say("cli.import_groups", LANGUAGE, count=found.groups),
    )
    return f"{first}\n{', '.join(counts)}"
