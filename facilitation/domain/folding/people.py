"""Folds about people: who is there, their language, notices, help and contact."""

from msgspec.structs import replace

from facilitation.domain import events as ev
from facilitation.domain.folding.operations.participants import change_participant, notify
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import Participant, WorkshopState


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
    return notify(state, person.id, n=row.n, key=event.told) if event.told else state


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
    return notify(state, row.by, n=row.n, key="notice.badge_again")


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
