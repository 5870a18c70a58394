"""What facilitators know: all topics with their counts, history, settings; nobody's placements."""

from facilitation.domain.commands import OPENINGS
from facilitation.domain.state import Topic, WorkshopState
from screens.views.serialisers import (
    common_keys,
    serialise_group,
    serialise_supporter,
    serialise_topic,
)

HISTORY_SHOWN = 50
ORIGIN_SHOWN = 40


def topic(state: WorkshopState, topic: Topic) -> dict | None:
    """Return a topic with counts, flags and the reason where it is hidden; None once empty."""
    if not topic.size:
        return None
    entry = serialise_topic(state, topic, counts=True)
    flags = sorted(topic.flags.items())
    entry["paper"] = topic.paper
    entry["broad"] = {"count": len(flags), "narrower": [n for _, n in flags if n]}
    if topic.hidden is not None:
        entry["reason"] = topic.hidden
    if topic.sources:
        entry["origin"] = origin(state, topic, [ORIGIN_SHOWN])
    return entry


def origin(state: WorkshopState, topic: Topic, left: list[int]) -> list[dict]:
    """Return the topics a topic came from as a small tree: [{"id", "title", "from": [...]}].

    `left` holds how many may still be listed; a topic that lives on is listed without its own.
    """
    tree = []
    for id in topic.sources:
        source = state.retired.get(id) or state.topics.get(id)
        if source is None or left[0] <= 0:
            continue
        left[0] -= 1
        past = [] if id in state.topics else origin(state, source, left)
        tree.append({"id": id, "title": state.topic_title(source), "from": past})
    return tree


def group(state: WorkshopState, group, private: dict) -> dict:
    return serialise_group(state, group, private, hidden=True)


def keys(state: WorkshopState, private: dict, ambient: dict) -> dict:
    return {
        **common_keys(state, private, ambient),
        "supporters": supporters(state, private),
        "history": history(state),
        "settings": settings(state),
        "dissolved_contacts": dissolved_contacts(state),
        "suggestions": ambient.get("suggestions", []),
        "working": ambient.get("working", []),
        "badges": {
            "made": len(state.badges),
            "used": sum(owner is not None for owner in state.badges.values()),
        },
        "backup": ambient.get("backup"),
        "alarms": [*ambient.get("alarms", []), *headcount_alarm(state)],
        "address": ambient.get("address", ""),
        "addresses": ambient.get("addresses", []),
    }


def supporters(state: WorkshopState, private: dict) -> list[dict]:
    """Return the roster with the notes, which are for facilitators alone."""
    return [
        {**serialise_supporter(s, private), "note": private.get(s.key, {}).get("note", "")}
        for s in state.supporters
    ]


def dissolved_contacts(state: WorkshopState) -> list[dict]:
    """Return the dissolved groups whose contact is still kept, but not what it says."""
    kept = [group for group in state.dissolved.values() if group.text("contact").key]
    return [{"group": g.id, "title": g.title} for g in sorted(kept, key=lambda g: g.n)]


def settings(state: WorkshopState) -> dict:
    """Return the settings as they were chosen: an opening nobody chose is null."""
    chosen = state.settings
    return {
        "title": chosen.title,
        "questions": list(chosen.questions),
        "help_tasks": list(chosen.help_tasks),
        "budget": chosen.budget,
        "cap": chosen.cap,
        "counts": chosen.counts,
        "badge_votes": chosen.badge_votes,
        "counted": chosen.counted,
        "date": chosen.date,
        "place": chosen.place,
        "open": {what: chosen.open.get(what) for what in OPENINGS},
    }


def headcount_alarm(state: WorkshopState) -> list[dict]:
    """Return the alarm that more take part than facilitators counted in the hall, if so."""
    counted, there = state.settings.counted, len(state.participants)
    if not counted or there <= counted:
        return []
    return [{"key": "console.alarm.counted", "gaps": {"count": there, "counted": counted}}]


def history(state: WorkshopState) -> list[dict]:
    """Return the newest acts that can be taken back, newest first: what, who and when."""
    newest = sorted(state.steps.keys(), reverse=True)[:HISTORY_SHOWN]
    redoable = {n for stack in state.redoable.values() for n in stack}
    return [
        {
            "n": step.n,
            "at": step.at,
            "by": step.by,
            "kind": step.kind,
            "gaps": step.gaps,
            "state": "redoable"
            if step.n in redoable
            else "done"
            if step.status == "done"
            else "undone",
        }
        for step in (state.steps[n] for n in newest)
    ]
