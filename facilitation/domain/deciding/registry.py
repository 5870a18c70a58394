"""Which function decides which command."""

from functools import singledispatch

from facilitation.domain.commands import Command
from facilitation.domain.deciding.facts import Decision, Facts
from facilitation.domain.state import WorkshopState


@singledispatch
def decide(command: Command, state: WorkshopState, facts: Facts) -> Decision:
    """Decide what `command` leads to. Changes nothing; raises a Refusal. Fails loudly for a gap."""
    raise NotImplementedError(
        f"Nothing decides {type(command).__name__}; add it to a file in facilitation/deciding/."
    )
