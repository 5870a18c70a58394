"""Contributions as they are taken home."""

from collections import defaultdict

from facilitation.domain.document import ContributionPart
from facilitation.domain.state import Contribution, WorkshopState
from facilitation.exports.harvest.topics import by_id

LANGUAGE_SHARED_BY = 3
"""A language of fewer authors would tell which contributions come from one person."""

COMMON_LANGUAGE = "de"


def contribution_parts(state: WorkshopState) -> list[ContributionPart]:
    """All contributions; the language only where enough people share it."""
    authors = defaultdict(set)
    for said in state.contributions.values():
        authors[said.language].add(said.author)
    shared = {code for code, who in authors.items() if len(who) >= LANGUAGE_SHARED_BY}
    shared |= {COMMON_LANGUAGE, None}
    return [_contribution(said, shared) for said in by_id(state.contributions.values())]


def _contribution(said: Contribution, shared: set[str | None]) -> ContributionPart:
    if said.withdrawn:
        return ContributionPart(id=said.id, via=said.via, withdrawn=True)
    language = said.language if said.language in shared or not said.author else None
    return ContributionPart(id=said.id, text=said.text, via=said.via, language=language)
