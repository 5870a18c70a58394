"""Folds about interviews: pairs, and the notes that one takes for the other."""

from msgspec.structs import replace

from facilitation.domain import events as ev
from facilitation.domain.folding.operations.participants import change_participant, notify
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import Note, WorkshopState
from facilitation.domain.texts import title_of


@fold_event.register
def pair_opened(event: ev.PairOpened, state: WorkshopState, row: ev.Row) -> WorkshopState:
    """A new code ends an earlier pair on this side; the old partner keeps theirs.

    A code that is over stays known, so that nobody else gets it.
    """
    old = state.participants[row.by].pair_code
    codes = state.pair_codes.insert(old, None) if old else state.pair_codes
    state = replace(state, pair_codes=codes.insert(event.code, row.by))
    return change_participant(state, row.by, pair_code=event.code, partner=None)


@fold_event.register
def pair_joined(event: ev.PairJoined, state: WorkshopState, row: ev.Row) -> WorkshopState:
    state = change_participant(state, row.by, partner=event.partner)
    return change_participant(state, event.partner, partner=row.by)


@fold_event.register
def note_taken(event: ev.NoteTaken, state: WorkshopState, row: ev.Row) -> WorkshopState:
    notes = (*state.participants[event.teller].notes, Note(event.note, event.text, row.by))
    state = change_participant(state, event.teller, notes=notes)
    return notify(state, event.teller, n=row.n, key="notice.note_waiting")


@fold_event.register
def note_confirmed(event: ev.NoteConfirmed, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return _take_note(state, row.by, event.note)


@fold_event.register
def note_declined(event: ev.NoteDeclined, state: WorkshopState, row: ev.Row) -> WorkshopState:
    [note] = [note for note in state.participants[row.by].notes if note.id == event.note]
    state = _take_note(state, row.by, note.id)
    title = title_of(note.text)
    return notify(state, note.writer, n=row.n, key="notice.note_declined", title=title)


def _take_note(state: WorkshopState, who: str, note_id: str) -> WorkshopState:
    """A note waits for its teller no longer, and once none does they need not be told of it."""
    person = state.participants[who]
    notes = tuple(note for note in person.notes if note.id != note_id)
    notices = person.notices
    if not notes:
        notices = tuple(x for x in notices if x.key != "notice.note_waiting")
    return change_participant(state, who, notes=notes, notices=notices)
