"""The harvest as tables for people who go on working with it in a spreadsheet."""

from collections.abc import Callable
from datetime import date, time

from facilitation.domain.commands import BOARD_FIELDS
from facilitation.domain.document import ContributionPart
from facilitation.exports.reader import Reader

Say = Callable[..., str]
Table = tuple[list[str], list[tuple]]
"""Heads, and rows of plain values."""
BOARD_COLUMNS = tuple(field for field in BOARD_FIELDS if field != "contact")


def contributions_table(reader: Reader) -> Table:
    """Return every contribution; a hidden one, where `reader` has it, is marked with the reason."""
    say = reader.say
    marks = ("state", "reason") if reader.with_hidden else ()
    heads = _heads(say, "contribution", "topic", "via", "language", *marks, "id")
    rows = [
        (
            said.text,
            _lines(topic.title for topic in reader.topics_of(said)),
            reader.via(said),
            reader.language_name(said.language),
            *(_marks_of(reader, said) if marks else ()),
            said.id,
        )
        for said in reader.contributions
    ]
    return heads, rows


def _marks_of(reader: Reader, said: ContributionPart) -> tuple[str, str]:
    reasons = reader.hidden_because(said)
    return reader.say("export.state.hidden") if reasons else "", _lines(reasons)


def _heads(say: Say, *names: str) -> list[str]:
    return [say(f"export.column.{name}") for name in names]


def _lines(texts) -> str:
    return "\n".join(texts)


def topics_table(reader: Reader) -> Table:
    say = reader.say
    heads = _heads(
        say,
        "topic",
        "state",
        "dots",
        "people",
        "contributions",
        "contribution_count",
        "group",
        "interest",
        "broad",
        "narrower",
        "from",
        "reason",
        "id",
    )
    rows = [
        (
            topic.title,
            say(f"export.state.{topic.state}"),
            topic.dots,
            topic.people,
            _lines(said.text for said in reader.said_in(topic)),
            len(topic.contributions),
            reader.group_title(topic.group),
            topic.interest,
            topic.flags.count,
            _lines(topic.flags.narrower),
            _lines(reader.origin_titles(topic)),
            topic.reason,
            topic.id,
        )
        for topic in reader.topics
    ]
    return heads, rows


def groups_table(reader: Reader) -> Table:
    say = reader.say
    fields = [say(f"console.field.{field}") for field in BOARD_COLUMNS]
    heads = _heads(say, "group", "state", "table", "seats", "members", "supporter", "topics")
    rows = [
        (
            group.title,
            say("export.state.dissolved" if group in reader.dissolved else "export.state.works"),
            group.table,
            group.seats,
            group.members,
            reader.supporter(group),
            _lines(reader.titles(group.topics)),
            *(_written(group.board, field) for field in BOARD_COLUMNS),
            group.id,
        )
        for group in (*reader.groups, *reader.dissolved)
    ]
    return [*heads, *fields, *_heads(say, "id")], rows


def _written(board: dict[str, str], field: str) -> str | date | time | None:
    """What stands in a field; a date and a time as what they are."""
    text = board.get(field)
    if text and field == "meeting_date":
        return date.fromisoformat(text)
    return time.fromisoformat(text) if text and field == "meeting_time" else text


def open_ends_table(reader: Reader) -> Table:
    """All topics without a group; before the board phase they are no open ends yet."""
    say = reader.say
    heads = _heads(say, "state", "topic", "interest", "dots", "people", "contributions", "id")
    rows = [
        (
            say("export.state.open_end" if topic.state == "open_end" else "export.state.no_group"),
            topic.title,
            topic.interest,
            topic.dots,
            topic.people,
            _lines(said.text for said in reader.said_in(topic)),
            topic.id,
        )
        for topic in reader.without_group
    ]
    return heads, rows


def boards_table(reader: Reader) -> Table:
    """What groups wrote, a line for each field; a contact is never part of the harvest."""
    heads = _heads(reader.say, "group", "field", "text", "id")
    rows = [
        (group.title, reader.say(f"console.field.{field}"), text, group.id)
        for group in reader.groups
        for field, text in reader.board(group)
    ]
    return heads, rows


def help_table(reader: Reader) -> Table:
    """How many offered to help with each task."""
    heads = _heads(reader.say, "task", "people")
    return heads, [(offer.task, offer.people) for offer in reader.document.help]
