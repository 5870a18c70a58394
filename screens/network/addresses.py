"""Which of the laptop's addresses phones are shown: chosen on the console, kept for the future."""

import logging
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from facilitation.domain.refusals import NotFound
from facilitation.storage.atomic_files import write_file
from screens.wire.ambient import Ambient

log = logging.getLogger(__name__)

REFRESH_EVERY_S = 15


def kept_host(data: Path) -> str | None:
    """Return the host that facilitators chose when the data file was last open, if they did."""
    try:
        return _file_beside(data).read_text(encoding="utf-8").strip() or None
    except (OSError, ValueError):
        return None


def _file_beside(data: Path) -> Path:
    """It is the laptop's affair, not the workshop's, so it does not travel in the data file."""
    return data.with_name(data.name + ".address")


class Addresses:
    """The address that QR codes, wall and badges show: chosen among the laptop's own.

    Addresses are whole, such as http://192.168.1.20:8080/. One given at the start that is not among
    the laptop's own stays on the list: it may be a name that only the venue's network knows.
    What is chosen is kept beside the data file, for the next start.
    """

    def __init__(self, ambient: Ambient, hosts: Callable[[], list[str]], *, beside: Path):
        """`ambient` holds the address at the start; `hosts` gives the laptop's own hosts."""
        self._ambient, self._hosts = ambient, hosts
        self._file = _file_beside(beside)
        self._port = urlsplit(self.current).port
        self._given = [] if self.current in self._own() else [self.current]
        self.refresh()

    @property
    def current(self) -> str:
        return self._ambient["address"]

    @property
    def all(self) -> list[str]:
        """All addresses that may be chosen."""
        return self._ambient["addresses"]

    def choose(self, address: str) -> None:
        """Show this address from now on. Raises NotFound for one that is not the laptop's."""
        self.refresh()
        if address not in self._ambient["addresses"]:
            raise NotFound("refusal.address_foreign")
        self._ambient.set(address=address)
        try:
            write_file(self._file, urlsplit(address).hostname.encode())
        except OSError:
            log.exception("The chosen address holds until the next start only")

    def refresh(self) -> None:
        """Look which addresses the laptop has now: it may have joined another network."""
        known = [*self._own(), *self._given]
        if known != self._ambient["addresses"]:
            self._ambient.set(addresses=known)

    def start(self, spawn: Callable, sleep: Callable[[float], None]) -> None:
        """Look again and again from now on; `spawn` and `sleep` are the server's own."""
        spawn(self._run, sleep)

    def _own(self) -> list[str]:
        return [f"http://{host}:{self._port}/" for host in self._hosts()]

    def _run(self, sleep: Callable[[float], None]) -> None:
        while True:
            sleep(REFRESH_EVERY_S)
            self.refresh()
