"""Decisions about the course of the day: phases, settings, the wall, the roster."""

from datetime import datetime, timedelta

from facilitation.domain import commands as cmd
from facilitation.domain import events as ev
from facilitation.domain.deciding.facts import Decision, Facts
from facilitation.domain.deciding.registry import decide
from facilitation.domain.refusals import Invalid, NotNow
from facilitation.domain.state import WorkshopState
from facilitation.domain.texts import TITLE_MAX, clean, contribution_text, date_text, title_text


@decide.register
def set_phase(command: cmd.SetPhase, state: WorkshopState, facts: Facts) -> Decision:
    """Go to any phase; with `minutes` its timebox starts now, without it has none."""
    ends_at = None
    if command.minutes is not None:
        end = datetime.fromisoformat(facts.at) + timedelta(minutes=command.minutes)
        ends_at = end.isoformat(timespec="seconds").replace("+00:00", "Z")
    return Decision(events=[ev.PhaseSet(phase=command.phase, ends_at=ends_at)])


@decide.register
def set_settings(command: cmd.SetSettings, state: WorkshopState, facts: Facts) -> Decision:
    """Change the settings named. Raises NotNow where budget or cap falls below what is placed."""
    changes: dict = {}
    if command.title is not None:
        changes["title"] = title_text(command.title)
    if command.questions is not None:
        changes["questions"] = [contribution_text(text) for text in command.questions]
    if command.help_tasks is not None:
        tasks = [title_text(text) for text in command.help_tasks]
        changes["help_tasks"] = list(dict.fromkeys(tasks))
    if command.budget is not None:
        over = sum(len(p.dots) > command.budget for p in state.participants.values())
        if over:
            raise NotNow("refusal.budget_in_use", count=over)
        changes["budget"] = command.budget
    if command.cap is not None:
        over = len(_above(state, command.cap))
        if over:
            raise NotNow("refusal.cap_in_use", count=over)
        changes["cap"] = command.cap
    if command.counts is not None:
        changes["counts"] = command.counts
    if command.badge_votes is not None:
        changes["badge_votes"] = command.badge_votes
    if command.date is not None:
        changes["date"] = date_text(command.date)
    if command.place is not None:
        changes["place"] = clean(command.place, longest=TITLE_MAX, lines=False, empty=True)
    if command.counted is not None:
        changes["counted"] = command.counted
    if command.open is not None:
        changes["open"] = command.open
    if not changes:
        raise Invalid("refusal.no_settings")
    return Decision(events=[ev.SettingsChanged(changes=changes)])


def _above(state: WorkshopState, cap: int) -> set[str]:
    """The people who have more than `cap` dots on one topic."""
    return {
        who
        for topic in state.topics.values()
        for who, numbers in topic.voters.items()
        if len(numbers) > cap
    }


@decide.register
def reveal(command: cmd.Reveal, state: WorkshopState, facts: Facts) -> Decision:
    counts = "revealed" if command.counts else "hidden"
    return Decision(events=[ev.SettingsChanged(changes={"counts": counts})])


@decide.register
def show_on_wall(command: cmd.ShowOnWall, state: WorkshopState, facts: Facts) -> Decision:
    qr = state.qr if command.qr is None else command.qr
    return Decision(events=[ev.SceneChosen(what=command.what, qr=qr)])


@decide.register
def set_supporters(command: cmd.SetSupporters, state: WorkshopState, facts: Facts) -> Decision:
    """Replace the roster. Names and notes are private data (rule 8); the journal has keys."""
    known = {s.id: s for s in state.supporters}
    listed, keep = [], {}
    for entry in command.supporters:
        if entry.id is not None and entry.id not in known:
            raise Invalid("refusal.supporter_unknown")
        id_, key = entry.id or facts.new_id("s"), facts.new_id("k")
        note = clean(entry.note or "", longest=280, empty=True)
        keep[key] = {"name": title_text(entry.name), "note": note}
        listed.append(ev.SupporterListed(id=id_, kind=entry.kind or "moderator", key=key))
    if len({s.id for s in listed}) < len(listed):
        raise Invalid("refusal.supporter_unknown")
    return Decision(
        events=[ev.SupportersSet(supporters=listed)],
        answer={"supporters": [s.id for s in listed]},
        keep=keep,
        forget=tuple(s.key for s in state.supporters),
    )
