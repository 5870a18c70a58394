"""Folds about the course of the day: phase, settings, what the wall shows, the roster."""

from msgspec.structs import replace

from facilitation.domain import events as ev
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import Supporter, WorkshopState


@fold_event.register
def phase_set(event: ev.PhaseSet, state: WorkshopState, row: ev.Row) -> WorkshopState:
    """The wall follows the new phase, whatever it showed before."""
    return replace(state, phase=event.phase, phase_ends_at=event.ends_at, scene="auto")


@fold_event.register
def settings_changed(event: ev.SettingsChanged, state: WorkshopState, row: ev.Row) -> WorkshopState:
    changes = dict(event.changes)
    for name in ("questions", "help_tasks"):
        if name in changes:
            changes[name] = tuple(changes[name])
    if "open" in changes:
        said = {**state.settings.open, **changes["open"]}
        changes["open"] = {what: yes for what, yes in sorted(said.items()) if yes is not None}
    return replace(state, settings=replace(state.settings, **changes))


@fold_event.register
def scene_chosen(event: ev.SceneChosen, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return replace(state, scene=event.what, qr=event.qr)


@fold_event.register
def supporters_set(event: ev.SupportersSet, state: WorkshopState, row: ev.Row) -> WorkshopState:
    roster = tuple(Supporter(id=s.id, kind=s.kind, key=s.key) for s in event.supporters)
    return replace(state, supporters=roster)
