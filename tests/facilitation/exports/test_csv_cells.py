"""Nothing a person typed becomes a formula, a row of its own, or a path."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.exports.csv_cells import csv_bytes, safe
from facilitation.exports.file_names import numbered

FORMULA = st.sampled_from(["=", "+", "-", "@", "\t", "\r"])
NASTY = st.one_of(
    st.text(),
    st.builds(str.__add__, FORMULA, st.text()),
    st.sampled_from(['"', ';"\n', '=cmd|"/c calc"!A1', "a\r\nb", "\ufeff=1", "CON", "../../x"]),
).filter(lambda text: text.isprintable() or not any("\ud800" <= c <= "\udfff" for c in text))
RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10))}


@given(NASTY)
def test_safe_never_leaves_a_formula(text):
    cell = safe(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in (text, f"'{text}")


@given(st.lists(st.lists(NASTY, min_size=3, max_size=3), max_size=5))
def test_table_gives_every_cell_back(rows):
    content = csv_bytes(["a", "b", "c"], rows)
    text = content.decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert read[1:] == [[safe(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("letter", ["a", "\U0001f9e1"])
def test_a_cell_too_long_for_excel_ends_in_an_ellipsis(letter):
    cell = safe(letter * 40_000)
    assert len(cell.encode("utf-16-le")) // 2 <= 32_767
    assert cell.strip(letter) == "…"


@given(st.lists(NASTY, max_size=12))
def test_file_names_are_plain_short_and_unique(titles):
    names = numbered(titles)
    assert len(set(names)) == len(titles)
    for name in names:
        assert 2 <= len(name) <= 50
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert name not in RESERVED
        assert not name.endswith("-")


def test_file_names_keep_german_letters_readable():
    assert numbered(["Straßenfest für Ältere", "日本"]) == ["01-strassenfest-fuer-aeltere", "02"]
