"""`minutes.pdf`: what organisers hand on and print, a day from its cover to what comes next.

Without what is hidden, and without how to reach anybody, as everything that is passed on.
"""

from collections.abc import Iterator
from functools import partial

import msgspec

from facilitation import wording
from facilitation.domain.document import GroupPart, TopicPart
from facilitation.exports.meetings import meeting_line
from facilitation.exports.minutes.sheet import H2, Sheet
from facilitation.exports.reader import Reader
from facilitation.exports.report import day_of, shown_act

MOST_PARTS = 8
BETWEEN = "  ·  "


def minutes(reader: Reader, cloud_png: bytes | None) -> bytes:
    """Return the document. `cloud_png` is the word cloud, None where there is no word."""
    sheet = Sheet(reader, _letters(reader))
    say = reader.say
    sheet.cover(say("export.minutes.over"), reader.document.title, _summary(reader))
    entries = MOST_PARTS + len(reader.groups)
    sheet.contents(say("export.minutes.contents"), say("export.report.groups_title"), entries)
    if cloud_png:
        sheet.part(say("export.minutes.cloud_title"), new_page=False)
        sheet.picture(cloud_png, say("export.report.cloud"))
        sheet.note(say("export.report.cloud"))
    for add in (_result, _groups, _open_ends, _next, _topics, _history):
        add(sheet, reader)
    return bytes(sheet.output())


def _letters(reader: Reader) -> set[str]:
    """Every letter of the harvest and of the sentences that may stand around it."""
    harvest = msgspec.json.encode(reader.document).decode()
    return set(harvest) | set("".join(wording.catalogue(reader.language).values()))


def _summary(reader: Reader) -> Iterator[str]:
    when_and_where = (day_of(reader), reader.document.place or "")
    if any(when_and_where):
        yield BETWEEN.join(filter(None, when_and_where))
    counts = {
        "people": reader.document.participants,
        "contributions": reader.contribution_count,
        "topics": len(reader.shown),
        "groups": len(reader.groups),
        "open_ends": len(reader.open_ends),
    }
    for name, count in counts.items():
        if count or name != "open_ends":
            yield reader.say(f"export.report.{name}", count=count)


def _result(sheet: Sheet, reader: Reader) -> None:
    wanted = [topic for topic in reader.shown if topic.dots]
    if not wanted:
        return
    say = reader.say
    sheet.part(say("export.report.result_title"))
    sheet.note(say("export.report.result_how"))
    heads = tuple(say(f"export.column.{name}") for name in ("topic", "dots", "people"))
    rows = ((topic.title, str(topic.dots), str(topic.people or "–")) for topic in wanted)
    sheet.rows(heads, rows)


def _groups(sheet: Sheet, reader: Reader) -> None:
    """A page for each group; the first stands below the heading of the part."""
    for n, group in enumerate(reader.groups):
        if n == 0:
            sheet.part(reader.say("export.report.groups_title"))
        sheet.chapter(group.title, new_page=n > 0, size=H2)
        _group(sheet, reader, group)


def _group(sheet: Sheet, reader: Reader, group: GroupPart) -> None:
    say = reader.say
    about = [reader.table(group), say("export.report.members", count=group.members)]
    if supporter := reader.supporter(group):
        about.append(say("export.report.supporter", name=supporter))
    sheet.note(BETWEEN.join(filter(None, about)))
    if group.topics:
        sheet.note(say("export.report.works_on"))
        for title in reader.titles(group.topics):
            sheet.note(title, indent=5)
    for field, text in reader.board(group):
        sheet.title_line(say(f"console.field.{field}"), 12)
        sheet.paragraph(text)
    if not reader.board(group):
        sheet.paragraph(say("export.board.empty"))


def _open_ends(sheet: Sheet, reader: Reader) -> None:
    if not reader.open_ends:
        return
    say = reader.say
    sheet.part(say("export.report.open_ends_title"))
    sheet.note(say("export.report.open_ends_how"))
    for topic in reader.open_ends:
        sheet.paragraph(topic.title, bold=True)
        if topic.interest:
            sheet.note(say("export.report.interested", count=topic.interest), indent=5)


def _next(sheet: Sheet, reader: Reader) -> None:
    """When the groups meet, the soonest first, and how to join in."""
    say = reader.say
    sheet.part(say("export.minutes.next_title"))
    sheet.chapter(say("export.minutes.meetings"))
    dated = [group for group in reader.groups if group.board.get("meeting_date")]
    for group in sorted(dated, key=_moment):
        sheet.paragraph(group.title, bold=True)
        sheet.paragraph(meeting_line(group.board, reader.language), indent=5)
    sheet.paragraph(say("export.minutes.calendar" if dated else "export.minutes.no_meetings"))
    sheet.paragraph(say("export.minutes.join"))
    if reader.open_ends:
        sheet.paragraph(say("export.minutes.ends"))
    helping = [offer for offer in reader.document.help if offer.people]
    if helping:
        sheet.chapter(say("export.report.help_title"))
    for offer in helping:
        helpers = say("export.report.helpers", count=offer.people)
        sheet.paragraph(f"{offer.task}{BETWEEN}{helpers}")


def _moment(group: GroupPart) -> tuple[str, str]:
    return group.board["meeting_date"], group.board.get("meeting_time", "")


def _topics(sheet: Sheet, reader: Reader) -> None:
    if not reader.shown:
        return
    sheet.part(reader.say("export.report.topics_title"))
    sheet.note(reader.say("export.report.topics_how"))
    for topic in reader.shown:
        sheet.chapter(topic.title)
        _topic(sheet, reader, topic)


def _topic(sheet: Sheet, reader: Reader, topic: TopicPart) -> None:
    """What people said of it, word for word, and where it came from."""
    say, said = reader.say, reader.said_in(topic)
    plain = reader.goes_by_its_text(topic)
    for one in () if plain else said:
        sheet.quote(one.text)
        sheet.note(reader.via(one), indent=5)
    state = say(f"export.state.{topic.state}")
    if topic.group:
        state = f"{state}: {reader.group_title(topic.group)}"
    about = [reader.via(said[0])] if plain else []
    about.append(state)
    if topic.dots:
        about.append(say("wall.dots", count=topic.dots))
    if topic.flags.count:
        about.append(say("export.report.broad", count=topic.flags.count))
    sheet.note(BETWEEN.join(about))
    if topic.flags.narrower:
        sheet.note(say("export.report.narrower"))
        for text in topic.flags.narrower:
            sheet.note(text, indent=5)
    if origins := reader.origin_titles(topic):
        merged = len(topic.sources) > 1
        sheet.note(say("export.report.merged_from" if merged else "export.report.split_from"))
        for title in origins:
            sheet.note(title, indent=5)


def _history(sheet: Sheet, reader: Reader) -> None:
    """What facilitators did in the course of the day; what was taken back is not told."""
    say = partial(wording.say, language=reader.language)
    acts = [shown_act(reader, act, say) for act in reader.document.history if not act.undone]
    if reader.hidden:
        sheet.part(reader.say("export.report.hidden_title"))
    for topic in reader.hidden:
        sheet.paragraph(topic.title, bold=True)
        sheet.note(reader.say("export.report.reason", reason=topic.reason), indent=5)
    if acts:
        sheet.part(reader.say("export.minutes.history_title"))
        sheet.note(reader.say("export.report.history_how"))
    for act in acts:
        sheet.paragraph(f"{act['time']}{BETWEEN}{act['what']}")
