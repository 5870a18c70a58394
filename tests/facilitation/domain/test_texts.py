"""What is a text: at least one character that can be seen; otherwise as its author wrote it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from facilitation.domain.refusals import Invalid
from facilitation.domain.texts import clean, contribution_text, is_visible, title_text

BLANK = ("\u200b", "\u3164", "\u2800", "\u115f", "\u1160", "\uffa0", "\u180e", "\ufe0f", "\u0301")
BLANK += ("\u00ad", "\u2060", "\ufeff", "\u202e\u200f", "\U000e0041", "\u200d\n\u3000")
SEEN = ("a", "ä", "ض", "ї", "語", "1", "?", "…", "€", "🌱", "\u0e01\u0e33", "❤\ufe0f", "\u0378")

blanks = some.lists(
    some.characters(categories=("Cf", "Zs", "Zl", "Zp", "Mn", "Me"))
    | some.sampled_from("\u2800\u3164\u115f\u1160\uffa0\n\t"),
    max_size=40,
).map("".join)


@pytest.mark.parametrize("text", BLANK)
@pytest.mark.parametrize("as_stored", [contribution_text, title_text])
def test_text_in_which_nothing_can_be_seen_is_refused(as_stored, text):
    with pytest.raises(Invalid) as no:
        as_stored(f" {text}")

    assert no.value.key == "refusal.empty"


@pytest.mark.parametrize("text", SEEN)
def test_text_with_one_visible_character_is_one_in_any_script(text):
    assert contribution_text(text) == text


@given(blanks)
def test_blank_characters_alone_are_never_a_text_and_clear_what_may_be_empty(text):
    assert not is_visible(text)
    assert clean(text, longest=280, empty=True) == ""
    with pytest.raises(Invalid):
        contribution_text(text)


@given(blanks, some.characters(categories=("L", "N", "P")), blanks)
def test_text_stays_as_it_was_written_beside_what_is_trimmed(before, seen, after):
    text = f"{before}{seen}{after}"

    if is_visible(seen):
        assert contribution_text(text) == text.strip()


@given(some.characters(categories=("Cc",)))
def test_controls_of_other_programs_are_refused_with_what_to_do(control):
    if control in "\n\t":
        assert contribution_text(f"a{control}b") == f"a{control}b"
    else:
        with pytest.raises(Invalid) as no:
            contribution_text(f"a{control}b")
        assert no.value.key == "refusal.characters"


def test_every_letter_and_digit_that_is_no_filler_can_be_seen():
    letters = (chr(n) for n in range(0x30000) if unicodedata.category(chr(n))[0] in "LNP")
    assert {c for c in letters if not is_visible(c)} == set("\u115f\u1160\u3164\uffa0")
