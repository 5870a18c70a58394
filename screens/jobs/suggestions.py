"""Keeps the sorting desk's suggestions up to date with the board, without delaying any act."""

from collections.abc import Iterable

from facilitation.domain.put_aside import key_of, postponed, settled
from facilitation.domain.refusals import NotFound
from facilitation.domain.state import Topic, WorkshopState
from facilitation.workshop import Workshop
from screens.jobs.refresher import Refresher, Worker
from screens.wire.ambient import Ambient

INTERVAL_S = 1.0
WORKER_TIMEOUT_S = 60
MOST = 60
MOST_OF = {"broad": 15, "mixed": 10, "opposed": 10}
"""So that no kind crowds out the others: what is left of MOST goes to the pairs."""

VAGUE_EVERY = 3
"""A topic that is merely worded vaguely waits for so many suggestions that can be taken at once."""


class SuggestionRefresher(Refresher):
    """Asks a worker when the board changed.

    What people put aside or arranged by hand is left out here; that needs no worker.
    """

    failure_message = "There are no new suggestions"

    def __init__(self, workshop: Workshop, ambient: Ambient, worker: Worker):
        super().__init__(workshop, ambient, worker)
        self._inputs: dict[str, tuple[tuple, dict]] = {}
        self._sent: list[dict] | None = None
        self._covered: set[str] = set()
        self._found: list[dict] = []

    def watched_parts(self, state: WorkshopState) -> tuple:
        return (state.topics, state.contributions, state.aside, state.steps)

    def pause_s(self, took_s: float) -> float:
        """As a refresh may take long itself, it counts."""
        return max(0.0, INTERVAL_S - took_s)

    def refresh(self) -> None:
        """Bring the suggestions up to the board as it stands; waits for the worker."""
        topics = self._board(self._workshop.state)
        if topics != self._sent:
            self._found = self._worker.ask(
                "suggest", {"topics": topics}, timeout_s=WORKER_TIMEOUT_S
            )
            self._sent, self._covered = topics, {topic["id"] for topic in topics}
        offered = worth_offering(self._found, self._workshop.state)
        if offered != self._ambient["suggestions"]:
            self._ambient.set(suggestions=offered)

    def echoes(self, contribution: str, by: str) -> dict:
        """Return what the author of a contribution may be told about it, never of whom.

        {"ready", "texts": what others said alike, "vague": whether it is worded very generally};
        not ready as long as no suggestion was made with it on the board. Raises NotFound for
        anybody else.
        """
        state = self._workshop.state
        said = state.contributions.get(contribution)
        if said is None or said.author != by or said.withdrawn:
            raise NotFound("refusal.contribution_gone")
        mine = set(said.topics)
        about = [one for one in self._found if mine & set(one["topics"])]
        near = {id for one in about if one["kind"] == "same" for id in one["topics"]} | mine
        texts = [
            other.text
            for topic in (state.topics.get(id) for id in sorted(near))
            if topic is not None and topic.hidden is None
            for other in state.live_contributions(topic)
            if other.author != by
        ]
        return {
            "ready": any(id in self._covered for id in mine),
            "texts": list(dict.fromkeys(texts)),
            "vague": any(_is_worded_vaguely(one) for one in about),
        }

    def _board(self, state: WorkshopState) -> list[dict]:
        """Return the board as the worker takes it; a topic that did not change is not made anew."""
        inputs, before = {}, self._inputs
        for topic in state.topics.values():
            if not topic.size or topic.hidden is not None:
                continue
            said = tuple(state.contributions[id] for id in topic.contributions)
            source = (topic.title, topic.flags, topic.interest, said)
            known = before.get(topic.id)
            if known is None or not _is_unchanged(known[0], source):
                known = (source, worker_input(state, topic))
            inputs[topic.id] = known
        self._inputs = inputs
        return [inputs[id][1] for id in sorted(inputs)]


def worker_input(state: WorkshopState, topic: Topic) -> dict:
    """Return one topic as language/suggesting/suggestions.py reads it: nobody is named."""
    return {
        "id": topic.id,
        "title": state.topic_title(topic),
        "contributions": [
            {"id": said.id, "text": said.text, "language": said.language}
            for said in state.live_contributions(topic)
        ],
        "flags": len(topic.flags),
        "narrower": [text for _, text in sorted(topic.flags.items()) if text],
        "interest": state.interest(topic),
    }


def _is_worded_vaguely(one: dict) -> bool:
    """Whether a topic is too broad by its own words, whatever others think of it."""
    return one["kind"] == "broad" and any(
        why["key"] in ("breadth.names_a_field", "breadth.few_words") for why in one["reason"]["why"]
    )


def worth_offering(found: Iterable[dict], state: WorkshopState) -> list[dict]:
    """Return the suggestions to show, the surest first, those put off until later at the end."""
    never, later = settled(state), postponed(state)
    first, last, of_kind = [], [], dict(MOST_OF)
    for one in found:
        key = key_of(one["kind"], one["topics"])
        if key in never or not all(id in state.topics for id in one["topics"]):
            continue
        if key in later:
            last.append({**one, "later": True})
        elif of_kind.get(one["kind"], MOST) > 0:
            of_kind[one["kind"]] = of_kind.get(one["kind"], MOST) - 1
            first.append(one)
    ready = [one for one in first if one["kind"] != "broad" or "parts" in one]
    vague = [one for one in first if one["kind"] == "broad" and "parts" not in one]
    return [*_interleaved(ready[: MOST - len(vague)], vague), *last][:MOST]


def _interleaved(ready: list[dict], vague: list[dict]) -> list[dict]:
    """Let one of the vague come after every few of the others, and the rest at the end."""
    order, rest = [], iter(vague)
    for n, one in enumerate(ready, start=1):
        order.append(one)
        if n % VAGUE_EVERY == 0 and (next_one := next(rest, None)) is not None:
            order.append(next_one)
    return [*order, *rest]


def _is_unchanged(one: tuple, other: tuple) -> bool:
    """Whether a piece would look the same: parts that are shared need no comparing."""
    return (
        one[0] == other[0]
        and one[1] is other[1]
        and one[2] is other[2]
        and len(one[3]) == len(other[3])
        and all(a is b for a, b in zip(one[3], other[3], strict=True))
    )
