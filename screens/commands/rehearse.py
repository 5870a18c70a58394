"""`python app.py rehearse`: a day with simulated citizens, never unasked among real ones."""

import sys

import click

from screens import wording
from screens.commands.options import no_browser_option
from screens.commands.questions import confirm
from screens.commands.startup import LANGUAGE, kindly


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
    "--console-key",
    default=None,
    help="Schlüssel der Moderation bei --url; ohne ihn führt ihr selbst durch den Tag.",
)
@click.option("--yes", is_flag=True, help="Bei --url nicht erst fragen.")
@no_browser_option(help="Die Wand nicht von selbst öffnen.")
@kindly()
def rehearse(
    url: str | None,
    phones: int,
    pace: float,
    console_key: str | None,
    yes: bool,
    no_browser: bool,
):
    """Eine Probe mit gedachten Bürgerinnen und Bürgern."""
    from screens.rehearsal.run import rehearse as run

    sys.exit(
        run(
            url,
            phones=phones,
            pace=pace,
            key=console_key,
            browse=not no_browser,
            confirm=(lambda *_: True) if yes else _confirm,
        )
    )


def _confirm(participants: int, topics: int) -> bool:
    """Ask in the terminal; where nobody can answer, it is a no."""
    key = "rehearse.ask_participants" if participants else "rehearse.ask_topics"
    return confirm(wording.say(key, LANGUAGE, count=participants or topics))
