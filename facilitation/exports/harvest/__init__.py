"""From the state of a workshop to the plain data that is taken home (see domain/document.py).

Quick, and made where the state is; everything slow is done with its result, elsewhere.
"""

from collections.abc import Mapping
from datetime import datetime

import msgspec
from msgspec import UNSET

from facilitation.domain.document import Document, SettingsPart
from facilitation.domain.state import WorkshopState
from facilitation.domain.texts import title_of
from facilitation.exports.harvest.contributions import contribution_parts
from facilitation.exports.harvest.groups import (
    group_parts,
    help_parts,
    supporter_parts,
    with_known_topics,
)
from facilitation.exports.harvest.history import history_parts
from facilitation.exports.harvest.topics import retired_parts, topic_parts
from facilitation.exports.redaction import hidden_topics


def harvest(state: WorkshopState, private: Mapping[str, dict]) -> dict:
    """Return the harvest as plain data: what workshop.json holds, no ballots and no contacts."""
    return msgspec.to_builtins(document(state, private))


def document(state: WorkshopState, private: Mapping[str, dict]) -> Document:
    topics = topic_parts(state)
    groups = group_parts(state, state.groups.values())
    dissolved = group_parts(state, state.dissolved.values())
    retired = retired_parts(state, topics, dissolved)
    known = {topic.id for topic in (*topics, *retired)}
    contributions = contribution_parts(state)
    quotable = {part.title for part in (*topics, *retired, *groups, *dissolved)}
    quotable |= {title_of(said.text) for said in contributions}
    return Document(
        title=state.settings.title,
        date=state.settings.date or _local_day(state.held_at),
        place=state.settings.place or UNSET,
        phase=state.phase,
        sealed=state.sealed,
        participants=state.earlier.participants + len(state.participants),
        settings=_settings(state),
        supporters=supporter_parts(state, private),
        contributions=contributions,
        topics=topics,
        retired=retired,
        groups=with_known_topics(groups, known),
        dissolved=with_known_topics(dissolved, known),
        open_ends=[topic.id for topic in topics if topic.state == "open_end"],
        help=help_parts(state),
        history=history_parts(state, quotable, hidden_topics(topics, retired)),
    )


def _local_day(at: str | None) -> str | None:
    """Return the local day of a moment in UTC; what is a day already stays as it is."""
    if at is None or "T" not in at:
        return at
    return datetime.fromisoformat(at).astimezone().date().isoformat()


def _settings(state: WorkshopState) -> SettingsPart:
    chosen = state.settings
    return SettingsPart(
        questions=list(chosen.questions),
        help_tasks=list(chosen.help_tasks),
        budget=chosen.budget,
        cap=chosen.cap,
        counts=chosen.counts,
        open=dict(chosen.open),
    )
