"""The fold about a workshop that begins with the export of another."""

from msgspec.structs import replace
from rpds import HashTrieMap

from facilitation.domain import events as ev
from facilitation.domain.document import Document, GroupPart, RetiredPart, TopicPart
from facilitation.domain.folding.operations.topics import add_topic
from facilitation.domain.folding.registry import fold_event
from facilitation.domain.state import (
    BoardText,
    Contribution,
    Earlier,
    Group,
    Settings,
    Supporter,
    Topic,
    WorkshopState,
)
from facilitation.domain.texts import title_of


@fold_event.register
def workshop_imported(
    event: ev.WorkshopImported, state: WorkshopState, row: ev.Row
) -> WorkshopState:
    """Everything keeps its id. What was made stands before all that will be made here.

    A new round begins with the welcome, and with nothing revealed, opened or closed by hand.
    """
    doc = event.document
    texts = {said.id: said.text for said in doc.contributions}
    state = replace(
        state,
        settings=_settings(doc, new_round=event.new_round),
        phase=state.phase if event.new_round else doc.phase,
        held_at=None if event.new_round else doc.date,
        earlier=_earlier(doc),
        supporters=tuple(Supporter(id=s.id, kind=s.kind, key=s.key) for s in event.supporters),
        contributions=_contributions(doc),
        retired=HashTrieMap({t.id: _topic(t, n, texts) for n, t in _before(doc.retired)}),
        groups=HashTrieMap({g.id: _group(g, n) for n, g in _before(doc.groups)}),
        dissolved=HashTrieMap({g.id: _group(g, n) for n, g in _before(doc.dissolved)}),
    )
    for n, part in _before(doc.topics):
        counted = {"dots": part.dots, "paper": part.dots, "people": part.people}
        topic = replace(_topic(part, n, texts), group=part.group, hidden=part.reason, **counted)
        state = add_topic(state, topic)
    return state


def _before(parts: list) -> list[tuple]:
    """Number things below zero: unique, in order, and before any that a later row makes."""
    return [(index - len(parts), part) for index, part in enumerate(parts)]


def _settings(doc: Document, *, new_round: bool) -> Settings:
    chosen = doc.settings
    return Settings(
        title=doc.title,
        questions=tuple(chosen.questions),
        help_tasks=tuple(chosen.help_tasks),
        budget=chosen.budget,
        cap=chosen.cap,
        counts="hidden" if new_round else chosen.counts,
        open={} if new_round else dict(sorted(chosen.open.items())),
    )


def _earlier(doc: Document) -> Earlier:
    return Earlier(
        participants=doc.participants,
        interest={topic.id: topic.interest for topic in doc.topics if topic.interest},
        flags={t.id: t.flags for t in (*doc.topics, *doc.retired) if t.flags.count},
        members={g.id: g.members for g in (*doc.groups, *doc.dissolved) if g.members},
        help={offer.task: offer.people for offer in doc.help if offer.people},
        history=tuple(doc.history),
    )


def _contributions(doc: Document) -> HashTrieMap:
    """Nobody here is the author of what was said elsewhere, so nobody can change it."""
    return HashTrieMap(
        {
            said.id: Contribution(
                id=said.id,
                n=n,
                text=said.text,
                via=said.via,
                author="",
                language=said.language,
                withdrawn=said.withdrawn,
            )
            for n, said in _before(doc.contributions)
        }
    )


def _topic(part: TopicPart | RetiredPart, n: int, texts: dict[str, str]) -> Topic:
    """A topic without dots; one that went by its only contribution still does."""
    named = [title_of(texts[id]) for id in part.contributions] != [part.title]
    return Topic(
        id=part.id,
        n=n,
        title=part.title if named and part.title else None,
        contributions=tuple(part.contributions),
        sources=tuple(part.sources),
    )


def _group(part: GroupPart, n: int) -> Group:
    board = {field: BoardText(value=text) for field, text in part.board.items()}
    return Group(
        id=part.id,
        n=n,
        title=part.title,
        topics=tuple(part.topics),
        table=part.table,
        seats=part.seats,
        supporter=part.supporter,
        board=HashTrieMap(board),
    )
