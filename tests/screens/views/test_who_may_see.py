"""Who may see what somebody typed: every free-text field, every audience, every document."""

import io
import zipfile

import msgspec
import pytest

from facilitation import exports
from screens.console import view as console_view
from screens.phone import view as phone_view
from screens.views.audience import Audience
from screens.wall import view as wall_view
from tests.facilitation.examples import Hall

AMBIENT = {"connected": 2, "address": "http://laptop/", "cloud": None, "backup": None}
SCREENS = {"phone", "wall", "console"}
DOCUMENTS = {"report", "workshop.json"}
SEEN_BY = {
    "a-title": SCREENS | DOCUMENTS,
    "a-question": SCREENS | {"workshop.json"},
    "a-task": SCREENS | DOCUMENTS | {"teller"},
    "a-supporter": SCREENS | DOCUMENTS,
    "a-note": {"console"},
    "a-group": SCREENS | DOCUMENTS | {"contacts"},
    "a-table": SCREENS | DOCUMENTS,
    "a-renamed": SCREENS | DOCUMENTS,
    "a-card": SCREENS | DOCUMENTS,
    "a-reason": {"console", "author"} | DOCUMENTS,
    "a-narrower": {"console", "author"} | DOCUMENTS,
    "a-goal": SCREENS | DOCUMENTS,
    "a-contact": {"phone", "console", "contacts"},
    "a-name": {"contacts"},
    "a-mail@example.org": {"contacts"},
    "a-concern": {"teller"},
}
"""What was typed into each field, and where it can be read. Beside "phone", what all phones get,
"author" and "teller" are what the phones of two people get."""


@pytest.fixture
def hall():
    opened = Hall()
    opened.comes(), opened.comes()
    opened.desk("set_settings", title="a-title", questions=["a-question"], help_tasks=["a-task"])
    roster = [{"name": "a-supporter", "kind": "partner", "note": "a-note"}]
    supporter = opened.desk("set_supporters", supporters=roster)["supporters"][0]
    bus, rude = opened.say("p1", "Bus"), opened.say("p2", "Schimpf")
    opened.desk("enter_cards", cards=["a-card"])
    opened.desk("rename", topic=bus, title="a-renamed")
    opened.phone("p2", "flag_broad", topic=bus, narrower="a-narrower")
    opened.desk("hide", topic=rude, reason="a-reason")
    call = {"title": "a-group", "table": "a-table", "supporter": supporter}
    group = opened.desk("call_group", topics=[bus], **call)["group"]
    opened.phone("p1", "join_group", group=group)
    for field in ("goal", "contact"):
        text = f"a-{field}"
        opened.phone("p1", "write_board", group=group, field=field, value=text, base=0)
    opened.phone("p1", "offer_help", tasks=["a-task"])
    contact = {"name": "a-name", "email": "a-mail@example.org", "purposes": ["group"]}
    opened.phone("p1", "leave_contact", **contact, consent=True)
    code = opened.phone("p1", "interview_start")["pair_code"]
    opened.phone("p2", "interview_note", pair_code=code, text="a-concern")
    yield opened
    opened.close()


def seen(hall) -> dict[str, bytes]:
    """Return everything that anybody gets, by who gets it."""
    state, private = hall.state, hall.workshop.private
    views = {"phone": phone_view, "wall": wall_view, "console": console_view}
    got = {name: Audience(view, state, private, AMBIENT).whole() for name, view in views.items()}
    got |= {
        who: phone_view.me(state, hall.person(id))
        for who, id in {"author": "p2", "teller": "p1"}.items()
    }
    sent = {name: msgspec.json.encode(what) for name, what in got.items()}
    files = exports.files(exports.job(state, private, "de"))
    with zipfile.ZipFile(io.BytesIO(exports.zipped(files))) as archive:
        sent["workshop.json"] = archive.read("workshop.json")
        sent["report"] = archive.read("report.html")
        others = [name for name in archive.namelist() if name.endswith((".csv", ".svg"))]
        sent["tables"] = b"".join(archive.read(name) for name in others)
    sent["contacts"] = exports.contacts_csv(state, private, "de")
    return sent


def test_every_text_is_where_it_may_be_read_and_nowhere_else(hall):
    sent = seen(hall)
    tables = sent.pop("tables")
    found = {
        text: {where for where, content in sent.items() if text.encode() in content}
        for text in SEEN_BY
    }
    assert found == SEEN_BY
    for text, where in SEEN_BY.items():
        assert text.encode() not in tables or "report" in where


def test_a_supporter_is_sent_by_name_and_kind_and_no_more(hall):
    """What is kept of a supporter later is not sent by that alone."""
    [supporter] = hall.state.supporters
    private = {**hall.workshop.private}
    private[supporter.key] = {**private[supporter.key], "phone": "0661 4711"}
    for view in (phone_view, wall_view, console_view):
        keys = view.keys(hall.state, private, AMBIENT)
        known = {"id", "kind", "name"} | ({"note"} if view is console_view else set())
        assert [set(one) for one in keys["supporters"]] == [known]
