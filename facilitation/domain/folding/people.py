"""Folds about people: who is there, their language, notices, help, contact, interviews."""

from msgspec.structs import replace

from facilitation.domain import events as ev
from facilitation.domain.folding.register import fold_event
from facilitation.domain.folding.tools import change_participant, tell
from facilitation.domain.state import Note, Participant, WorkshopState
from facilitation.domain.texts import title_of


@fold_event.register
def participant_joined(
    event: ev.ParticipantJoined, state: WorkshopState, row: ev.Row
) -> WorkshopState:
    person = Participant(
        id=event.participant,
        n=row.n,
        token=event.token,
        language=event.language,
        badge=event.badge,
        spoken_by=event.spoken_by,
    )
    badges = state.badges.insert(event.badge, person.id) if event.badge else state.badges
    hellos = state.hellos.insert(event.hello, person.id) if event.hello else state.hellos
    state = replace(
        state,
        participants=state.participants.insert(person.id, person),
        tokens=state.tokens.insert(person.token, person.id),
        badges=badges,
        hellos=hellos,
    )
    return tell(state, person.id, n=row.n, key=event.told) if event.told else state


@fold_event.register
def language_chosen(event: ev.LanguageChosen, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return change_participant(state, row.by, language=event.language)


@fold_event.register
def badges_made(event: ev.BadgesMade, state: WorkshopState, row: ev.Row) -> WorkshopState:
    badges = state.badges
    for code in event.codes:
        badges = badges.insert(code, None)
    return replace(state, badges=badges)


@fold_event.register
def badge_used_again(event: ev.BadgeUsedAgain, state: WorkshopState, row: ev.Row) -> WorkshopState:
    if event.hello:
        state = replace(state, hellos=state.hellos.insert(event.hello, row.by))
    return tell(state, row.by, n=row.n, key="notice.badge_again")


@fold_event.register
def carry_code_made(event: ev.CarryCodeMade, state: WorkshopState, row: ev.Row) -> WorkshopState:
    state = replace(state, carry_codes=state.carry_codes.insert(event.code, row.by))
    return change_participant(state, row.by, carry_code=event.code)


@fold_event.register
def notice_dismissed(event: ev.NoticeDismissed, state: WorkshopState, row: ev.Row) -> WorkshopState:
    notices = tuple(x for x in state.participants[row.by].notices if x.id != event.notice)
    return change_participant(state, row.by, notices=notices)


@fold_event.register
def help_offered(event: ev.HelpOffered, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return change_participant(state, row.by, help=tuple(event.tasks))


@fold_event.register
def contact_left(event: ev.ContactLeft, state: WorkshopState, row: ev.Row) -> WorkshopState:
    purposes = tuple(event.purposes)
    return change_participant(state, row.by, contact=event.key, purposes=purposes)


@fold_event.register
def contact_erased(event: ev.ContactErased, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return change_participant(state, row.by, contact=None, purposes=())


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
    return tell(state, event.teller, n=row.n, key="notice.note_waiting")


@fold_event.register
def note_confirmed(event: ev.NoteConfirmed, state: WorkshopState, row: ev.Row) -> WorkshopState:
    return _take_note(state, row.by, event.note)


@fold_event.register
def note_declined(event: ev.NoteDeclined, state: WorkshopState, row: ev.Row) -> WorkshopState:
    [note] = [note for note in state.participants[row.by].notes if note.id == event.note]
    state = _take_note(state, row.by, note.id)
    title = title_of(note.text)
    return tell(state, note.writer, n=row.n, key="notice.note_declined", title=title)


def _take_note(state: WorkshopState, who: str, note_id: str) -> WorkshopState:
    """A note waits for its teller no longer, and once none does they need not be told of it."""
    person = state.participants[who]
    notes = tuple(note for note in person.notes if note.id != note_id)
    notices = person.notices
    if not notes:
        notices = tuple(x for x in notices if x.key != "notice.note_waiting")
    return change_participant(state, who, notes=notes, notices=notices)
