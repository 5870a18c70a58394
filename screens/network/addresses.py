"""Where phones can reach this laptop: its addresses in the local network."""

import ipaddress
import logging
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from facilitation.domain.refusals import NotFound
from facilitation.storage.atomic_files import write_file

log = logging.getLogger(__name__)

LOOK_AGAIN_AFTER_S = 15
EVERYWHERE = ("0.0.0.0", "::", "")

VIRTUAL = (
    "docker",
    "br-",
    "veth",
    "virbr",
    "vmnet",
    "vboxnet",
    "vethernet",
    "tun",
    "tap",
    "wg",
    "zt",
)


def lan_addresses() -> list[str]:
    """Return the IPv4 addresses of the network cards that are up, the likeliest first.

    Nothing is sent. Without any network it is the laptop alone: 127.0.0.1.
    """
    up = {name for name, card in psutil.net_if_stats().items() if card.isup}
    found = []
    for name, addresses in psutil.net_if_addrs().items():
        for entry in addresses:
            if entry.family == socket.AF_INET and name in up:
                address = ipaddress.ip_address(entry.address)
                if not address.is_loopback and not address.is_link_local:
                    found.append((_rank(name, address), str(address)))
    return [address for _, address in sorted(found)] or ["127.0.0.1"]


def _rank(card: str, address: ipaddress.IPv4Address) -> tuple[bool, bool, int]:
    """A real card in a private network is likelier than a virtual or a public one."""
    home = (ipaddress.ip_network(n) for n in ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12"))
    order = next((i for i, network in enumerate(home) if address in network), 3)
    return card.lower().startswith(VIRTUAL), not address.is_private, order


def own_hosts(heard_at: str) -> list[str]:
    """Return the hosts under which a server that listens at `heard_at` can be reached."""
    return lan_addresses() if heard_at in EVERYWHERE else [heard_at]


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

    `around` is what views show and no journal holds; `changed` is called when it is different.
    Addresses are whole, such as http://192.168.1.20:8080/. One given at the start that is not among
    the laptop's own stays on the list: it may be a name that only the venue's network knows.
    What is chosen is kept beside the data file, for the next start.
    """

    def __init__(
        self,
        around: dict,
        hosts: Callable[[], list[str]],
        changed: Callable[[], None],
        *,
        beside: Path,
    ):
        self._around, self._hosts, self._changed = around, hosts, changed
        self._file = _file_beside(beside)
        self._port = urlsplit(around["address"]).port
        own = self._own()
        self._given = [] if around["address"] in own else [around["address"]]
        self.look()

    @property
    def current(self) -> str:
        return self._around["address"]

    def choose(self, address: str) -> None:
        """Show this address from now on. Raises NotFound for one that is not the laptop's."""
        self.look()
        if address not in self._around["addresses"]:
            raise NotFound("refusal.address_foreign")
        self._around["address"] = address
        self._changed()
        try:
            write_file(self._file, urlsplit(address).hostname.encode())
        except OSError:
            log.exception("The chosen address holds until the next start only")

    def look(self) -> None:
        """Look which addresses the laptop has now: it may have joined another network."""
        known = [*self._own(), *self._given]
        if known != self._around["addresses"]:
            self._around["addresses"] = known
            self._changed()

    def _own(self) -> list[str]:
        return [f"http://{host}:{self._port}/" for host in self._hosts()]

    def keep_looking(self, sleep: Callable[[float], None]) -> None:
        """Look again and again; runs beside the server."""
        while True:
            sleep(LOOK_AGAIN_AFTER_S)
            self.look()
