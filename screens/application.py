"""One running workshop: the Flask application, the namespaces of the wire, the background jobs."""

import hashlib
import time
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import socketio
from flask import Flask
from flask_compress import Compress

from facilitation.storage.backups import Backups
from facilitation.worker.process import Worker
from facilitation.workshop import Workshop
from screens import health, wording
from screens.console import data as console_data
from screens.console import pages as console_pages
from screens.console import view as console_view
from screens.console.namespace import ConsoleNamespace
from screens.jobs.alarms import Alarms
from screens.jobs.cloud import CloudRefresher
from screens.jobs.exports import Exporter
from screens.jobs.health import HealthMonitor
from screens.jobs.suggestions import SuggestionRefresher
from screens.limits.key_check import KeyCheck
from screens.limits.rate_limits import RateLimiter
from screens.network.addresses import Addresses
from screens.network.doctor import Finding, examine
from screens.network.inspection import inspect_laptop
from screens.network.move_codes import MoveCodes
from screens.network.visitors import Visitors
from screens.pages import assets, bundles, catalogue, csrf, errors, headers
from screens.phone import pages as phone_pages
from screens.phone import view as phone_view
from screens.phone.namespace import PhoneNamespace
from screens.services import Services
from screens.wall import pages as wall_pages
from screens.wall import view as wall_view
from screens.wall.namespace import WallNamespace
from screens.wire import packets
from screens.wire.ambient import Ambient
from screens.wire.audiences import Audiences
from screens.wire.connections import Connections
from screens.wire.namespaces import WireContext
from screens.wire.sync import Sync
from screens.wire.ticks import Ticker
from screens.wire.transport import inbound, socket_writer

PAGES = (phone_pages, wall_pages, console_pages, console_data, bundles, catalogue, health)
VIEWS = {"/phone": phone_view, "/console": console_view, "/wall": wall_view}


def create_app(key: str) -> Flask:
    """Return the Flask application; its sessions outlive a restart, as long as the key does.

    Its routes need `Services.init_app` before the first request.
    """
    app = Flask("open-sozial", root_path=str(assets.STATIC.parent), static_folder=None)
    app.config.update(
        SECRET_KEY=hashlib.sha256(f"session {key}".encode()).digest(),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_NAME="console",
        PERMANENT_SESSION_LIFETIME=timedelta(days=7),
        MAX_CONTENT_LENGTH=1_000_000,
        COMPRESS_ALGORITHM=["gzip"],
        COMPRESS_LEVEL=9,
        COMPRESS_MIMETYPES=["text/html", "application/json", "image/svg+xml"],
        COMPRESS_MIN_SIZE=1_000,
    )
    app.json.ensure_ascii = False
    app.jinja_env.globals.update(built=assets.built, say=wording.say)
    for module in PAGES:
        app.register_blueprint(module.bp)
    Compress(app)
    for module in (headers, errors, csrf):
        module.init_app(app)
    return app


def console_session_of(app: Flask) -> Callable[[dict], str | None]:
    """Return what finds the console session, if any, of the request behind a WSGI environ."""

    def session_of(environ: dict) -> str | None:
        session = app.session_interface.open_session(app, app.request_class(environ))
        return (session or {}).get("console")

    return session_of


class Application:
    """The parts of one workshop, joined; `start` needs the Socket.IO server made for `app`."""

    def __init__(
        self,
        workshop: Workshop,
        *,
        key: str,
        address: str,
        backups: Backups,
        offload: Callable[[Callable], object],
        hosts: Callable[[], list[str]] = list,
        pause: Callable[[float], None] = time.sleep,
    ):
        """`address` is what phones open at first, `hosts` gives what else may be chosen.

        `offload` runs a function where waiting delays nobody else; `pause` waits, for those who
        come with a wrong key.
        """
        self.app = create_app(key)
        self._workshop, self._backups = workshop, backups
        self._ambient = Ambient(address=address)
        self._worker = Worker()
        self._suggestion_worker = Worker()  # the cloud shall not wait for 1,000 topics
        self._cloud = CloudRefresher(workshop, self._ambient, self._worker)
        self._suggestions = SuggestionRefresher(workshop, self._ambient, self._suggestion_worker)
        self._health = HealthMonitor(
            workshop,
            self._ambient,
            backups=backups,
            alarms=Alarms(backups.data),
            offload=offload,
        )
        self._key_check = KeyCheck(key, on_wrong_key=self._health.wrong_key, pause=pause)
        self._addresses = Addresses(self._ambient, hosts, beside=backups.data)
        self._hosts, self._visitors = hosts, Visitors()
        self._connections, self._move_codes = Connections(), MoveCodes()
        self._services(key).init_app(self.app)

    def start(self, server: socketio.Server, raw_socket: Callable | None = None) -> None:
        """Register the namespaces, and begin to tick and to work in the background.

        With `raw_socket` (see wire/transport/socket_writer.py) messages leave by a quicker way.
        """
        if raw_socket is not None:
            socket_writer.install(server, raw_socket)
        packets.install(server)
        audiences = Audiences(self._workshop, self._ambient, VIEWS)
        self._register_namespaces(server, audiences)
        inbound.guard(server)
        Ticker(server, self._workshop, self._connections, self._ambient, audiences).start()
        for job in (self._cloud, self._health, self._suggestions, self._addresses):
            job.start(server.start_background_task, server.sleep)

    def close(self) -> None:
        """Stop the workers, back up once more what came since the last time, close the file."""
        self._worker.close()
        self._backups.make_all()
        self._suggestion_worker.close()
        self._workshop.close()

    def _register_namespaces(self, server: socketio.Server, audiences: Audiences) -> None:
        sync = Sync(server, self._connections, self._ambient, audiences)
        context = WireContext(self._workshop, self._connections, sync, RateLimiter())
        session_of = console_session_of(self.app)
        server.register_namespace(
            PhoneNamespace(context, self._suggestions.echoes, self._move_codes)
        )
        server.register_namespace(ConsoleNamespace(context, self._key_check, session_of))
        server.register_namespace(WallNamespace(context))
        server.namespaces = list(server.namespace_handlers)

    def _services(self, key: str) -> Services:
        return Services(
            workshop=self._workshop,
            connections=self._connections,
            addresses=self._addresses,
            cloud=self._cloud,
            exporter=Exporter(self._workshop, self._ambient, self._worker),
            key_check=self._key_check,
            move_codes=self._move_codes,
            visitors=self._visitors,
            doctor=self._examine,
            console_key=key,
        )

    def _examine(self) -> list[Finding]:
        return examine(
            inspect_laptop(
                self._backups.data,
                addresses=self._hosts(),
                backup=self._backups.status(),
                port=urlsplit(self._addresses.current).port,
                visitors=self._visitors.count,
                open_s=self._visitors.open_s,
            )
        )
