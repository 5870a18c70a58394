"""Where phones can reach this laptop: its addresses in the local network."""

import ipaddress
import socket

import psutil

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
