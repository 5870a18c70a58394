"""What people arranged by hand, so that no suggestion ever asks for it again.

A suggestion is known by a key made of what it is about: whether two topics say the same or would
merely go together is one question, whether they contradict is another.
"""

from itertools import combinations

from facilitation.domain.state import Step, WorkshopState

ABOUT = {"same": "join", "together": "join", "opposed": "opposed", "broad": "part", "mixed": "part"}
PAIRS = frozenset({"same", "together", "opposed"})


def key_of(kind: str, topics: list[str]) -> str:
    """Return the key of a suggestion of this kind about these topics, in whatever order."""
    return " ".join([ABOUT[kind], *sorted(topics)])


def settled(state: WorkshopState) -> set[str]:
    """Return the keys of what is not to be suggested any more.

    That is what was dismissed for good, and what a person did by hand: the parts of a split and
    the topics of an undone merge stay apart, a topic whose split was undone stays whole.
    """
    keys = {key for key, until in state.aside.items() if until == "never"}
    for step in state.steps.values():
        keys.update(_by_hand(step))
    return keys


def postponed(state: WorkshopState) -> set[str]:
    """Return the keys of what was put off until later."""
    return {key for key, until in state.aside.items() if until == "later"}


def _by_hand(step: Step) -> list[str]:
    done = step.status == "done"
    if (step.kind == "split") if done else (step.kind == "merge"):
        return [key_of("same", list(pair)) for pair in combinations(step.shapes, 2)]
    if step.kind == "split":
        return [key_of("mixed", [id]) for id in step.shapes]
    return []
