"""The calendar of the groups' next meetings, parsed again, over the change of clocks too."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from facilitation import exports
from facilitation.exports.formats.calendars import meetings_ics
from facilitation.exports.material import Material
from tests.facilitation.example_day import Day


@pytest.fixture
def day():
    made = Day()
    yield made
    made.workshop.close()


def with_groups(day: Day, *boards: dict[str, str]) -> None:
    """One group a board, with one person in it who writes what stands there."""
    day.act("c", "set_phase", phase="collect")
    people = [day.arrive() for _ in boards]
    topics = [day.say(who, f"Thema {n}")[0] for n, who in enumerate(people, start=1)]
    day.act("c", "set_phase", phase="board")
    for n, (topic, who, board) in enumerate(zip(topics, people, boards, strict=True), start=1):
        group = day.act("c", "call_group", topics=[topic], title=f"Gruppe {n}")["group"]
        day.sit(group, [who])
        day.write(who, group, **board)


def files_of(day: Day, language: str = "de") -> dict[str, bytes]:
    return exports.files(exports.job(day.state, day.private, language))


def meetings(content: bytes) -> dict[str, object]:
    found = Calendar.from_ical(content)
    assert found.errors == []
    return {str(event["summary"]): event for event in found.walk("VEVENT")}


def test_calendar_has_every_group_with_a_date_and_each_has_a_file(day):
    with_groups(
        day,
        {"meeting_date": "2026-12-24", "meeting_time": "19:30", "meeting_place": "Linde; Saal, 1"},
        {"meeting": "Irgendwann im Mai"},
        {"meeting_date": "2027-05-01", "goal": "Mehr\nBänke", "meeting": "Mit Kuchen"},
    )
    files = files_of(day)
    found = meetings(files["meetings.ics"])
    assert list(found) == ["Treffen: Gruppe 1", "Treffen: Gruppe 3"]
    first, third = found.values()
    assert first["dtstart"].dt.astimezone(UTC) == datetime(2026, 12, 24, 18, 30, tzinfo=UTC)
    assert first["dtend"].dt - first["dtstart"].dt == timedelta(hours=2)
    assert str(first["location"]) == "Linde; Saal, 1"
    assert (third["dtstart"].dt, third["dtend"].dt) == (date(2027, 5, 1), date(2027, 5, 2))
    assert str(third["description"]) == "Mit Kuchen\n\nMehr\nBänke"
    each = [name for name in files if name.startswith("meetings/")]
    assert len(each) == 2
    apart = [str(event["uid"]) for name in each for event in meetings(files[name]).values()]
    assert sorted(apart) == sorted(str(event["uid"]) for event in found.values())


@pytest.mark.parametrize(
    ("day_of", "clock", "in_utc"),
    [
        ("2027-03-27", "12:00", datetime(2027, 3, 27, 11, tzinfo=UTC)),
        ("2027-03-28", "12:00", datetime(2027, 3, 28, 10, tzinfo=UTC)),
        ("2026-10-24", "12:00", datetime(2026, 10, 24, 10, tzinfo=UTC)),
        ("2026-10-25", "12:00", datetime(2026, 10, 25, 11, tzinfo=UTC)),
    ],
)
def test_times_are_those_of_germany_over_the_change_of_clocks(day, day_of, clock, in_utc):
    with_groups(day, {"meeting_date": day_of, "meeting_time": clock})
    content = meetings_ics.make(Material(exports.job(day.state, day.private, "de")))
    [meeting] = meetings(content).values()
    assert meeting["dtstart"].dt.astimezone(UTC) == in_utc
    assert b"TZID=Europe/Berlin" in content
    assert [str(z["tzid"]) for z in Calendar.from_ical(content).walk("VTIMEZONE")] == [
        "Europe/Berlin"
    ]


def test_nobody_is_to_be_reached_by_the_calendar(day):
    with_groups(day, {"meeting_date": "2026-12-24", "contact": "Frau Berg, 0123"})
    files = files_of(day)
    assert not any(b"Berg" in content for name, content in files.items() if "meetings" in name)


def test_calendar_without_a_meeting_is_one_all_the_same(day):
    files = files_of(day)
    assert meetings(files["meetings.ics"]) == {}
    assert Calendar.from_ical(files["meetings.ics"]).walk("VTIMEZONE")


@given(st.text(alphabet=st.characters(exclude_categories=["C"]), min_size=1, max_size=60))
def test_what_people_wrote_comes_back_from_the_calendar(place):
    day = Day()
    with_groups(day, {"meeting_date": "2026-12-24", "meeting_place": f"x{place}x"})
    content = meetings_ics.make(Material(exports.job(day.state, day.private, "de")))
    [meeting] = meetings(content).values()
    day.workshop.close()
    assert str(meeting["location"]) == f"x{place}x"


def test_documents_say_when_and_where_a_group_meets_in_words(day):
    with_groups(
        day,
        {
            "meeting_date": "2026-12-24",
            "meeting_time": "19:30",
            "meeting_place": "Linde",
            "meeting": "Mit Kuchen",
        },
    )
    report = files_of(day)["report.html"].decode()
    assert "Donnerstag, 24. Dezember 2026, 19:30 Uhr, \u2068Linde\u2069\nMit Kuchen" in report
    report = files_of(day, "en")["report.html"].decode()
    assert "Thursday, December 24, 2026, 19:30, \u2068Linde\u2069\nMit Kuchen" in report
