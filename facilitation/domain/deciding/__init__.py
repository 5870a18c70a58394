"""From commands to events: pure decisions. Time, ids and private data are handed in."""

from facilitation.domain.deciding import (  # noqa: F401 (they register decisions)
    agenda,
    contributions,
    dots,
    groups,
    interviews,
    people,
    topics,
    undo,
)
from facilitation.domain.deciding.facts import Decision, Facts
from facilitation.domain.deciding.registry import decide

__all__ = ["Decision", "Facts", "decide"]
