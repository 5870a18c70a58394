"""Who may be reached for what: for facilitators alone, never part of the harvest."""

from collections.abc import Callable, Mapping
from functools import partial

from facilitation import wording
from facilitation.domain.state import WorkshopState
from facilitation.exports.csv_cells import csv_bytes

COLUMNS = ("name", "email", "phone", "purposes", "group", "group_contact")
PURPOSES = ("group", "next_workshop", "help")
"""What the phone offers to choose from; other purposes are sentences already."""


def contacts_csv(state: WorkshopState, private: Mapping[str, dict], language: str) -> bytes:
    """Return what people left with their consent, and what groups wrote as their contact.

    By name, so that the order does not tell who came when.
    """
    say = partial(wording.say, language=wording.known(language))
    rows = sorted(_people(state, private, say), key=lambda row: tuple(map(str.casefold, row)))
    heads = [say(f"export.column.{name}") for name in COLUMNS]
    return csv_bytes(heads, [*rows, *_groups(state, private)])


def _people(state: WorkshopState, private: Mapping[str, dict], say: Callable) -> list[tuple]:
    rows = []
    for person in state.participants.values():
        left = private.get(person.contact or "")
        if left is None:
            continue
        group = state.groups.get(person.group or "")
        purposes = ", ".join(
            say(f"phone.contact.purpose_{purpose}") if purpose in PURPOSES else purpose
            for purpose in person.purposes
        )
        title = group.title if group else ""
        rows.append((left["name"], left["email"], left["phone"], purposes, title, ""))
    return rows


def _groups(state: WorkshopState, private: Mapping[str, dict]) -> list[tuple]:
    rows = []
    for group in sorted(state.groups.values(), key=lambda group: group.n):
        text = private.get(group.text("contact").key or "", {}).get("text")
        if text:
            rows.append(("", "", "", "", group.title, text))
    return rows
