"""What the whole hall may see on the wall."""

from facilitation.domain.state import Topic, WorkshopState
from screens.phone.view import topic as phone_topic
from screens.views.serialisers import common_keys, serialise_group


def topic(state: WorkshopState, topic: Topic) -> dict | None:
    """Return a topic for the wall: the same that all phones get."""
    return phone_topic(state, topic)


def group(state: WorkshopState, group, private: dict) -> dict:
    """Return a group for the wall; how to reach its people is not for a projector."""
    entry = serialise_group(state, group, private, hidden=False)
    entry["board"]["contact"]["value"] = ""
    return entry


def keys(state: WorkshopState, private: dict, ambient: dict) -> dict:
    """Return the other keys; the word cloud and the address are ambient."""
    more = {name: ambient[name] for name in ("cloud", "address") if ambient.get(name)}
    return {**common_keys(state, private, ambient), **more}
