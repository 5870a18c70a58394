"""What views show and no journal holds: who is connected, the address, the word cloud, alarms."""

from collections.abc import Callable, Mapping


class Ambient:
    """Named values that jobs and connections keep current; whoever subscribes hears of changes."""

    def __init__(self, *, address: str = ""):
        self._values: dict = {
            "connected": 0,
            "address": address,
            "addresses": [],
            "cloud": None,
            "backup": None,
            "alarms": [],
            "suggestions": [],
            "working": [],
        }
        self._listeners: list[Callable[[], None]] = []

    @property
    def values(self) -> Mapping:
        """All values by name, as views take them."""
        return self._values

    def __getitem__(self, name: str):
        return self._values[name]

    def set(self, **values) -> None:
        """Set values by name and notify; what is the same for the screens costs them nothing."""
        self._values.update(values)
        for listener in self._listeners:
            listener()

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Have `listener()` called after every change; it must not wait."""
        self._listeners.append(listener)
