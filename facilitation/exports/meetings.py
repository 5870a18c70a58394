"""When and where groups meet next, in words and as moments; times are those of Germany."""

from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date

from facilitation import wording

ZONE = "Europe/Berlin"
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def meeting_line(board: Mapping[str, str], language: str) -> str:
    """Return date, time and place, as far as they are known, as one line in a language."""
    parts = []
    if day := board.get("meeting_date"):
        parts.append(format_date(date.fromisoformat(day), "full", language))
    if clock := board.get("meeting_time"):
        parts.append(wording.say("shared.clock", language=language, time=clock))
    if place := board.get("meeting_place"):
        parts.append(f"{FIRST_STRONG_ISOLATE}{place}{POP_ISOLATE}")
    return ", ".join(parts)


def meeting_begins(board: Mapping[str, str]) -> datetime | date | None:
    """Return when a group meets: a day where no time is known, None where no day is."""
    if not board.get("meeting_date"):
        return None
    day = date.fromisoformat(board["meeting_date"])
    if not board.get("meeting_time"):
        return day
    return datetime.combine(day, time.fromisoformat(board["meeting_time"]), ZoneInfo(ZONE))
