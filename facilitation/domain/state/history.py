"""The history of facilitators' acts that can be undone."""

from msgspec import Struct

from facilitation.domain.state.groups import Group
from facilitation.domain.state.topics import Topic


class Step(Struct, frozen=True):
    """A facilitator's act that can be taken back, and what to put back then.

    `back_topics` and `back_groups` hold the other side (None: was not there), `shapes` and
    `group_shapes` how this side looked when the act was done: another shape now means that
    somebody's later act stands on it. Undoing swaps the two sides, redoing swaps them again.
    `status` is "done", "undone" or "gone" (undone, and its sender did something else).
    """

    n: int
    at: str
    by: str
    kind: str
    gaps: dict
    back_topics: dict[str, Topic | None] = {}
    back_groups: dict[str, Group | None] = {}
    shapes: dict[str, tuple | None] = {}
    group_shapes: dict[str, tuple | None] = {}
    paper: dict[str, int] = {}
    cards: tuple[str, ...] = ()
    status: str = "done"
