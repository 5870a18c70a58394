import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facilitation.cloud import word_extents
from facilitation.cloud.layout import lay_out
from facilitation.cloud.pictures import COLOURS, cloud_png, cloud_svg, colour_of
from facilitation.language.words.terms import Term

SVG = "{http://www.w3.org/2000/svg}"
CSS = Path(__file__).parent.parent.parent.parent / "static" / "css"


def cloud_of(*texts):
    terms = [Term(text, text, len(texts) - n) for n, text in enumerate(texts)]
    return lay_out(terms, None, width=1920, height=880)


def picture(cloud):
    return Image.open(io.BytesIO(cloud_png(cloud)))


def test_svg_has_every_word_as_text_in_its_colour():
    root = ET.fromstring(cloud_svg(cloud_of("Bus", "图书馆", "مكان")))

    words = root.findall(f"{SVG}text")
    assert [word.text for word in words] == ["Bus", "图书馆", "مكان"]
    assert [word.get("fill") for word in words] == [COLOURS[colour_of(w.text)] for w in words]
    assert root.find(f"{SVG}desc").text == "Bus, 图书馆, مكان"
    assert root.find(f"{SVG}title") is not None


@given(st.text(st.characters(codec=None), min_size=1, max_size=20))
def test_svg_is_valid_whatever_a_word_is(text):
    (word,) = cloud_of(text)["words"]

    root = ET.fromstring(cloud_svg({"w": 1920, "h": 880, "words": [word], "more": 0}))

    assert len(root.findall(f"{SVG}text")) == 1


def test_svg_asks_for_nothing_outside():
    svg = cloud_svg(cloud_of('<script src="http://x">', "&amp;")).decode()

    assert "<script" not in svg
    assert "href" not in svg
    assert svg.count("http") == 3  # the name space; the word, said and drawn


def test_png_is_as_large_as_a_wall_and_has_the_words():
    drawn = picture(cloud_of("Bus", "Bahn"))

    assert drawn.size == (1920, 1080)
    assert len(drawn.getcolors(100_000)) > 10


def test_png_of_no_words_is_bare_ground():
    assert len(picture(lay_out([], None, width=1920, height=880)).getcolors()) == 1


def test_png_draws_no_boxes_for_what_no_font_here_has_and_says_so():
    assert word_extents.font_for("\U000e0fff\U000f1234", 40) is None
    drawn = picture(cloud_of("\U000f1234"))

    assert drawn.crop((0, 0, 1920, 980)).getcolors() == [(1920 * 980, (0xF6, 0xEF, 0xE2))]
    assert len(drawn.crop((0, 980, 1920, 1080)).getcolors(100_000)) > 10


def test_pictures_say_how_many_words_they_leave_out():
    cloud = {**cloud_of("Bus"), "more": 12}

    assert "… und 12 weitere Wörter" in cloud_svg(cloud).decode()
    assert "… and 12 more words" in cloud_svg(cloud, "en").decode()
    assert "weitere" not in cloud_svg(cloud_of("Bus")).decode()
    assert picture(cloud).tobytes() != picture(cloud_of("Bus")).tobytes()


def test_svg_keeps_each_word_to_its_width_whatever_font_draws_it():
    cloud = cloud_of("Bus", "Bahnhof")

    words = ET.fromstring(cloud_svg(cloud)).findall(f"{SVG}text")

    assert [float(word.get("textLength")) for word in words] == [
        pytest.approx(word["width"], abs=0.1) for word in cloud["words"]
    ]


def test_scripts_beyond_latin_have_a_face_without_any_font_of_the_machine():
    assert all(word_extents.font_for(text, 40) for text in ("допомога", "Łódź", "Ελλάδα", "Straße"))


def test_arabic_is_drawn_only_where_its_letters_can_be_joined(monkeypatch):
    monkeypatch.setattr(word_extents.features, "check", lambda _: False)
    word_extents._source_for.cache_clear()
    assert word_extents.font_for("مكان", 40) is None
    monkeypatch.undo()
    word_extents._source_for.cache_clear()


@pytest.mark.parametrize("n", range(1, 6))
def test_colours_are_those_of_the_wall(n):
    assert f"--word-{n}: {COLOURS[n]};" in (CSS / "wall" / "frame" / "frame.css").read_text(
        encoding="utf-8"
    )


def test_colour_of_a_text_is_that_of_the_wall():
    assert f"--accent: {COLOURS[0]};" in (CSS / "tokens.css").read_text(encoding="utf-8")
    assert [colour_of(text) for text in ("Bus", "Pflege", "图书馆", "🚌")] == [1, 3, 4, 0]
