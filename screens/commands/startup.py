"""What a start from the command line needs: the key, the addresses, kind words."""

import secrets
import sys
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

import click
import qrcode

from facilitation.domain.refusals import Refusal
from facilitation.storage.atomic_files import refusal_of, write_file
from screens import wording
from screens.network.lan import lan_addresses

LANGUAGE = "de"
FILES_WANTED = 65_536


@contextmanager
def kindly():
    """Turn a refusal into one sentence and exit code 2."""
    try:
        yield
    except Refusal as refusal:
        click.echo(wording.say(refusal.key, LANGUAGE, **refusal.gaps), err=True)
        sys.exit(2)


def allow_any_text() -> None:
    """Print a question mark for what a terminal has no letter for, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")


def console_key(data: Path) -> str:
    """Return the console key kept beside the data file, made once; only the owner may read it."""
    path = data.with_name(data.name + ".key")
    kept = path.read_text(encoding="utf-8").strip() if path.exists() else ""
    if kept:
        return kept
    key = secrets.token_urlsafe(18)
    try:
        write_file(path, key.encode(), mode=0o600)
    except OSError as error:
        raise refusal_of(error, path.parent) from error
    return key


def phone_address(
    own: Sequence[str], port: int, given: str | None = None, kept: str | None = None
) -> str:
    """Return the address that phones open, ending in a slash.

    The host given at the start, else the one kept from before where it is still among the laptop's
    `own`, else the likeliest of those.
    """
    host = given or (kept if kept in own else own[0])
    return f"http://{host}:{port}/"


def console_address(address: str, key: str) -> str:
    return f"{address}console?key={key}"


def announce(address: str, key: str) -> None:
    """Print the three addresses, one a line, and the join code."""
    allow_any_text()
    click.echo("Open-Sozial läuft. Dieses Fenster bitte offen lassen.\n")
    click.echo(f"phone: {address}")
    click.echo(f"wall: {address}wall")
    click.echo(f"console: {console_address(address, key)}")
    others = [a for a in lan_addresses() if f"//{a}:" not in address]
    if others:
        click.echo(f"\nDer Laptop hat weitere Adressen ({', '.join(others)}).")
        click.echo("Stimmt die obere nicht, wähl in der Steuerung unter „Ankommen“ eine davon.")
    code = qrcode.QRCode(border=1)
    code.add_data(address)
    code.print_ascii(invert=True)
    sys.stdout.flush()


def raise_file_limit() -> None:
    """Allow as many open connections as the machine lets us; Windows has no such limit."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_WANTED if hard == resource.RLIM_INFINITY else min(FILES_WANTED, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def without_deflate(site):
    """Drop the browser's offer to compress each message: it costs more than it saves here."""

    def wrapped(environ, start_response):
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return site(environ, start_response)

    return wrapped


def backup_folders(data: Path, sticks: Sequence[Path]) -> list[Path]:
    """Return where backups go: beside the data file, and to each further folder named."""
    return [data.with_name("backups"), *sticks]
