"""What a decision is given beside the state, and what it gives back."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from facilitation.domain.events import Event
from facilitation.domain.refusals import NotFound, NotNow
from facilitation.domain.state import Participant, Topic, WorkshopState

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""For ids and codes: nothing that is easily mistaken for something else."""


def random_id(kind: str, length: int = 10) -> str:
    """Return a fresh id that begins with its kind, such as "t" for a topic."""
    return kind + "".join(secrets.choice(ALPHABET) for _ in range(length))


def random_token() -> str:
    return secrets.token_urlsafe(18)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Who asks, when (ISO 8601, UTC) and how; where ids come from; names and contact data."""

    by: str
    at: str
    via: str = "phone"
    new_id: Callable[..., str] = random_id
    new_token: Callable[[], str] = random_token
    private: Mapping[str, dict] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The events to store, what the answer adds to {"ok", "at"}, and what happens to private data.

    `keep` maps new keys to the data behind them, `forget` names keys whose data is erased.
    """

    events: list[Event] = field(default_factory=list)
    answer: dict = field(default_factory=dict)
    keep: dict[str, dict] = field(default_factory=dict)
    forget: tuple[str, ...] = ()

    def private_after(self, private: dict[str, dict]) -> dict[str, dict]:
        """Return all private data by key once this is stored; `private` stays as it was."""
        if not self.keep and not self.forget:
            return private
        kept = {**private, **self.keep}
        return {key: value for key, value in kept.items() if key not in self.forget}


def sender(state: WorkshopState, facts: Facts) -> Participant:
    """Return the participant who asks. Raises NotFound for one the journal does not know."""
    participant = state.participants.get(facts.by)
    if participant is None:
        raise NotFound("refusal.unknown_person")
    return participant


def shown_topic(state: WorkshopState, id: str) -> Topic:
    """Return a topic that is on the board and not hidden. Raises NotFound otherwise."""
    topic = board_topic(state, id)
    if topic.hidden is not None:
        raise NotFound("refusal.topic_gone")
    return topic


def board_topic(state: WorkshopState, id: str) -> Topic:
    """Return a topic that is on the board, hidden or not. Raises NotFound otherwise."""
    topic = state.topics.get(id)
    if topic is None or not topic.size:
        raise NotFound("refusal.topic_gone")
    return topic


def require_open(state: WorkshopState, what: str) -> None:
    """Raise NotNow unless `what` may be done in this phase (DESIGN.md, section 5)."""
    if not state.is_open(what):
        raise NotNow(f"refusal.closed_{what}")
