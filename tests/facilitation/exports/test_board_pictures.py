"""Boards are pictures that can be opened, with every letter on them."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facilitation.domain.commands import BOARD_TEXTS
from facilitation.drawing import fonts
from facilitation.drawing.typesetting import clip, drawable, measure, reads_rtl, runs, wrap
from facilitation.exports import board_pictures
from facilitation.exports.board_pictures import MOST_PICTURES, boards
from facilitation.exports.board_pictures.canvas import COLUMN_WIDTH
from facilitation.exports.reader import Reader

CLEAN = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=300)


def reader(*groups: dict) -> Reader:
    whole = [{"id": f"g{n}", **group} for n, group in enumerate(groups)]
    return Reader({"title": "Probe", "groups": whole}, "de")


def sizes(files: dict[str, bytes]) -> set:
    return {Image.open(io.BytesIO(content)).size for content in files.values()}


def test_boards_are_one_picture_a_group():
    files = boards(reader({"title": "Bus", "board": {"goal": "Ein Bus"}}, {"title": "CON"}))
    assert list(files) == ["boards/01-bus.png", "boards/02-con.png"]
    assert sizes(files) == {(1920, 1080)}


def test_a_long_board_goes_on_on_a_second_picture():
    text = "Ein langer Satz darüber, was wir vorhaben. " * 45
    fields = {field: text[:2000] for field in BOARD_TEXTS if field != "contact"}
    files = boards(reader({"title": "Viel", "board": fields}))
    assert list(files)[:2] == ["boards/01-viel.png", "boards/01-viel-2.png"]
    assert sizes(files) == {(1920, 1080)}


def test_the_same_group_gives_the_same_picture():
    group = {"title": "Bus", "board": {"goal": "Ein Bus"}}
    assert boards(reader(group)) == boards(reader(group))


@settings(max_examples=15)
@given(CLEAN.filter(str.strip), CLEAN, CLEAN)
def test_boards_draw_whatever_people_write(title, goal, steps):
    title = " ".join(title.split())[:120]
    files = boards(reader({"title": title, "board": {"goal": goal, "steps": steps}}))
    assert sizes(files) == {(1920, 1080)}


@given(CLEAN)
def test_wrapped_lines_fit_and_lose_no_letter(text):
    text = drawable(text) or ""
    lines = wrap(text, COLUMN_WIDTH, 40, "#000000")
    assert all(
        measure(line.text, 40, False) <= COLUMN_WIDTH or len(line.text) == 1 for line in lines
    )
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())


@given(CLEAN)
def test_every_run_has_a_font_with_all_its_letters(text):
    text = (drawable(text) or "").replace("\n", " ")
    assert "".join(runs(text, True)) == text
    assert all(fonts.covers(run, True) for run in runs(text, True))


def test_a_text_of_several_fonts_is_drawn_word_by_word():
    unknown = "\U0001e900\U0001e901"
    assert runs(f"  Hallo {unknown} du ", False) == ["  ", "Hallo ", *unknown, " ", "du "]


def test_texts_read_from_the_right_are_set_from_the_right():
    assert reads_rtl("1. مقهى اللغة")
    assert not reads_rtl("1. Café مقهى")
    assert all(line.rtl for line in wrap("مقهى اللغة كل يوم", 200, 40, "#000000"))


def test_letters_that_no_font_has_are_never_drawn_as_boxes():
    unknown = "\U0001e900"
    assert not fonts.drawable(unknown)
    assert drawable(f"Hallo {unknown}") is None
    assert drawable("Hallo \U0001fae8!") == "Hallo !"


def test_font_has_the_letters_of_german():
    for bold in (False, True):
        assert fonts.covers("Äpfel für 3 €, „heiß“ – ja…", bold)


def margins(picture: bytes) -> set:
    """The colours of the outermost 40 pixels at the sides and at the foot."""
    image = Image.open(io.BytesIO(picture))
    width, height = image.size
    edges = [(0, 0, 40, height), (width - 40, 0, width, height), (0, height - 8, width, height)]
    return {colour for box in edges for _, colour in image.crop(box).getcolors(1 << 20)}


@pytest.mark.parametrize("letter", ["W", "m ", "—", "漢", "i"])
def test_nothing_runs_out_of_the_picture(letter):
    """Titles of 120 letters, a table and a name that are as long as they may be."""
    group = {
        "title": (letter * 120)[:120],
        "table": letter * 40,
        "supporter": "s1",
        "members": 12,
        "board": {"goal": letter * 300, "contact": "nobody@example.org"},
    }
    roster = [{"id": "s1", "kind": "partner", "name": (letter * 120)[:120]}]
    taken = {"title": (letter * 120)[:120], "groups": [{"id": "g", **group}], "supporters": roster}
    pictures = boards(Reader(taken, "de")).values()
    assert {colour for picture in pictures for colour in margins(picture)} == {(246, 239, 226)}


def test_a_board_without_end_stops_and_says_where_the_rest_is(monkeypatch):
    drawn = []
    monkeypatch.setattr(
        board_pictures, "draw", lambda head, columns, foot: drawn.append((columns, foot)) or b""
    )
    fields = {field: "a\n" * 999 + "a" for field in BOARD_TEXTS if field != "contact"}
    assert len(boards(reader({"title": "Viel", "board": fields}))) == MOST_PICTURES
    columns, foot = drawn[-1]
    assert foot.endswith("Der Rest steht in report.html.")
    assert columns[-1][-1].lines[-1].text == "…"


def test_what_is_clipped_ends_in_an_ellipsis_within_the_width():
    lines = wrap("Wir wollen abends nach Hause kommen, auch ohne Auto", 300, 40, "#000000")
    assert clip(lines, len(lines), 300) == lines
    first, second = clip(lines, 2, 300)
    assert (first, second.text[-1]) == (lines[0], "…")
    assert measure(second.text, 40, False) <= 300
