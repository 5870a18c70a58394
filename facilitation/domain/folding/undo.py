"""Folds about undo and redo (DESIGN.md, rule 5)."""

from facilitation.domain import events as ev
from facilitation.domain.folding.operations import steps
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import WorkshopState


@fold_event.register
def act_undone(event: ev.ActUndone, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return steps.undo_or_redo(state, event.act, row)


@fold_event.register
def act_redone(event: ev.ActRedone, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return steps.undo_or_redo(state, event.act, row)
