"""What the whole hall may see on the wall."""

from facilitation.domain.state import Topic, WorkshopState
from screens.phone.view import topic as phone_topic
from screens.views.serialisers import common_keys, group_piece


def topic(state: WorkshopState, topic: Topic) -> dict | None:
    """Return a topic for the wall: the same that all phones get."""
    return phone_topic(state, topic)


def group(state: WorkshopState, group, private: dict) -> dict:
    """Return a group for the wall; how to reach its people is not for a projector."""
    piece = group_piece(state, group, private, hidden=False)
    piece["board"]["contact"]["value"] = ""
    return piece


def keys(state: WorkshopState, private: dict, around: dict) -> dict:
    """Return the other keys; the word cloud and the address come from around the workshop."""
    more = {name: around[name] for name in ("cloud", "address") if around.get(name)}
    return {**common_keys(state, private, around), **more}
