"""The minutes as a PDF, read by another library than the one that wrote them."""

import io
import re

import pytest
from pypdf import PdfReader

from facilitation import exports
from facilitation.exports.formats.documents import minutes_pdf
from facilitation.exports.material import Material
from tests.facilitation.example_day import Day

LTR = re.compile(r"[^\u0590-\u08ff\ufb1d-\ufeff]*")


def minutes_of(day: Day, language: str = "de") -> PdfReader:
    content = minutes_pdf.make(Material(exports.job(day.state, day.private, language)))
    return PdfReader(io.BytesIO(content), strict=True)


def squeezed(text: str) -> str:
    """The text without spaces, which a line's end may stand in for, and without isolates."""
    return re.sub(r"[\s\u2066-\u2069]", "", text)


def text_of(pdf: PdfReader) -> str:
    """What stands on the pages, without the numbers of pages between them."""
    pages = (re.sub(r"Seite \d+", "", page.extract_text()) for page in pdf.pages)
    return squeezed("".join(pages))


def bookmarks(pdf: PdfReader) -> dict[str, list[str]]:
    """The chapters by part."""
    found: dict[str, list[str]] = {}
    for entry in pdf.outline:
        if isinstance(entry, list):
            found[list(found)[-1]] = [chapter.title for chapter in entry]
        else:
            found[entry.title] = []
    return found


@pytest.fixture(scope="module")
def pdf(files):
    return PdfReader(io.BytesIO(files["minutes.pdf"]), strict=True)


@pytest.fixture
def empty_day():
    made = Day()
    yield made
    made.workshop.close()


def test_minutes_say_everything_that_may_be_passed_on(pdf, document):
    text = text_of(pdf)
    hidden = {id for t in document["topics"] if t["reason"] for id in t["contributions"]}
    said = [one["text"] for one in document["contributions"] if one["id"] not in hidden]
    titles = [topic["title"] for topic in document["topics"] if not topic["reason"]]
    boards = [
        value
        for group in document["groups"]
        for field, value in group["board"].items()
        if field not in ("meeting_date", "meeting_time")
    ]
    tasks = [offer["task"] for offer in document["help"] if offer["people"]]
    for words in [*said, *titles, *boards, *tasks, "Dienstag, 8. Dezember 2026, 19:00 Uhr"]:
        for part in filter(str.strip, LTR.findall(words)):
            assert squeezed(part.replace("🧡", "")) in text, words


def test_letters_that_join_are_drawn_as_themselves(pdf):
    """Shaped letters still copy as what was written, whatever their order on the line."""
    letters = set(text_of(pdf))
    assert set("مقهىاللغةكليومثلاثاء") <= letters
    assert set("Підтримкавдома") <= letters


def test_hidden_words_and_contacts_are_not_in_the_minutes(pdf):
    text = text_of(pdf)
    assert "Meier" not in text
    assert "ada@example.org" not in text
    assert "1Beitragausgeblendet" in text


def test_bookmarks_lead_to_every_part_group_and_topic(pdf, document):
    found = bookmarks(pdf)
    assert list(found)[:3] == ["Was oft gesagt wurde", "Das war euch wichtig", "Die Themengruppen"]
    assert found["Die Themengruppen"] == [group["title"] for group in document["groups"]]
    shown = {topic["title"] for topic in document["topics"] if not topic["reason"]}
    assert set(found["Alle Themen, in euren Worten"]) == shown


def test_every_group_has_a_page_of_its_own_and_the_contents_lead_there(pdf, document):
    pages = [pdf.get_destination_page_number(e) for part in pdf.outline for e in chapters(part)]
    groups = pages[: len(document["groups"])]
    assert len(set(groups)) == len(groups)
    contents = pdf.pages[1]
    links = [note.get_object() for note in contents["/Annots"]]
    assert len(links) >= 2 * len(document["groups"])
    for page, group in zip(groups, document["groups"], strict=True):
        assert squeezed(group["title"]) in squeezed(pdf.pages[page].extract_text())
        line = f"{group['title']}{page + 1}"
        assert squeezed(line) in squeezed(contents.extract_text())


def chapters(entry: object) -> list:
    return entry if isinstance(entry, list) else []


def descriptions(node: object) -> list[str]:
    """What a screen reader says of the pictures, from the tree of the document's structure."""
    node = getattr(node, "get_object", lambda: node)()
    if isinstance(node, list):
        return [text for kid in node for text in descriptions(kid)]
    if not isinstance(node, dict):
        return []
    return [str(node["/Alt"])] if "/Alt" in node else descriptions(node.get("/K", []))


def test_document_names_its_title_and_language_and_describes_its_picture(pdf, document):
    assert pdf.metadata.title == document["title"]
    assert str(pdf.trailer["/Root"]["/Lang"]) == "de"
    assert descriptions(pdf.trailer["/Root"]["/StructTreeRoot"]) == [
        "Die häufigsten Wörter aus euren Beiträgen."
    ]


def test_the_same_harvest_gives_the_same_minutes(day, files):
    material = Material(exports.job(day.state, day.private, "de"))
    assert minutes_pdf.make(material) == files["minutes.pdf"]


def test_a_day_without_a_word_has_minutes_too(empty_day):
    pdf = minutes_of(empty_day)
    assert list(bookmarks(pdf)) == ["So geht es weiter"]
    assert "NochhatkeineGruppeeinenTermineingetragen." in text_of(pdf)


def test_texts_of_any_kind_and_length_are_set(empty_day):
    texts = [
        "=1+1",
        "<script>alert(1)</script>",
        "W" * 280,
        "👍" * 280,
        "מים\nabc",
        "ท้องถิ่น",
        "a\n" * 139 + "a",
    ]
    empty_day.act("c", "set_phase", phase="collect")
    empty_day.say(empty_day.arrive(), *texts)
    text = text_of(minutes_of(empty_day, "en"))
    assert "<script>alert(1)</script>" in text
    assert "W" * 280 in re.sub(r"Page\d+", "", text)


def test_more_groups_than_one_page_of_contents_holds_are_all_led_to(empty_day):
    empty_day.act("c", "set_phase", phase="collect")
    topics = empty_day.act("c", "enter_cards", cards=[f"Thema {n}" for n in range(60)])["topics"]
    for n, topic in enumerate(topics):
        empty_day.act("c", "call_group", topics=[topic], title=f"Gruppe {n} für alle")
    pdf = minutes_of(empty_day)
    starts = [pdf.get_destination_page_number(e) for part in pdf.outline for e in chapters(part)][
        :60
    ]
    text = squeezed("".join(page.extract_text() for page in pdf.pages[1:4]))
    for n, page in enumerate(starts):
        assert squeezed(f"Gruppe {n} für alle") in squeezed(pdf.pages[page].extract_text())
        assert f"Gruppe{n}füralle{page + 1}" in text
