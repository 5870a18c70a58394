"""`python app.py setup`: what needs the internet, ahead of the day."""

import click

from screens.commands.startup import kindly
from screens.pages import assets


@click.command()
@kindly()
def setup():
    """Die Bausteine der Seiten holen und bauen; braucht Internet, am besten am Tag davor."""
    assets.setup(even_if_ready=True)
    click.echo("Alles ist da. Am Tag selbst braucht es kein Internet.")
