"""Open-Sozial on one laptop: puts the parts together, and is the command line.

Every mention of eventlet and of the async mode is in this file and nowhere else.
"""

import sys
import warnings

SUBCOMMANDS = {"setup", "export", "import", "restore", "doctor", "rehearse"}
"""What runs instead of the server, on Python as it is; what is not named here cannot be called."""
SERVES = __name__ == "__main__" and not set(sys.argv[1:]) & {*SUBCOMMANDS, "--help"}
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
from flask import Flask

from facilitation.domain.refusals import NotNow
from facilitation.storage.backups import Backups
from facilitation.workshop import Workshop
from screens.commands import options, startup, subcommands
from screens.network.addresses import kept_host
from screens.network.lan import own_hosts
from screens.pages import assets
from screens.wire.transport import inbound

BACKLOG = 2048
CONNECTIONS_MAX = 20_000
FRAME_MAX_BYTES = 72_000
SILENT_S = 45
"""After so long without a byte a connection is ended; a phone answers a heartbeat every 15 s."""
IDLE_S = 15
"""How long a browser may keep a connection open between two pages."""
SEND_BUFFER_BYTES = 131_072
SIGNAL_CHECK_S = 0.2
THREADS = 2
"""One commits, one makes backups. Each has memory of its own that it never gives back: the twenty
of the library's choosing grew all day."""


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
    open_browser: bool,
    sticks: tuple[Path, ...] = (),
) -> None:
    """Serve the workshop in `data` until somebody stops it; `sticks` get backups, too."""
    from eventlet import tpool

    from screens.application import Application

    startup.raise_file_limit()
    tpool.set_num_threads(THREADS)
    listening = listen(host, port)
    assets.setup()
    backups = Backups(data, startup.backup_folders(data, sticks))
    workshop = Workshop.open(data, offload=tpool.execute, on_erased=backups.clean)
    key = key or startup.console_key(data)
    port = listening.getsockname()[1]
    address = startup.phone_address(own_hosts(host), port, address, kept_host(data))
    application = Application(
        workshop,
        key=key,
        address=address,
        hosts=lambda: own_hosts(host),
        backups=backups,
        offload=tpool.execute,
    )
    application.start(socketio_server(application.app), raw_socket=lambda ws: ws.socket.fd)
    startup.announce(address, key)
    if open_browser:
        webbrowser.open(startup.console_address(address, key))
    pause_garbage_collection_less()
    try:
        wait_for_the_end(spawn_http_server(listening, application.app))
    finally:
        application.close()


def socketio_server(app: Flask):
    """Return a Socket.IO server that is mounted beside the application's pages."""
    from flask_socketio import SocketIO

    return SocketIO(
        app,
        async_mode="eventlet",
        max_http_buffer_size=FRAME_MAX_BYTES,
        http_compression=False,
        ping_interval=15,
        ping_timeout=20,
        manage_session=False,
    ).server


def spawn_http_server(listening: socket.socket, app: Flask):
    """Begin to serve on a listening socket; return the task that does."""
    from eventlet import wsgi

    return eventlet.spawn(
        wsgi.server,
        listening,
        inbound.refuse_malformed_posts(startup.without_deflate(app)),
        max_size=CONNECTIONS_MAX,
        socket_timeout=SILENT_S,
        keepalive=IDLE_S,
        log_output=False,
        debug=False,
    )


def pause_garbage_collection_less() -> None:
    """Leave alone what lives as long as the server, and look for the rest less often: with many
    connections each collection stops everybody (DESIGN.md, section 6)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 1_000)


def wait_for_the_end(serving) -> None:
    """Return when Ctrl-C or a signal to end comes, or the server gave up.

    The signal handler only notes it: an exception raised there would end whichever connection is
    being served, and the server would wait for all the others.
    """
    received = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: received.append("end"))
    while not received and not serving.dead:
        eventlet.sleep(SIGNAL_CHECK_S)


@click.group(
    invoke_without_command=True,
    commands={name: subcommands.ALL[name] for name in SUBCOMMANDS},
)
@click.option(
    "--host", default="0.0.0.0", show_default=True, help="Netzwerkkarte, auf der gehört wird."
)
@click.option("--port", default=options.PORT, show_default=True, help="Anschluss.")
@options.own_data_option(show_default=True, help="Datei der Veranstaltung.")
@click.option(
    "--console-key",
    default=None,
    help="Schlüssel der Moderation; sonst wird einer gemacht und behalten.",
)
@click.option(
    "--address", default=None, help="Adresse für die Handys, wenn der Laptop mehrere hat."
)
@options.no_browser_option(help="Die Steuerung nicht von selbst öffnen.")
@options.backup_option(help="Ein Ordner für weitere Sicherungen, etwa auf einem USB-Stick.")
@click.pass_context
def main(context, host, port, data, console_key, address, no_browser, sticks):
    """Open-Sozial: eine Veranstaltung auf einem Laptop, ohne Internet."""
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    if context.invoked_subcommand is None:
        with startup.kindly():
            serve(data, host, port, console_key, address, not no_browser, sticks)


if __name__ == "__main__":
    main()
