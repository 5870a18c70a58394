"""`meetings.ics` and `meetings/`: the groups' next meetings, all in one calendar, and one each.

A group whose board names a date is in it; how to reach a group is for nobody's calendar, since what
stands on a board was said to the people in the hall alone.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, Timezone

from facilitation.domain.document import GroupPart
from facilitation.exports.file_names import numbered
from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material
from facilitation.exports.meetings import ZONE, meeting_begins
from facilitation.exports.reader import Reader

ICS = "text/calendar"
FOLDER = "meetings/"
LASTS = timedelta(hours=2)
"""Nobody is asked how long a meeting lasts."""


def calendar(reader: Reader, groups: Iterable[GroupPart]) -> bytes:
    """Return the meetings of these groups, as far as they have a date, with the zone's rules."""
    made = Calendar()
    made.add("prodid", "-//Open-Sozial//Open-Sozial//DE")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", reader.document.title)
    made.add_component(Timezone.from_tzid(ZONE))
    for group in groups:
        if (begins := meeting_begins(group.board)) is not None:
            made.add_component(_event(reader, group, begins))
    return made.to_ical()


def _event(reader: Reader, group: GroupPart, begins: date) -> Event:
    """A meeting without a known time takes the whole day."""
    event = Event()
    event.add("uid", f"{group.id}@open-sozial")
    event.add("dtstamp", reader.noon)
    event.add("summary", reader.say("export.meeting.summary", title=group.title))
    event.add("dtstart", begins)
    lasts = LASTS if isinstance(begins, datetime) else timedelta(days=1)
    event.add("dtend", begins + lasts)
    if place := group.board.get("meeting_place"):
        event.add("location", place)
    if about := _about(reader, group):
        event.add("description", about)
    return event


def _about(reader: Reader, group: GroupPart) -> str:
    lines = [group.board.get("meeting", ""), group.board.get("goal", "")]
    if supporter := reader.supporter(group):
        lines.append(f"{reader.say('wall.groups.with')} {supporter}")
    return "\n\n".join(filter(None, lines))


def make(material: Material) -> bytes:
    return calendar(material.reader, material.reader.groups)


def make_each(material: Material) -> dict[str, bytes]:
    reader = material.reader
    names = numbered([group.title for group in reader.groups])
    return {
        f"{FOLDER}{name}.ics": calendar(reader, [group])
        for group, name in zip(reader.groups, names, strict=True)
        if meeting_begins(group.board) is not None
    }


FORMAT = Format("meetings.ics", ICS, make)
