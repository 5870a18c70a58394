"""What every event is."""

from msgspec import Struct


class Event(Struct, frozen=True, tag_field="event", omit_defaults=True):
    """One fact."""
