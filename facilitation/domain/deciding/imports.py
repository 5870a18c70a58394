"""The decision to begin a workshop with the export of another.

It is no act of the wire: only the command line asks for it, for a data file that is not there yet.
What comes from a file is held to the same rules as what comes from a phone.
"""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from facilitation.domain.commands import BOARD_FIELDS, OPENINGS, PHASES
from facilitation.domain.deciding.facts import Decision, Facts
from facilitation.domain.deciding.groups import TABLE_MAX
from facilitation.domain.deciding.topics import REASON_MAX
from facilitation.domain.document import Document
from facilitation.domain.events import SupporterListed, WorkshopImported
from facilitation.domain.refusals import Invalid
from facilitation.domain.texts import board_text, clean, contribution_text, title_text

KINDS = ("moderator", "partner", "network")
COUNTS = ("hidden", "revealed")
VIAS = ("phone", "interview", "kiosk", "wall")
STATES = ("open", "group", "open_end", "hidden")


def begin_with(document: Document, facts: Facts) -> Decision:
    """Decide that a new workshop begins with `document`.

    Raises Invalid for one that no export ever wrote: an unknown id, an id twice, a contribution
    that is in no topic (rule 3), a text that nobody could have typed.
    """
    _check_day(document)
    _check_ids(document)
    _check_links(document)
    _check_texts(document)
    listed, keep = [], {}
    for part in document.supporters:
        key = facts.new_id("k")
        keep[key] = {"name": part.name, "note": part.note}
        listed.append(SupporterListed(id=part.id, kind=part.kind, key=key))
    bare = msgspec.structs.replace(document, supporters=[])
    imported = WorkshopImported(document=bare, supporters=listed, new_round=True)
    return Decision(events=[imported], keep=keep)


def _need(holds: bool) -> None:
    if not holds:
        raise Invalid("refusal.import_damaged")


def _check_day(doc: Document) -> None:
    _need(doc.phase in PHASES)
    _need(doc.settings.counts in COUNTS)
    _need(set(doc.settings.open) <= set(OPENINGS))
    _need(all(part.kind in KINDS for part in doc.supporters))
    _need(all((topic.state == "hidden") == (topic.reason is not None) for topic in doc.topics))
    _need(all(topic.state in STATES for topic in doc.topics))
    _need(all(said.via in VIAS for said in doc.contributions))
    try:
        date.fromisoformat(doc.date or "2000-01-01")
        moments = [datetime.fromisoformat(act.at) for act in doc.history]
    except ValueError as error:
        raise Invalid("refusal.import_damaged") from error
    _need(all(moment.tzinfo is not None for moment in moments))


def _ids(parts: Iterable) -> list[str]:
    return [part.id for part in parts]


def _check_ids(doc: Document) -> None:
    for ids in (
        _ids(doc.contributions),
        _ids([*doc.topics, *doc.retired]),
        _ids([*doc.groups, *doc.dissolved]),
        _ids(doc.supporters),
    ):
        _need(len(ids) == len(set(ids)))


def _check_links(doc: Document) -> None:
    live = {said.id for said in doc.contributions if not said.withdrawn}
    topics, retired = set(_ids(doc.topics)), set(_ids(doc.retired))
    supporters, groups = set(_ids(doc.supporters)), set(_ids(doc.groups))
    held = {id for topic in doc.topics for id in topic.contributions}
    _need(held == live)
    for topic in (*doc.topics, *doc.retired):
        _need(set(topic.contributions) <= live)
        _need(len(topic.contributions) == len(set(topic.contributions)))
    _need(all(topic.contributions for topic in doc.topics))
    _need(all(topic.group is None or topic.group in groups for topic in doc.topics))
    for group in (*doc.groups, *doc.dissolved):
        _need(group.supporter is None or group.supporter in supporters)
        _need(set(group.board) <= set(BOARD_FIELDS) - {"contact"})
    for group in doc.groups:
        worked_on = {topic.id for topic in doc.topics if topic.group == group.id}
        _need(worked_on == set(group.topics) & topics)
    _need(all(set(group.topics) <= topics | retired for group in doc.dissolved))


def _check_texts(doc: Document) -> None:
    """Every text is as the door would have let it in."""
    settings = doc.settings
    titles = [doc.title, *settings.help_tasks, *(part.name for part in doc.supporters if part.name)]
    titles += [topic.title for topic in doc.topics]
    titles += [topic.title for topic in doc.retired if topic.title]
    titles += [group.title for group in (*doc.groups, *doc.dissolved)]
    flags = [topic.flags for topic in (*doc.topics, *doc.retired)]
    titles += [text for flag in flags for text in flag.narrower]
    texts = [*settings.questions, *(s.text for s in doc.contributions if not s.withdrawn)]
    _need(all(not said.text for said in doc.contributions if said.withdrawn))
    _need(all(title_text(title, visible=False) == title for title in titles))
    _need(all(contribution_text(text, visible=False) == text for text in texts))
    _plain([topic.reason for topic in doc.topics], longest=REASON_MAX)
    _plain([part.note for part in doc.supporters], longest=280)
    for group in (*doc.groups, *doc.dissolved):
        for field, text in group.board.items():
            _need(board_text(field, text, visible=False) == text)
        _plain([group.table], longest=TABLE_MAX)


def _plain(texts: Iterable[str | None], *, longest: int) -> None:
    for text in texts:
        _need(not text or clean(text, longest=longest, visible=False) == text)
