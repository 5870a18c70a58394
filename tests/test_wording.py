"""Every sentence for people is in the catalogues, in every language, and nowhere else."""

import json
import re

import pytest

from facilitation.domain.commands import BOARD_FIELDS, BOARD_TEXTS, OPENINGS, PHASES, SCENES
from facilitation.domain.folding.operations.steps import MOVES_DOTS
from facilitation.exports.formats.tables.results_xlsx import SHEETS
from screens import wording
from tests import catalogue as cat

ALL = cat.catalogues()
ORIGINAL = ALL[wording.ORIGINAL]
PARTS = {key.split(".")[0] for key in ORIGINAL} | {p for ps in wording.PARTS.values() for p in ps}
STEPS = (*MOVES_DOTS, "rename", "call_group", "change_group", "dissolve_group")
SUPPORTERS = ("moderator", "partner", "network")
FAMILIES = {
    "console.field.{}": BOARD_FIELDS,
    "console.openings.{}": OPENINGS,
    "console.phase.{}": PHASES,
    "console.scene.{}": SCENES,
    "console.supporter.{}": SUPPORTERS,
    "console.via.{}": ("phone", "interview", "kiosk", "wall"),
    "console.settings.counts_{}": ("hidden", "revealed"),
    "history.{}": STEPS,
    "phone.board.{}": BOARD_FIELDS,
    "phone.contact.ask_{}": ("email", "link", "phone"),
    "export.sheet.{}": tuple(SHEETS),
    "phone.phase.{}": PHASES,
    "phone.waits.{}": ("overdue", "sending", "wifi"),
    "refusal.closed_{}": OPENINGS,
    "wall.board.{}": [field for field in BOARD_TEXTS if field != "contact"],
    "wall.theme.{}": ("dark", "light"),
}
"""Keys that are put together, and all that may be put in. A family that no source uses is idle."""
TERMINAL = ("app.py", "screens/commands/")
"""What the terminal says to whoever starts the program, in German alone."""
GERMAN_WORDS = "facilitation/language"
"""Stop words and forms of words are data about German, not sentences."""

NO_KEYS = {"wall.theme"}
"""Names under which a page keeps something in the browser."""
SAME_EVERYWHERE = {"Esc", "Open-Sozial"}
"""What is printed on the keys of every keyboard, and the name of the product."""

USED = {path: cat.keys_in(text, PARTS) for path, text in cat.sources().items()}
BUILT = {family for text in cat.sources().values() for family in cat.families_in(text, PARTS)}


def name(path) -> str:
    return path.relative_to(cat.ROOT).as_posix()


def test_languages_are_german_the_original_and_english():
    codes = [entry["code"] for entry in wording.languages()]
    assert codes[0] == "de"
    assert {"de", "en"} <= set(codes)


@pytest.mark.parametrize("language", sorted(ALL))
def test_catalogue_has_every_key_of_the_original_and_no_other(language):
    assert cat.bases_of(ALL[language]) == cat.bases_of(ORIGINAL)


@pytest.mark.parametrize("language", sorted(ALL))
def test_counted_sentences_stand_in_every_plural_category_of_the_language(language):
    needed = {
        f"{base}_{category}"
        for base in cat.counted(ORIGINAL)
        for category in cat.categories_of(language)
    }
    counted = cat.counted(ALL[language])
    there = {key for key in ALL[language] if key.rpartition("_")[0] in counted}
    assert {key for key in there if key.rpartition("_")[2] in cat.CATEGORIES} == needed


@pytest.mark.parametrize("language", sorted(ALL))
def test_gaps_are_the_same_in_every_language_and_category(language):
    """The count itself may be left out, and what goes with a single thing: "Noch ein Punkt"."""
    for key, said in ALL[language].items():
        base, _, category = key.rpartition("_")
        is_counted = base in cat.counted(ORIGINAL) and category in cat.CATEGORIES
        original = ORIGINAL[f"{base}_other" if is_counted else key]
        gaps, needed = cat.gaps_of(said), cat.gaps_of(original)
        assert gaps <= needed | {"count"} if is_counted else gaps == needed, key
        if category == "other" and is_counted:
            assert gaps | {"count"} == needed | {"count"}, key


@pytest.mark.parametrize("language", sorted(ALL))
def test_sentences_are_not_empty_and_begin_and_end_with_a_word(language):
    """In the terminal they may be set in from the margin."""
    wrong = [key for key, said in ALL[language].items() if not said.strip()]
    terminal = ("cli.", "rehearse.")
    spoken = {key: said for key, said in ALL[language].items() if not key.startswith(terminal)}
    assert wrong + [key for key, said in spoken.items() if said != said.strip()] == []


@pytest.mark.parametrize("language", sorted(ALL))
def test_catalogue_is_sorted_so_that_two_who_add_to_it_do_not_collide(language):
    text = (cat.FOLDER / f"{language}.json").read_text(encoding="utf-8")
    keys = [key for key, _ in json.loads(text, object_pairs_hook=list)]
    assert keys == sorted(set(keys))


def test_german_uses_german_quotation_marks_and_a_real_ellipsis():
    wrong = {}
    for key, said in ORIGINAL.items():
        marks = re.sub(r"[^„“\"”‚‘']", "", said)
        if marks.replace("„“", "").replace("‚‘", "") or "..." in said:
            wrong[key] = said
    assert wrong == {}


def test_english_uses_english_quotation_marks_and_a_real_ellipsis():
    wrong = {
        key: said
        for key, said in ALL["en"].items()
        if re.sub(r"[^„“\"”]", "", said).replace("“”", "") or "..." in said
    }
    assert wrong == {}


@pytest.mark.parametrize("path", USED, ids=name)
def test_every_key_in_the_sources_has_a_sentence(path):
    spoken = {*cat.bases_of(ORIGINAL), *ORIGINAL}
    assert USED[path] - spoken - NO_KEYS == set()


@pytest.mark.parametrize("family", sorted(BUILT & set(FAMILIES)))
def test_every_key_of_a_family_has_a_sentence(family):
    missing = {family.format(value) for value in FAMILIES[family]} - cat.bases_of(ORIGINAL)
    assert missing == set()


@pytest.mark.parametrize("family", sorted(BUILT))
def test_every_family_of_keys_has_sentences(family):
    assert [key for key in cat.bases_of(ORIGINAL) if cat.fits(key, family)]


def test_no_sentence_is_left_that_nobody_says():
    literal = set().union(*USED.values())
    idle = {
        key
        for key in cat.bases_of(ORIGINAL) - literal
        if not any(cat.fits(key, family) for family in BUILT)
    }
    assert idle == set()


def test_every_gap_of_a_refusal_is_filled():
    """By some refusal with that key: a bare one may be caught and raised anew with its gaps."""
    given: dict[str, set[str]] = {}
    for text in cat.python().values():
        for key, gaps in cat.refusals_in(text):
            given.setdefault(key, set()).update(gaps)
    for key, gaps in given.items():
        said = [ORIGINAL.get(name, "") for name in (key, f"{key}_one", f"{key}_other")]
        needed = set().union(*map(cat.gaps_of, said))
        assert needed <= gaps, key
        assert key not in cat.counted(ORIGINAL) or "count" in gaps, key


@pytest.mark.parametrize("path", cat.python(), ids=name)
def test_no_german_sentence_stands_in_python(path):
    if name(path).startswith((*TERMINAL, GERMAN_WORDS)):
        return
    found = [said for said in cat.strings_in(path.read_text(encoding="utf-8")) if german(said)]
    assert found == []


def german(said: str) -> bool:
    """Two words in a row with letters or quotation marks that only German has among ours."""
    return bool(re.search(r"[äöüßÄÖÜ„“]", said)) and " " in said.strip()


@pytest.mark.parametrize("path", cat.scripts(), ids=name)
def test_no_sentence_stands_in_javascript(path):
    script = path.read_text(encoding="utf-8")
    assert set(cat.spoken_in(script)) <= SAME_EVERYWHERE
    quoted = re.findall(r"\"[^\"\n]*\"|'[^'\n]*'", cat.without_comments(script))
    assert [said for said in quoted if german(said)] == []


@pytest.mark.parametrize("path", cat.templates(), ids=name)
def test_no_sentence_stands_in_a_template(path):
    assert set(cat.texts_of(path.read_text(encoding="utf-8"))) <= SAME_EVERYWHERE


SHEETS = sorted((cat.ROOT / "static" / "css").rglob("*.css"))
PHYSICAL = re.compile(
    r"""(?:^|[;{\s])(?:
      (?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*\s*:
    | border-(?:top|bottom)-(?:left|right)-radius\s*:
    | (?:left|right)\s*:
    | (?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)
    )""",
    re.X | re.M,
)
"""Sides of the paper; logical ones (inline-start) turn with the direction of a language."""


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_style_sheets_name_no_left_and_right(sheet):
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    rules = re.sub(r"\.ghost \{[^}]*\}", "", rules)  # it follows the pointer, from the left
    assert PHYSICAL.findall(rules) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_four_sides_in_one_line_are_the_same_left_and_right(sheet):
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    lopsided = []
    for rule in re.findall(r"(?:margin|padding|inset)\s*:\s*([^;}]+)", rules):
        sides = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", "()", rule).split()
        if len(sides) == 4 and "()" not in rule and sides[1] != sides[3]:
            lopsided.append(rule)
    assert lopsided == []
