"""Open-Sozial on one laptop: puts the parts together, and is the command line.

Every mention of eventlet and of the async mode is in this file and nowhere else.
"""

import sys
import warnings

SERVES = __name__ == "__main__" and not set(sys.argv[1:]) & {
    "rehearse",
    "export",
    "import",
    "doctor",
    "restore",
    "setup",
    "--help",
}
if SERVES:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import eventlet
    eventlet.monkey_patch()

import gc
import logging
import signal
import socket
import webbrowser
from pathlib import Path

import click

from facilitation.backups import Backups
from facilitation.refusals import NotNow
from facilitation.workshop import Workshop
from screens import assets, command_line, frames
from screens.addresses import kept_host, own_hosts

BACKLOG = 2048
CONNECTIONS_MAX = 20_000
FRAME_MAX_BYTES = 72_000
SILENT_S = 45
"""After so long without a byte a connection is ended; a phone answers a heartbeat every 15 s."""
IDLE_S = 15
"""How long a browser may keep a connection open between two pages."""
SEND_BUFFER_BYTES = 131_072
LOOK_EVERY_S = 0.2
DEFAULT_DATA = Path("instance") / "workshop.db"


def listen(host: str, port: int) -> socket.socket:
    """Return the listening socket. Raises NotNow with a sentence where the port is taken."""
    from eventlet.convenience import listen as listen_to

    try:
        listening = listen_to((host, port), backlog=BACKLOG, reuse_port=False)
    except OSError as error:
        raise NotNow("refusal.port_in_use", port=port) from error
    # every connection that comes in inherits both
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    return listening


def serve(
    data: Path,
    host: str,
    port: int,
    key: str | None,
    address: str | None,
    browse: bool,
    sticks: tuple[Path, ...] = (),
):
    """Serve the workshop in `data` until somebody stops it; `sticks` get backups, too."""
    from eventlet import tpool, wsgi
    from flask_socketio import SocketIO

    from screens.house import House

    command_line.raise_file_limit()
    listening = listen(host, port)
    assets.setup()
    backups = Backups(data, command_line.backup_folders(data, sticks))
    workshop = Workshop.open(data, offload=tpool.execute, erased=backups.clean)
    key = key or command_line.console_key(data)
    port = listening.getsockname()[1]
    address = command_line.phone_address(own_hosts(host), port, address, kept_host(data))
    house = House(
        workshop,
        key=key,
        address=address,
        hosts=lambda: own_hosts(host),
        backups=backups,
        offload=tpool.execute,
    )
    socketio = SocketIO(
        house.site,
        async_mode="eventlet",
        max_http_buffer_size=FRAME_MAX_BYTES,
        http_compression=False,
        ping_interval=15,
        ping_timeout=20,
        manage_session=False,
    )
    house.open(socketio.server, raw_socket=lambda ws: ws.socket.fd)
    command_line.announce(address, key)
    if browse:
        webbrowser.open(command_line.console_address(address, key))
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 1_000)
    serving = eventlet.spawn(
        wsgi.server,
        listening,
        frames.without_garbage(command_line.without_deflate(house.site)),
        max_size=CONNECTIONS_MAX,
        socket_timeout=SILENT_S,
        keepalive=IDLE_S,
        log_output=False,
        debug=False,
    )
    try:
        wait_for_the_end(serving)
    finally:
        house.close()


def wait_for_the_end(serving) -> None:
    """Return when Ctrl-C or a signal to end comes, or the server gave up.

    The signal only leaves word: raised as an exception it would end whichever connection's turn
    it is, and the server would wait for all the others.
    """
    words = []
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: words.append("end"))
    while not words and not serving.dead:
        eventlet.sleep(LOOK_EVERY_S)


@click.group(invoke_without_command=True)
@click.option(
    "--host", default="0.0.0.0", show_default=True, help="Netzwerkkarte, auf der gehört wird."
)
@click.option("--port", default=8080, show_default=True, help="Anschluss.")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=DEFAULT_DATA,
    show_default=True,
    help="Datei der Veranstaltung.",
)
@click.option(
    "--console-key",
    default=None,
    help="Schlüssel der Moderation; sonst wird einer gemacht und behalten.",
)
@click.option(
    "--address", default=None, help="Adresse für die Telefone, wenn der Laptop mehrere hat."
)
@click.option("--no-browser", is_flag=True, help="Die Steuerung nicht von selbst öffnen.")
@click.option(
    "--backup",
    "sticks",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Ein Ordner für weitere Sicherungen, etwa auf einem USB-Stick.",
)
@click.pass_context
def main(context, host, port, data, console_key, address, no_browser, sticks):
    """Open-Sozial: eine Veranstaltung auf einem Laptop, ohne Internet."""
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    if context.invoked_subcommand is None:
        with command_line.kindly():
            serve(data, host, port, console_key, address, not no_browser, sticks)


@main.command()
def setup():
    """Die Bausteine der Seiten holen und bauen; braucht Internet, am besten am Tag davor."""
    with command_line.kindly():
        assets.setup(even_if_ready=True)
        click.echo("Alles ist da. Am Tag selbst braucht es kein Internet.")


@main.command()
@click.option("--data", type=click.Path(path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--language", default="de", show_default=True, help="Sprache der Ernte.")
def export(data, out, language):
    """Die Ernte einer Veranstaltung in einen Ordner schreiben."""
    with command_line.kindly():
        command_line.export(data, out, language)


@main.command(name="import")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    required=True,
    help="workshop.json oder export.zip einer früheren Veranstaltung.",
)
@click.option(
    "--data", type=click.Path(path_type=Path), required=True, help="Die neue Datei; sie entsteht."
)
def import_workshop(source, data):
    """Eine neue Veranstaltung aus der Ernte einer anderen beginnen."""
    with command_line.kindly():
        command_line.import_workshop(source, data)


@main.command()
@click.option("--data", type=click.Path(path_type=Path), default=DEFAULT_DATA, show_default=True)
@click.option(
    "--from",
    "chosen",
    type=click.Path(path_type=Path),
    default=None,
    help="Eine bestimmte Sicherung; sonst die neueste, die heil ist.",
)
@click.option(
    "--backup",
    "sticks",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Ein weiterer Ordner mit Sicherungen, etwa auf einem USB-Stick.",
)
def restore(data, chosen, sticks):
    """Eine Sicherung an die Stelle der Veranstaltung setzen; nichts wird gelöscht."""
    with command_line.kindly():
        command_line.restore(data, chosen, sticks)


@main.command()
@click.option("--data", type=click.Path(path_type=Path), default=DEFAULT_DATA)
@click.option("--port", default=8080)
@click.option(
    "--backup",
    "sticks",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Der Ordner für weitere Sicherungen, mit dem das Programm laufen soll.",
)
def doctor(data, port, sticks):
    """Nachsehen, ob der Laptop bereit ist."""
    sys.exit(command_line.doctor(data, port, sticks))


@main.command()
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
@click.option("--no-browser", is_flag=True, help="Die Wand nicht von selbst öffnen.")
def rehearse(url, phones, pace, key, no_browser):
    """Eine Probe mit gedachten Bürgerinnen und Bürgern."""
    from screens.rehearsal.run import rehearse as run

    with command_line.kindly():
        sys.exit(run(url, phones=phones, pace=pace, key=key, browse=not no_browser))


if __name__ == "__main__":
    main()
