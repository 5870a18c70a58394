"""Options that several commands share."""

from functools import partial
from pathlib import Path

import click

PORT = 8080
PATH = click.Path(path_type=Path)
path_option = partial(click.option, type=PATH)
data_option = partial(path_option, "--data")
own_data_option = partial(data_option, default=Path("instance") / "workshop.db")
"""The data file where nobody names one."""
backup_option = partial(path_option, "--backup", "sticks", multiple=True)
no_browser_option = partial(click.option, "--no-browser", is_flag=True)
