"""`python app.py export`: the harvest of a workshop's file, into a folder."""

from pathlib import Path

import click

from facilitation import exports
from facilitation.domain.folding import replay
from facilitation.domain.refusals import NotFound
from facilitation.storage.journal_file import read
from screens import wording
from screens.commands.options import data_option, path_option
from screens.commands.startup import LANGUAGE, kindly


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
