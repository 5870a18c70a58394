"""What is hidden is in no document that is meant to be passed on."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation import exports, wording
from facilitation.domain.refusals import Refusal
from facilitation.exports.formats import formats
from facilitation.exports.material import Material
from facilitation.exports.report import report
from tests.facilitation.example_day import Day
from tests.facilitation.exports.reading import rows

MARKER = "Schandmaul"
KEEP = {"workshop.json", "contributions.csv", "workshop.sqlite"}
LANGUAGES = [entry["code"] for entry in wording.languages()]

OF_TEXT_ALONE = {"topics.csv", "groups.csv", "open_ends.csv"}
"""Those meant to be passed on that are made in a moment, so that many days can be tried."""


def export(day: Day, language: str = "de") -> dict[str, bytes]:
    return exports.files(exports.job(day.state, day.private, language))


def with_marker(files: dict[str, bytes]) -> set[str]:
    """Where the marker stands: in names and contents, pictures aside."""
    found = {name for name in files if MARKER.lower() in name.lower()}
    texts = {name: content for name, content in files.items() if not name.endswith(".png")}
    return found | {name for name, content in texts.items() if MARKER.encode() in content}


@pytest.fixture
def day():
    """The marker stands wherever it can, and every topic that has it is hidden in the end."""
    made = Day()
    ada, ben = made.arrive(), made.arrive("en")
    made.act("c", "set_settings", open=dict.fromkeys(("contributions", "flags", "dots"), True))
    plain, cafe, bus = made.say(ada, f"{MARKER} eins", "Repair-Café", "Bus am Abend")
    twice, long = made.say(ben, f"{MARKER} zwei", f"{MARKER} {'und viel mehr ' * 18}")
    made.act(ben, "flag_broad", topic=cafe, narrower=f"{MARKER} enger")
    made.act("c", "rename", topic=cafe, title=f"{MARKER} drei")
    made.act("c", "rename", topic=cafe, title="Ein harmloser Titel")
    merged = made.act("c", "merge", topics=[plain, twice], title=f"{MARKER} vier")["topic"]
    made.act("c", "merge", topics=[long, bus], title=f"{MARKER} fünf")
    made.act("c", "undo")
    parts = [
        {"title": f"{MARKER} sechs", "contributions": ids_of(made, merged)[:1]},
        {"title": "Der andere Teil", "contributions": ids_of(made, merged)[1:]},
    ]
    bad, other = made.act("c", "split", topic=merged, parts=parts, successor=0)["topics"]
    made.act("c", "call_group", topics=[bad, bus], title=f"{MARKER} sechs")
    gone = made.act("c", "call_group", topics=[long], title=title(made, long))["group"]
    made.act("c", "dissolve_group", group=gone)
    for topic in (cafe, bad, long, other):
        made.act("c", "hide", topic=topic, reason="Beleidigung")
    made.act("c", "restore", topic=long)
    made.act("c", "hide", topic=long, reason="Beleidigung")
    made.ids = {"bad": bad, "bus": bus}
    yield made
    made.workshop.close()


def ids_of(day: Day, topic: str) -> list[str]:
    return list(day.state.topics[topic].contributions)


def title(day: Day, topic: str) -> str:
    return day.state.topic_title(day.state.topics[topic])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", ["sort", "close"])
def test_a_hidden_text_is_in_no_file_but_the_two_that_keep_everything(day, language, phase):
    day.act("c", "set_phase", phase=phase)
    assert with_marker(export(day, language)) == KEEP


def test_documents_say_that_something_is_hidden_and_why(day):
    files = export(day)
    report = files["report.html"].decode()
    assert report.count("1 Beitrag ausgeblendet") >= 3
    assert 'Grund: <bdi dir="auto">Beleidigung</bdi>' in report
    hidden = [row for row in rows(files["topics.csv"]) if row["Stand"] == "ausgeblendet"]
    assert {row["Thema"] for row in hidden} == {"1 Beitrag ausgeblendet"}
    assert {row["Grund des Ausblendens"] for row in hidden} == {"Beleidigung"}
    assert {row["Beiträge"] for row in hidden} == {""}
    assert len(hidden) == 4


def test_what_keeps_hidden_texts_marks_them(day):
    files = export(day)
    said = {row["Beitrag"]: row for row in rows(files["contributions.csv"])}
    assert said[f"{MARKER} eins"]["Stand"] == "ausgeblendet"
    assert said[f"{MARKER} eins"]["Grund des Ausblendens"] == "Beleidigung"
    assert said["Bus am Abend"]["Stand"] == ""
    told = json.loads(files["workshop.json"])
    assert all(t["reason"] for t in told["topics"] if t["state"] == "hidden")
    acts = [act for act in told["history"] if MARKER in json.dumps(act, ensure_ascii=False)]
    assert all(act.get("hidden") for act in acts if "group" not in act["kind"])


def test_what_is_shown_again_is_shown_everywhere(day):
    day.act("c", "restore", topic=day.ids["bad"])
    assert with_marker(export(day)) >= KEEP | {"report.html", "topics.csv", "groups.csv"}


def test_a_text_that_is_hidden_once_and_shown_once_is_shown():
    day = Day()
    day.act("c", "set_phase", phase="collect")
    ada = day.arrive()
    _, again = day.say(ada, "Bus am Abend", "Bus am Abend")
    day.act("c", "hide", topic=again, reason="Doppelt")
    files = export(day)
    day.workshop.close()
    assert [row["Thema"] for row in rows(files["topics.csv"])] == [
        "1 Beitrag ausgeblendet",
        "Bus am Abend",
    ]
    assert b"Abend" in files["cloud.svg"]


def test_nothing_marks_a_day_on_which_nothing_is_hidden():
    """Its workshop.json is what it always was."""
    day = Day()
    day.act("c", "enter_cards", cards=["Bus"])
    files = export(day)
    day.workshop.close()
    assert b'"hidden":' not in files["workshop.json"]


TITLES = ("Ordnung", "Alles Mögliche", f"{MARKER} sieben", f"{MARKER} acht")
MOVES = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 9), st.integers(0, 9), st.sampled_from(TITLES)),
    max_size=25,
)


@given(MOVES)
def test_no_order_of_acts_lets_a_hidden_text_out(moves):
    """Every topic that ever had the marker, and whatever was made of it, is hidden in the end."""
    day = Day()
    ada = day.arrive()
    day.act("c", "set_phase", phase="sort")
    day.say(ada, "Bus", f"{MARKER} eins", "Café", f"{MARKER} zwei")
    touched: set[str] = set()
    for move in moves:
        try:
            play(day, ada, touched, *move)
        except Refusal:
            continue
    for topic in day.state.board_topics():
        texts = [said.text for said in day.state.live_contributions(topic)]
        if topic.id in touched or any(MARKER in text for text in texts):
            day.act("c", "hide", topic=topic.id, reason="Beleidigung") if not topic.hidden else None
    material = Material(exports.job(day.state, day.private, "de"))
    day.workshop.close()
    made = {one.name: one.make(material) for one in formats() if one.name in OF_TEXT_ALONE}
    assert with_marker({**made, "report.html": report(material.reader, None)}) == set()


def play(day: Day, ada, touched: set[str], kind: int, a: int, b: int, text: str) -> None:
    topics = [topic.id for topic in day.state.board_topics()]
    one, two = topics[a % len(topics)], topics[b % len(topics)]
    said = [said.id for said in day.state.live_contributions(day.state.topics[one])]
    parts = [{"title": text, "contributions": said}, {"title": "Rest", "contributions": said}]
    acts = (
        lambda: {one, day.act("c", "merge", topics=[one, two], title=text)["topic"]},
        lambda: {*day.act("c", "split", topic=one, parts=parts)["topics"]},
        lambda: day.act("c", "rename", topic=one, title=text) and {one},
        lambda: day.act(ada, "flag_broad", topic=one, narrower=text) and {one},
        lambda: day.act("c", "call_group", topics=[one], title=title(day, one)) and set(),
        lambda: day.act("c", ["undo", "redo"][b % 2]) and set(),
    )
    made = acts[kind]()
    if MARKER in text or touched & {one, two}:
        touched |= made
