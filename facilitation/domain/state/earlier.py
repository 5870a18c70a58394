"""What an imported workshop had counted."""

from msgspec import Struct

from facilitation.domain.document import FlagsPart, HistoryPart


class Earlier(Struct, frozen=True):
    """What an imported workshop had counted, by topic, group or task; nobody stands behind it."""

    participants: int = 0
    interest: dict[str, int] = {}
    flags: dict[str, FlagsPart] = {}
    members: dict[str, int] = {}
    help: dict[str, int] = {}
    history: tuple[HistoryPart, ...] = ()
