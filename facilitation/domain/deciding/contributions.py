"""Decisions about contributions: what one person said, in their own words."""

from facilitation.domain import commands as cmd
from facilitation.domain import events as ev
from facilitation.domain.deciding.facts import Decision, Facts, require_open, sender, shown_topic
from facilitation.domain.deciding.registry import decide
from facilitation.domain.refusals import NotFound, NotNow, NotYours
from facilitation.domain.state import Contribution, WorkshopState
from facilitation.domain.texts import contribution_text, is_visible, title_text


def begin(state: WorkshopState, facts: Facts, text: str, via: str) -> tuple[ev.Event, dict]:
    """Return the fact of a new contribution and the answer that names it and its topic."""
    made = ev.ContributionMade(
        contribution=facts.new_id("c"),
        topic=facts.new_id("t"),
        text=contribution_text(text),
        via=via,
        language=sender(state, facts).language,
    )
    return made, {"contribution": made.contribution, "topic": made.topic}


def _own(state: WorkshopState, facts: Facts, id: str) -> Contribution:
    """Return one's own contribution while it may still change.

    Raises NotNow once a topic that holds it has dots or a group (DESIGN.md, section 5).
    """
    said = state.contributions.get(id)
    if said is None or said.withdrawn:
        raise NotFound("refusal.contribution_gone")
    if said.author != facts.by:
        raise NotYours("refusal.contribution_not_yours")
    for topic in (state.topics[t] for t in said.topics):
        if topic.group is not None:
            raise NotNow("refusal.contribution_in_group")
        if topic.dots:
            raise NotNow("refusal.contribution_has_dots")
    return said


@decide.register
def contribute(command: cmd.Contribute, state: WorkshopState, facts: Facts) -> Decision:
    require_open(state, "contributions")
    made, answer = begin(state, facts, command.text, facts.via)
    return Decision(events=[made], answer=answer)


@decide.register
def reword(command: cmd.Reword, state: WorkshopState, facts: Facts) -> Decision:
    said = _own(state, facts, command.contribution)
    text = contribution_text(command.text)
    return Decision(events=[ev.ContributionReworded(contribution=said.id, text=text)])


@decide.register
def withdraw(command: cmd.Withdraw, state: WorkshopState, facts: Facts) -> Decision:
    said = _own(state, facts, command.contribution)
    return Decision(events=[ev.ContributionWithdrawn(contribution=said.id)])


@decide.register
def flag_broad(command: cmd.FlagBroad, state: WorkshopState, facts: Facts) -> Decision:
    require_open(state, "flags")
    topic = shown_topic(state, command.topic)
    narrower = command.narrower
    narrower = title_text(narrower) if narrower is not None and is_visible(narrower) else None
    return Decision(events=[ev.TopicFlagged(topic=topic.id, narrower=narrower)])


@decide.register
def show_interest(command: cmd.ShowInterest, state: WorkshopState, facts: Facts) -> Decision:
    """Say that an open end interests one. Raises NotNow for a topic that a group works on."""
    require_open(state, "interest")
    topic = shown_topic(state, command.topic)
    if topic.group is not None:
        raise NotNow("refusal.topic_has_group")
    return Decision(events=[ev.InterestShown(topic=topic.id)])


@decide.register
def withdraw_interest(
    command: cmd.WithdrawInterest, state: WorkshopState, facts: Facts
) -> Decision:
    """Take one's interest back while interest is open. Raises NotFound where there is none."""
    require_open(state, "interest")
    topic = shown_topic(state, command.topic)
    if facts.by not in topic.interest:
        raise NotFound("refusal.no_interest")
    return Decision(events=[ev.InterestWithdrawn(topic=topic.id)])


@decide.register
def enter_cards(command: cmd.EnterCards, state: WorkshopState, facts: Facts) -> Decision:
    """Enter many cards of a writing wall; a facilitator may do so in any phase."""
    cards = [
        ev.Card(
            contribution=facts.new_id("c"), topic=facts.new_id("t"), text=contribution_text(text)
        )
        for text in command.cards
    ]
    entered = ev.CardsEntered(cards=cards, via=command.via or "wall")
    return Decision(events=[entered], answer={"topics": [card.topic for card in cards]})
