"""Which devices have opened the phones' page: where none can, the Wi-Fi keeps them apart."""

import os
import time
from collections.abc import Callable, Iterable

from screens.network.lan import lan_addresses


class Visitors:
    """How many devices other than the laptop opened the phones' page, and since when a console is
    open. Of an address only a number stays, in memory alone, that nobody can turn back."""

    def __init__(
        self,
        own: Callable[[], Iterable[str]] = lan_addresses,
        clock: Callable[[], float] = time.monotonic,
    ):
        self._own, self._clock = own, clock
        self._salt = os.urandom(16)
        self._seen: set[int] = set()
        self._console_since: float | None = None

    def came(self, address: str | None) -> None:
        """Somebody opened the phones' page from this address."""
        if address and not address.startswith(("127.", "::1")):
            self._seen.add(self._number(address))

    def console_opened(self) -> None:
        if self._console_since is None:
            self._console_since = self._clock()

    @property
    def count(self) -> int:
        return len(self._seen - {self._number(address) for address in self._own()})

    @property
    def open_s(self) -> float:
        return 0.0 if self._console_since is None else self._clock() - self._console_since

    def _number(self, address: str) -> int:
        return hash((self._salt, address))
