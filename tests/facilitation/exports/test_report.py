"""The report is one page of text: whatever people typed, it asks for nothing and runs nothing."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation import exports
from facilitation.exports.reader import Reader
from facilitation.exports.report import report
from tests.facilitation.example_day import Day, rich_day

VOID = {"meta", "br"}
KNOWN_TAGS = """
    html head meta title style body main header footer section article h1 h2 h3 h4 p ul ol li dl
    div dt dd table thead tbody tr th td span bdi q figure svg g text rect
"""
KNOWN = set(KNOWN_TAGS.split())
NASTY = st.one_of(
    st.text(min_size=1, max_size=60),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</title></style><img src=x onerror=alert(1)>",
            "{{ 7 * 7 }} {% raw %}",
            "{title} {count}",
            "\"'><a href=//x.org>&amp;",
            "\u202eright to left\u2066",
            "--><!--]]>",
        ]
    ),
)
SURROGATES = re.compile("[\ud800-\udfff]")


class Page(HTMLParser):
    """Collects what a browser would see; fails for a tag that is closed out of turn."""

    def __init__(self, content: bytes):
        super().__init__()
        self.tags, self.attributes, self.text, self._open = set(), [], [], []
        self.feed(content.decode())
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open and self._open[-1] != "style":
            self.text.append(data)


@pytest.fixture(scope="module")
def harvest():
    day = rich_day()
    taken = exports.harvest(day.state, day.private)
    day.workshop.close()
    return taken


def test_report_has_all_that_people_said_and_is_not_hidden(harvest):
    reader = Reader(harvest, "de")
    page = Page(report(reader, None))
    text = " ".join(page.text)
    hidden = {id for t in harvest["topics"] if t["reason"] for id in t["contributions"]}
    for said in harvest["contributions"]:
        assert (said["text"] in text) == (said["id"] not in hidden or not said["text"])
    for group in (*reader.groups, *reader.dissolved):
        assert group.title in text
        assert all(value in text for _, value in reader.board(group))
        assert group.board.get("meeting_place", "") in text
    for told in ("14 Menschen waren dabei.", "Beleidigt Menschen", "Irrtum", "Karla König"):
        assert told in text


@pytest.mark.parametrize("language", ["de", "en"])
def test_report_says_no_bare_key_and_leaves_no_gap(harvest, language):
    page = Page(report(Reader(harvest, language), None))
    text = " ".join(page.text)
    assert not re.search(r"\b(export|console|wall|history)\.\w+", text)
    assert "{" not in text


def test_report_asks_for_nothing_outside(harvest):
    content = report(Reader(harvest, "de"), None).decode()
    page = Page(content.encode())
    assert page.tags <= KNOWN
    assert not any(
        name in ("src", "href", "action") or name[:2] == "on" for name, _ in page.attributes
    )
    assert set(re.findall(r"url\(\"(.{5})", content)) <= {"data:"}
    assert "@import" not in content


@given(NASTY.filter(lambda text: not SURROGATES.search(text)))
def test_report_keeps_every_text_a_text(text):
    topic = {"id": "t1", "title": text, "state": "hidden", "reason": text, "contributions": ["c1"]}
    group = {"id": "g1", "title": text, "table": text, "board": {"goal": text}}
    taken = {
        "title": text,
        "settings": {},
        "contributions": [{"id": "c1", "text": text}],
        "topics": [topic, {**topic, "id": "t2", "state": "open", "reason": None, "dots": 1}],
        "groups": [group],
        "history": [{"at": "2026-05-09T12:00:00Z", "by": 1, "kind": "rename", "title": text}],
    }
    page = Page(report(Reader(taken, "de"), None))
    assert page.tags <= KNOWN
    assert set(dict(page.attributes)) <= {
        *("lang", "dir", "charset", "name", "content", "http-equiv", "class", "style")
    }
    shown = re.sub(r"\r\n?", "\n", text)
    assert re.sub(r"\r\n?", "\n", "".join(page.text)).count(shown) >= 7


def test_report_draws_the_cloud_inline_and_nothing_but_a_drawing(harvest):
    drawn = (
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        b"<text>Bus &lt;b&gt;</text></svg>"
    )
    reader = Reader(harvest, "de")
    content = report(reader, drawn).decode()
    assert "<text>Bus &lt;b&gt;</text>" in content
    assert "<?xml" not in content
    for bad in (drawn.replace(b"text>", b"script>"), drawn.replace(b"<text", b'<text onload="x"')):
        assert b"<svg" not in report(reader, bad)
    assert b"<svg" not in report(reader, b"not a drawing")


def test_report_says_the_table_as_people_do():
    day = Day()
    ada = day.arrive()
    day.act("Console of Mo", "set_phase", phase="collect")
    day.say(ada, "Ein Lesecafé", "Ein Reparaturcafé")
    for topic, table in zip(sorted(day.state.topics), ["Tisch 9, Galerie", "4"], strict=True):
        day.act("Console of Mo", "call_group", topics=[topic], title="Café", table=table)

    report = exports.files(exports.job(day.state, day.private, "de"))["report.html"]
    day.workshop.close()

    assert "Tisch 9, Galerie" in report.decode()
    assert "Tisch 4" in report.decode()
    assert "Tisch Tisch" not in report.decode()
