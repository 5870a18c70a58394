"""Parts of views that more than one audience gets: each names what leaves the server, no more."""

from facilitation.domain.commands import BOARD_FIELDS, OPENINGS
from facilitation.domain.state import Contribution, Group, Supporter, Topic, WorkshopState


def serialise_contribution(said: Contribution) -> dict:
    """One contribution, as the whole hall may read it: never its author."""
    entry = {"id": said.id, "text": said.text, "via": said.via}
    if said.language:
        entry["language"] = said.language
    return entry


def serialise_topic(state: WorkshopState, topic: Topic, *, counts: bool) -> dict:
    """One topic; dots and people only with `counts` (rule 6)."""
    entry = {
        "id": topic.id,
        "n": topic.n,
        "title": state.topic_title(topic),
        "contributions": [serialise_contribution(c) for c in state.live_contributions(topic)],
        "state": state.topic_state(topic),
        "from": list(topic.sources),
        "group": topic.group,
        "interest": state.interest(topic),
    }
    if counts:
        entry["dots"] = topic.dots
        entry["people"] = topic.people
    return entry


def serialise_group(state: WorkshopState, group: Group, private: dict, *, hidden: bool) -> dict:
    """One group with its board; topics that are hidden only where `hidden` is true."""
    topics = [
        id
        for id in group.topics
        if id in state.topics
        and state.topics[id].size
        and (hidden or state.topics[id].hidden is None)
    ]
    return {
        "id": group.id,
        "n": group.n,
        "title": group.title,
        "topics": topics,
        "table": group.table,
        "seats": group.seats,
        "members": len(group.members),
        "supporter": group.supporter,
        "board": {field: board_text(group, field, private) for field in BOARD_FIELDS},
    }


def board_text(group: Group, field: str, private: dict) -> dict:
    text = group.text(field)
    value = private.get(text.key, {}).get("text", "") if text.key else text.value
    return {"value": value, "base": text.base}


def serialise_supporter(supporter: Supporter, private: dict) -> dict:
    """One of the roster, as it is called out in the hall: never what facilitators noted."""
    kept = private.get(supporter.key, {})
    return {"id": supporter.id, "kind": supporter.kind, "name": kept.get("name", "")}


def common_keys(state: WorkshopState, private: dict, ambient: dict) -> dict:
    """What every audience gets beside topics and groups. `ambient` is what no journal holds."""
    settings = state.settings
    return {
        "title": settings.title,
        "questions": list(settings.questions),
        "help_tasks": list(settings.help_tasks),
        "phase": state.phase,
        "phase_ends_at": state.phase_ends_at,
        "open": {what: state.is_open(what) and not _is_sealed(state, what) for what in OPENINGS},
        "counts": settings.counts,
        "budget": settings.budget,
        "cap": settings.cap,
        "badge_votes": settings.badge_votes,
        "sealed": state.sealed,
        "participants": len(state.participants),
        "connected": ambient["connected"],
        "supporters": [serialise_supporter(s, private) for s in state.supporters],
        "scene": {
            "what": state.shown_scene(),
            "follows": state.scene == "auto",
            "qr": state.qr,
        },
    }


def _is_sealed(state: WorkshopState, what: str) -> bool:
    return what == "dots" and state.sealed
