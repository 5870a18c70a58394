"""Questions in the terminal."""

import click

YES = {"j", "ja", "y", "yes"}


def confirm(question: str) -> bool:
    """Ask for a yes; anything else is a no, and so is a terminal where nobody can answer."""
    try:
        answer = click.prompt(f"{question} [j/N]", default="", show_default=False)
    except click.Abort:
        click.echo()
        return False
    return answer.strip().lower() in YES
