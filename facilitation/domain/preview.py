"""What an act would do to people's dots, before anybody does it."""

from facilitation.domain import commands as cmd
from facilitation.domain.deciding import Facts, decide
from facilitation.domain.events import Row
from facilitation.domain.folding import fold
from facilitation.domain.refusals import Invalid
from facilitation.domain.state import WorkshopState


def preview(command: cmd.Command, state: WorkshopState, facts: Facts) -> dict:
    """Return {"dots", "people"}: how many dots would go back to how many hands, never whose.

    Decides and folds a merge or a split on the side; `state` stays as it is. Raises what the act
    itself would raise, and Invalid for any other act.
    """
    if not isinstance(command, cmd.Merge | cmd.Split):
        raise Invalid("refusal.not_an_act")
    decision = decide(command, state, facts)
    row = Row(state.at + 1, facts.at, facts.by, None, list(decision.events))
    after = fold(state, row)
    ids = command.topics if isinstance(command, cmd.Merge) else [command.topic]
    people = {who for id in ids for who in state.topics[id].voters}
    back = [
        after.hand(after.participants[who]) - state.hand(state.participants[who]) for who in people
    ]
    return {"dots": sum(back), "people": sum(dots > 0 for dots in back)}
