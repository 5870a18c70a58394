"""Decisions of the interview phase: two people talk, one notes, the other confirms or declines."""

from facilitation.domain import commands as cmd
from facilitation.domain import events as ev
from facilitation.domain.deciding.contributions import begin
from facilitation.domain.deciding.facts import Decision, Facts, require_open, sender
from facilitation.domain.deciding.registry import decide
from facilitation.domain.refusals import NotFound, NotNow, TooMuch
from facilitation.domain.state import WorkshopState
from facilitation.domain.texts import contribution_text

CODE_LENGTH = 4
NOTES_MAX = 20


@decide.register
def interview_start(command: cmd.InterviewStart, state: WorkshopState, facts: Facts) -> Decision:
    """Get a short code for one's partner to type. It is not used twice in one workshop."""
    require_open(state, "contributions")
    code = facts.new_id("", CODE_LENGTH)
    while code in state.pair_codes:
        code = facts.new_id("", CODE_LENGTH)
    return Decision(events=[ev.PairOpened(code=code)], answer={"pair_code": code})


@decide.register
def interview_note(command: cmd.InterviewNote, state: WorkshopState, facts: Facts) -> Decision:
    """Note the partner's concern: whoever gave the code, or the other one of the pair."""
    require_open(state, "contributions")
    person, events = sender(state, facts), []
    teller = person.partner
    if command.pair_code and command.pair_code.strip():
        teller = state.pair_codes.get(command.pair_code.strip().lower())
        if teller is None:
            raise NotFound("refusal.pair_code")
        if teller == person.id:
            raise NotNow("refusal.pair_self")
        if person.partner != teller:
            events.append(ev.PairJoined(partner=teller))
    if teller is None:
        raise NotNow("refusal.pair_needed")
    if len(state.participants[teller].notes) >= NOTES_MAX:
        raise TooMuch("refusal.notes_waiting")
    note = facts.new_id("n")
    taken = ev.NoteTaken(note=note, teller=teller, text=contribution_text(command.text))
    return Decision(events=[*events, taken], answer={"note": note})


@decide.register
def interview_confirm(
    command: cmd.InterviewConfirm, state: WorkshopState, facts: Facts
) -> Decision:
    """Make a note one's own contribution, in the words one confirms."""
    require_open(state, "contributions")
    _require_waiting(state, facts, command.note)
    made, answer = begin(state, facts, command.text, "interview")
    return Decision(events=[made, ev.NoteConfirmed(note=command.note)], answer=answer)


@decide.register
def interview_decline(
    command: cmd.InterviewDecline, state: WorkshopState, facts: Facts
) -> Decision:
    """Say that a note is not what one meant: nothing of it comes onto the board."""
    require_open(state, "contributions")
    _require_waiting(state, facts, command.note)
    return Decision(events=[ev.NoteDeclined(note=command.note)])


def _require_waiting(state: WorkshopState, facts: Facts, note_id: str) -> None:
    """Raise NotFound unless the note waits for the sender: nobody learns of other people's."""
    if all(note.id != note_id for note in sender(state, facts).notes):
        raise NotFound("refusal.note_gone")
