"""Decisions about dots: place, take back, paper dots, seal."""

from facilitation.domain import commands as cmd
from facilitation.domain import events as ev
from facilitation.domain.deciding.facts import Decision, Facts, require_open, sender, shown_topic
from facilitation.domain.deciding.registry import decide
from facilitation.domain.deciding.topics import not_sealed, visible
from facilitation.domain.refusals import NotFound, NotNow, TooMuch
from facilitation.domain.state import WorkshopState


@decide.register
def place_dot(command: cmd.PlaceDot, state: WorkshopState, facts: Facts) -> Decision:
    """Put one more dot on a topic. Raises TooMuch with an empty hand or at the cap.

    Raises NotNow for somebody without a badge where facilitators want one person, one ballot.
    """
    not_sealed(state)
    require_open(state, "dots")
    topic, person = shown_topic(state, command.topic), sender(state, facts)
    if state.settings.badge_votes and person.badge is None:
        raise NotNow("refusal.badge_needed")
    if state.hand(person) <= 0:
        raise TooMuch("refusal.dots_used_up", count=state.settings.budget)
    if person.dots_on(topic.id) >= state.settings.cap:
        raise TooMuch("refusal.dots_cap", count=state.settings.cap)
    return Decision(events=[ev.DotPlaced(topic=topic.id)])


@decide.register
def take_dot(command: cmd.TakeDot, state: WorkshopState, facts: Facts) -> Decision:
    not_sealed(state)
    require_open(state, "dots")
    topic = shown_topic(state, command.topic)
    if not sender(state, facts).dots_on(topic.id):
        raise NotFound("refusal.dots_none_here")
    return Decision(events=[ev.DotTakenBack(topic=topic.id)])


@decide.register
def enter_paper_dots(command: cmd.EnterPaperDots, state: WorkshopState, facts: Facts) -> Decision:
    """Say how many paper dots are on a topic; they belong to no participant."""
    not_sealed(state)
    topic = visible(state, command.topic)
    return Decision(events=[ev.PaperDotsCounted(topic=topic.id, count=command.count)])


@decide.register
def seal(command: cmd.Seal, state: WorkshopState, facts: Facts) -> Decision:
    """Cut the link between participants and dots for good; the counts stay (rule 6)."""
    not_sealed(state)
    counts = {topic.id: (topic.dots, topic.people) for topic in state.topics.values()}
    return Decision(events=[ev.BallotSealed(counts=dict(sorted(counts.items())))])
