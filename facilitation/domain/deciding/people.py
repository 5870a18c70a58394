"""Decisions about people: joining, speaking for another, badges, help, contact."""

from facilitation.domain import commands as cmd
from facilitation.domain import events as ev
from facilitation.domain.deciding.facts import Decision, Facts, require_open, sender
from facilitation.domain.deciding.registry import decide
from facilitation.domain.refusals import Invalid, NotFound, TooMuch
from facilitation.domain.state import WorkshopState
from facilitation.domain.texts import clean, title_text

CODE_LENGTH = 8
SPOKEN_FOR_MAX = 20


def join(
    state: WorkshopState,
    facts: Facts,
    *,
    language: str,
    badge: str | None,
    notice: str | None,
    hello: str | None = None,
) -> Decision:
    """Let a new person in, as the owner of `badge` where it is given.

    `notice` is the key of one for them. Raises NotFound for a badge code never made.
    """
    if badge is not None and badge not in state.badges:
        raise NotFound("refusal.badge_unknown")
    joined = ev.ParticipantJoined(
        participant=facts.new_id("p"),
        token=facts.new_token(),
        language=language,
        badge=badge,
        told=notice,
        hello=hello,
    )
    return Decision(events=[joined], answer={"participant": joined.participant})


def use_badge_again(
    state: WorkshopState, facts: Facts, *, owner: str, hello: str | None
) -> Decision:
    """Note that the owner of a badge came with it once more, and tell them on all their devices.

    A device that said the same `hello` before is no news, nor is one more while the last notice
    is unread.
    """
    person = state.participants[owner]
    if hello is not None and state.hellos.get(hello) == owner:
        return Decision()
    if any(notice.key == "notice.badge_again" for notice in person.notices):
        return Decision()
    return Decision(events=[ev.BadgeUsedAgain(hello=hello)])


@decide.register
def speak_for(command: cmd.SpeakFor, state: WorkshopState, facts: Facts) -> Decision:
    """Get a token for another person, whose contributions and dots are their own."""
    person = sender(state, facts)
    if sum(p.spoken_by == person.id for p in state.participants.values()) >= SPOKEN_FOR_MAX:
        raise TooMuch("refusal.speaking_for_many", count=SPOKEN_FOR_MAX)
    joined = ev.ParticipantJoined(
        participant=facts.new_id("p"),
        token=facts.new_token(),
        language=person.language,
        spoken_by=person.id,
    )
    return Decision(events=[joined], answer={"token": joined.token})


@decide.register
def set_language(command: cmd.SetLanguage, state: WorkshopState, facts: Facts) -> Decision:
    """Choose the language of one's screen; the screens fall back to German for unknown ones."""
    language = clean(command.language, longest=35, lines=False)
    return Decision(events=[ev.LanguageChosen(language=language)])


@decide.register
def make_badges(command: cmd.MakeBadges, state: WorkshopState, facts: Facts) -> Decision:
    codes: list[str] = []
    while len(codes) < command.count:
        code = facts.new_id("", CODE_LENGTH)
        if code not in state.badges and code not in state.carry_codes and code not in codes:
            codes.append(code)
    return Decision(events=[ev.BadgesMade(codes=codes)], answer={"codes": codes})


@decide.register
def make_carry_code(command: cmd.MakeCarryCode, state: WorkshopState, facts: Facts) -> Decision:
    """Get the code that leads oneself on to another browser; a person has one, always the same."""
    person = sender(state, facts)
    if person.carry_code is not None:
        return Decision(answer={"code": person.carry_code})
    code = facts.new_id("", CODE_LENGTH)
    while code in state.carry_codes or code in state.badges:
        code = facts.new_id("", CODE_LENGTH)
    return Decision(events=[ev.CarryCodeMade(code=code)], answer={"code": code})


@decide.register
def dismiss_notice(command: cmd.DismissNotice, state: WorkshopState, facts: Facts) -> Decision:
    if all(notice.id != command.notice for notice in sender(state, facts).notices):
        raise NotFound("refusal.notice_gone")
    return Decision(events=[ev.NoticeDismissed(notice=command.notice)])


@decide.register
def offer_help(command: cmd.OfferHelp, state: WorkshopState, facts: Facts) -> Decision:
    """Offer a hand with some of the tasks; a later offer replaces it, an empty one ends it."""
    require_open(state, "help")
    unknown = [task for task in command.tasks if task not in state.settings.help_tasks]
    if unknown:
        raise NotFound("refusal.task_gone")
    return Decision(events=[ev.HelpOffered(tasks=list(dict.fromkeys(command.tasks)))])


@decide.register
def leave_contact(command: cmd.LeaveContact, state: WorkshopState, facts: Facts) -> Decision:
    """Leave name and address, with consent; they never enter the journal (rule 8)."""
    require_open(state, "contact")
    if command.consent is not True:
        raise Invalid("refusal.consent")
    person = sender(state, facts)
    data = {
        "name": title_text(command.name),
        "email": clean(command.email or "", longest=200, lines=False, empty=True),
        "phone": clean(command.phone or "", longest=60, lines=False, empty=True),
        "purposes": [clean(p, longest=60, lines=False) for p in command.purposes],
        "at": facts.at,
    }
    key = facts.new_id("k")
    return Decision(
        events=[ev.ContactLeft(key=key, purposes=data["purposes"])],
        keep={key: data},
        forget=(person.contact,) if person.contact else (),
    )


@decide.register
def erase_contact(command: cmd.EraseContact, state: WorkshopState, facts: Facts) -> Decision:
    """Erase one's contact data, every byte of it; harmless where there is none.

    With it goes the contact of every board, also of a dissolved group, that one had a hand in:
    nobody knows whose words in it are whose.
    """
    person = sender(state, facts)
    events, forget = [], []
    if person.contact is not None:
        events.append(ev.ContactErased())
        forget.append(person.contact)
    for id in sorted(person.board_contacts):
        events.append(ev.BoardContactErased(group=id))
        forget.append(state.any_group(id).text("contact").key)
    return Decision(events=events, forget=tuple(forget))
