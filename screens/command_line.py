"""What the command line does beside serving: addresses, the key, export, doctor."""

import os
import secrets
import socket
import sys
from collections.abc import Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
import qrcode

from facilitation import backups, exports
from facilitation.folding import replay
from facilitation.importing import import_workshop as begin_with
from facilitation.journal import read
from facilitation.refusals import NotFound, NotNow, Refusal
from screens import assets, wording
from screens.addresses import lan_addresses
from screens.doctor import examine, look_around

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


def console_key(data: Path) -> str:
    """Return the console key kept beside the data file, made once; only the owner may read it."""
    path = data.with_name(data.name + ".key")
    if path.exists():
        return path.read_text(encoding="utf-8").strip()
    key = secrets.token_urlsafe(18)
    try:
        with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
            file.write(key)
    except OSError as error:
        raise NotNow("refusal.file_folder", folder=str(path.parent)) from error
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
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
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


def export(data: Path, out: Path, language: str = LANGUAGE) -> None:
    """Write the harvest of a data file into a folder; the file is only read.

    Raises a Refusal where there is no such file, or no workshop in it.
    """
    if not data.is_file():
        raise NotFound("refusal.file_missing", file=data.name)
    rows, private = read(data)
    if not rows:
        raise NotFound("refusal.file_foreign", file=data.name)
    exports.write(replay(rows), private, out, language)
    click.echo(wording.say("cli.exported", LANGUAGE, folder=out))


def import_workshop(source: Path, data: Path) -> None:
    """Make a new data file from an export."""
    state = begin_with(source, data)
    click.echo(wording.say("cli.imported", LANGUAGE, count=len(state.board_topics()), file=data))


def backup_folders(data: Path, sticks: Sequence[Path]) -> list[Path]:
    """Return where backups go: beside the data file, and to each further folder named."""
    return [data.with_name("backups"), *sticks]


def restore(data: Path, chosen: Path | None, sticks: Sequence[Path]) -> None:
    """Take a backup back, and say which."""
    taken = backups.restore(data, backup_folders(data, sticks), chosen)
    made_at = datetime.fromisoformat(taken.made_at).astimezone().strftime("%d.%m.%Y %H:%M")
    click.echo(wording.say("cli.restored", LANGUAGE, file=taken.path.name, at=made_at))


def doctor(data: Path, port: int, sticks: Sequence[Path] = ()) -> int:
    """Print one line a check, with what to do where something is missing; 0 if all is well."""
    look = look_around(
        data,
        addresses=lan_addresses(),
        backup=_backups_there(data, backup_folders(data, sticks)),
        port=port,
        port_taken=_is_taken(port),
        pages_ready=assets.is_ready(),
    )
    findings = examine(look)
    for finding in findings:
        mark = {True: "✓", False: "✗", None: "·"}[finding.well]
        click.echo(f"{mark} {wording.say(finding.key, LANGUAGE, **finding.gaps)}")
    return 1 if any(finding.well is False for finding in findings) else 0


def _backups_there(data: Path, folders: Sequence[Path]) -> dict:
    """Return what Backups.status() would: the newest backup, and the folders; a stick that was
    named has to be there."""
    found = [one for folder in folders for one in backups.listed(folder, data.stem)]
    newest = max(found, key=lambda one: one.number, default=None)
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
