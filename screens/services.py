"""What routes work with, kept in the Flask application's extensions."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, current_app

from facilitation.workshop import Workshop
from screens.jobs.cloud import CloudRefresher
from screens.jobs.exports import Exporter
from screens.limits.key_check import KeyCheck
from screens.network.addresses import Addresses
from screens.network.doctor import Finding
from screens.network.move_codes import MoveCodes
from screens.network.visitors import Visitors
from screens.wire.connections import Connections

EXTENSION = "open_sozial"


@dataclass(frozen=True, kw_only=True)
class Services:
    """One running workshop as its pages see it."""

    workshop: Workshop
    connections: Connections
    addresses: Addresses
    cloud: CloudRefresher
    exporter: Exporter
    key_check: KeyCheck
    move_codes: MoveCodes
    visitors: Visitors
    doctor: Callable[[], list[Finding]]
    console_key: str

    @property
    def console_address(self) -> str:
        """The address that opens a console session, with the key in it."""
        return f"{self.addresses.current}console?key={self.console_key}"

    def init_app(self, app: Flask) -> None:
        app.extensions[EXTENSION] = self


def services() -> Services:
    """Return the services of the application that handles the current request."""
    return current_app.extensions[EXTENSION]
