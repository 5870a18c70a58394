"""The day itself: its phases and settings, the wall, who supports the groups."""

from msgspec import Struct

from facilitation.domain.events.fact import Event


class PhaseSet(Event, tag=True):
    """`ends_at` is ISO 8601 in UTC, or None without a timebox."""

    phase: str
    ends_at: str | None = None


class SettingsChanged(Event, tag=True):
    """The settings that changed, by name; `open` holds only the openings that changed."""

    changes: dict


class SceneChosen(Event, tag=True):
    what: str
    qr: bool


class SupporterListed(Struct, frozen=True):
    """`key` leads to name and note in `private`."""

    id: str
    kind: str
    key: str


class SupportersSet(Event, tag=True):
    supporters: list[SupporterListed]
