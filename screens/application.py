"""One running workshop with its three screens, its workers, word cloud and suggestions."""

import logging
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import socketio
from flask import abort

from facilitation import exports
from facilitation.storage.backups import Backups
from facilitation.worker.process import Worker, WorkerFailed
from facilitation.workshop import Workshop
from screens.jobs.alarms import Alarms
from screens.jobs.cloud import CloudKeeper
from screens.jobs.health import Watch
from screens.jobs.suggestions import SuggestionKeeper
from screens.limits.key_check import Knocks
from screens.network.addresses import Addresses
from screens.network.doctor import Finding, Visitors, examine, look_around
from screens.pages.site import console_session, furnish, make_site
from screens.wire import namespaces
from screens.wire.connections import Live
from screens.wire.transport import socket_writer

log = logging.getLogger(__name__)


class House:
    """Puts the parts together; `open` needs the Socket.IO server that was made for `site`."""

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
        self.site = make_site(key)
        self._workshop, self._key = workshop, key
        self._address, self._hosts = address, hosts
        self._pause = pause
        self._worker = Worker()
        self._backups, self._offload = backups, offload
        self._sorter = Worker()  # one of its own: the cloud shall not wait for 1,000 topics

    def open(self, server: socketio.Server, raw_socket: Callable | None = None) -> None:
        """Mount pages and namespaces, and begin to tick.

        With `raw_socket` (see wire/transport/socket_writer.py) messages leave by a quicker way.
        """
        if raw_socket is not None:
            socket_writer.equip(server, raw_socket)
        self._live = Live(server, self._workshop, address=self._address)
        addresses = Addresses(
            self._live.around, self._hosts, self._live.stir, beside=self._backups.data
        )
        watch = Watch(
            self._workshop,
            self._live,
            backups=self._backups,
            alarms=Alarms(self._backups.data),
            offload=self._offload,
        )
        knocks = Knocks(self._key, told=watch.wrong_key, pause=self._pause)
        self._cloud = CloudKeeper(self._workshop, self._live, self._worker)
        visitors = Visitors()
        furnish(
            self.site,
            workshop=self._workshop,
            live=self._live,
            key=self._key,
            knocks=knocks,
            addresses=addresses,
            cloud_files=self._cloud_files,
            downloads={"export.zip": self._export, "contacts.csv": self._contacts},
            visitors=visitors,
            doctor=lambda: self._examine(visitors),
        )
        suggestions = SuggestionKeeper(self._workshop, self._live, self._sorter)
        namespaces.mount(
            server,
            self._workshop,
            self._live,
            knocks=knocks,
            console_session=console_session(self.site),
            echoes=suggestions.echoes,
        )
        self._cloud.start(server.start_background_task, server.sleep)
        watch.start(server.start_background_task, server.sleep)
        suggestions.start(server.start_background_task, server.sleep)
        server.start_background_task(addresses.keep_looking, server.sleep)

    def close(self) -> None:
        """Stop the worker, back up once more what came since the last time, close the file."""
        self._worker.close()
        self._backups.make_all()
        self._sorter.close()
        self._workshop.close()

    def _examine(self, visitors: Visitors) -> list[Finding]:
        look = look_around(
            self._backups.data,
            addresses=self._hosts(),
            backup=self._backups.status(),
            port=urlsplit(self._address).port,
            visitors=visitors.count,
            open_s=visitors.open_s,
        )
        return examine(look)

    def _cloud_files(self) -> dict[str, bytes]:
        try:
            return self._cloud.files()
        except WorkerFailed:
            log.exception("The word cloud could not be drawn")
            abort(503)

    def _export(self, language: str) -> bytes:
        state, private = self._workshop.state, self._workshop.private
        job = exports.job(state, private, language, self._live.around["cloud"])
        return self._worker.ask("export", job, timeout_s=120)

    def _contacts(self, language: str) -> bytes:
        return exports.contacts_csv(self._workshop.state, self._workshop.private, language)
