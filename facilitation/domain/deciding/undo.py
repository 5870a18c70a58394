"""Decisions about undo and redo (DESIGN.md, rule 5)."""

from facilitation.domain import commands as cmd
from facilitation.domain import events as ev
from facilitation.domain.deciding.facts import Decision, Facts
from facilitation.domain.deciding.registry import decide
from facilitation.domain.deciding.topics import not_sealed
from facilitation.domain.folding.operations.steps import stands_on
from facilitation.domain.refusals import NotNow
from facilitation.domain.state import Step, WorkshopState
from facilitation.domain.texts import title_of


def _last(state: WorkshopState, stack: tuple[int, ...] | None, nothing: str) -> Step:
    not_sealed(state)
    if not stack:
        raise NotNow(nothing)
    step = state.steps[stack[-1]]
    if stands_on(state, step):
        raise NotNow("refusal.undo_stands_on", what=step.kind, title=_title(state, step))
    return step


def _title(state: WorkshopState, step: Step) -> str:
    """What a step is called: its title, or that of its first card."""
    if step.cards:
        return title_of(state.contributions[step.cards[0]].text)
    return step.gaps["title"]


@decide.register
def undo(command: cmd.Undo, state: WorkshopState, facts: Facts) -> Decision:
    """Take back the caller's last act that can be. Raises NotNow where a later act stands on it."""
    step = _last(state, state.undoable.get(facts.by), "refusal.nothing_to_undo")
    return Decision(events=[ev.ActUndone(act=step.n)], answer={"undone": step.kind})


@decide.register
def redo(command: cmd.Redo, state: WorkshopState, facts: Facts) -> Decision:
    """Do the act again that the caller undid last, unless they did something else since."""
    step = _last(state, state.redoable.get(facts.by), "refusal.nothing_to_redo")
    return Decision(events=[ev.ActRedone(act=step.n)], answer={"redone": step.kind})
