"""What one phone may know: the hall's topics and groups, and its own person's things."""

from facilitation.domain.state import Participant, Topic, WorkshopState
from screens.views.serialisers import common_keys, serialise_group, serialise_topic


def topic(state: WorkshopState, topic: Topic) -> dict | None:
    """Return a topic for all phones; None for one that is hidden or holds nothing any more."""
    if topic.hidden is not None or not topic.size:
        return None
    return serialise_topic(state, topic, counts=state.settings.counts == "revealed")


def group(state: WorkshopState, group, private: dict) -> dict:
    return serialise_group(state, group, private, hidden=False)


def keys(state: WorkshopState, private: dict, ambient: dict) -> dict:
    """Return the other keys; the address tells a phone where it is remembered."""
    return {**common_keys(state, private, ambient), "address": ambient.get("address", "")}


def hidden_topics(state: WorkshopState, person: Participant) -> dict[str, dict]:
    """Return the hidden topics that hold a contribution of this person's, with the reason."""
    hidden = {}
    for id in person.contributions:
        for topic_id in state.contributions[id].topics:
            topic = state.topics[topic_id]
            if topic.hidden is not None and topic.size:
                entry = serialise_topic(state, topic, counts=False)
                mine = set(person.contributions)
                said = [c for c in entry["contributions"] if c["id"] in mine]
                hidden[topic_id] = {**entry, "contributions": said, "reason": topic.hidden}
    return hidden


def me(state: WorkshopState, person: Participant) -> dict:
    """Return what only this person's phone gets, whole, with its own "at"."""
    dots: dict[str, int] = {}
    for _, topic_id in person.dots:
        dots[topic_id] = dots.get(topic_id, 0) + 1
    return {
        "at": state.at,
        "token": person.token,
        "participant": person.id,
        "badge": person.badge is not None,
        "carry_code": person.carry_code,
        "hand": state.hand(person),
        "budget": state.settings.budget,
        "cap": state.settings.cap,
        "dots": dots,
        "contributions": list(person.contributions),
        "group": person.group,
        "notices": [{"id": x.id, "at": x.at, "key": x.key, "gaps": x.gaps} for x in person.notices],
        "flags": dict(person.flags.items()),
        "interests": sorted(person.interests),
        "help": list(person.help),
        "has_contact": person.contact is not None,
        "board_contact": bool(person.board_contacts),
        "language": person.language,
        "pair": _pair(person),
        "notes": [{"id": note.id, "text": note.text} for note in person.notes],
        "hidden": hidden_topics(state, person),
    }


def _pair(person: Participant) -> dict | None:
    if person.pair_code is None and person.partner is None:
        return None
    return {"code": person.pair_code, "partner": person.partner is not None}
