"""Changing one participant, and putting notices on their phone."""

from msgspec.structs import replace

from facilitation.domain.state import Notice, Topic, WorkshopState


def change_participant(state: WorkshopState, id: str, **changes) -> WorkshopState:
    participant = replace(state.participants[id], **changes)
    return replace(state, participants=state.participants.insert(id, participant))


def notify(state: WorkshopState, id: str, *, n: int, key: str, **gaps) -> WorkshopState:
    """Put a notice on one person's phone; senders of consoles have none and are passed over."""
    participant = state.participants.get(id)
    if participant is None:
        return state
    notice = Notice(id=f"{n}-{key}", at=n, key=key, gaps=gaps)
    return change_participant(state, id, notices=(*participant.notices, notice))


def notify_authors(
    state: WorkshopState, topic: Topic, *, n: int, key: str, **gaps
) -> WorkshopState:
    """Tell everybody who wrote a contribution in the topic; each person once."""
    for who in sorted({said.author for said in state.live_contributions(topic)}):
        state = notify(state, who, n=n, key=key, **gaps)
    return state
