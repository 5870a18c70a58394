"""From commands to events: pure decisions. Time, ids and private data are handed in."""

from facilitation.deciding import (  # noqa: F401 (they register decisions)
    agenda,
    contributions,
    dots,
    groups,
    interviews,
    people,
    topics,
    undo,
)
from facilitation.deciding.facts import Decision, Facts
from facilitation.deciding.register import decide

__all__ = ["Decision", "Facts", "decide"]
