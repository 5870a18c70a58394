"""What different words may have in common: a root, or the concept that they name."""

from functools import cache, lru_cache
from pathlib import Path

from facilitation.language.words.lemmas import german_lemma, key_of
from facilitation.language.words.word_lists import read_word_list

LISTS = Path(__file__).parent / "concepts"
PREFIXES = [
    "zusammen",
    "zurück",
    "über",
    "unter",
    "nach",
    "rück",
    "ab",
    "an",
    "auf",
    "aus",
    "bei",
    "be",
    "ein",
    "ent",
    "er",
    "ge",
    "los",
    "mit",
    "neu",
    "um",
    "un",
    "ver",
    "vor",
    "weg",
    "zer",
    "zu",
    "ver",
]
SUFFIXES = [
    "igkeiten",
    "igkeit",
    "lichkeit",
    "ierungen",
    "ierung",
    "ungen",
    "ung",
    "heiten",
    "heit",
    "keiten",
    "keit",
    "ieren",
    "lich",
    "isch",
    "ern",
    "eln",
    "erin",
    "er",
    "en",
    "em",
    "es",
    "e",
    "n",
    "s",
]
TRANSLITERATION = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
MIN_LETTERS, MIN_CONCEPT_LETTERS = 4, 5  # of a root, and of one that is looked up as a concept


@lru_cache(maxsize=50_000)
def root_of(word: str) -> str:
    """Return what a German verb and its nouns share: begrünen, Begrünung, Grün."""
    root = word.casefold().translate(TRANSLITERATION)
    for suffix in SUFFIXES:
        if root.endswith(suffix) and len(root) - len(suffix) >= MIN_LETTERS:
            return root[: -len(suffix)]
    return root


@lru_cache(maxsize=50_000)
def root_without_prefix(word: str) -> str:
    """Return the root without the verb's prefix: park of zuparken; "" where there is none."""
    for prefix in PREFIXES:
        rest = word.removeprefix(prefix)
        if (
            rest != word
            and len(rest) >= MIN_LETTERS
            and (german_lemma(rest) or german_lemma(_verb(rest)))
        ):
            return root_of(rest)
    return ""


def _verb(noun: str) -> str:
    return noun[:-3] + "en" if noun.endswith("ung") else noun + "n"


def concepts_of(word: str, language: str) -> frozenset[str]:
    """Return the concepts that a word, given by its key, names; none where no list has it."""
    known = _list(language)
    found = known.get(word)
    if found is None and language == "de":
        root = root_of(word)
        found = known.get(f"{root}-") if len(root) >= MIN_CONCEPT_LETTERS else None
    return found or frozenset()


@cache
def _list(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for concept, word in read_word_list(LISTS / f"{language}.txt"):
        key = key_of(word, language)
        for name in {key, word.casefold(), f"{root_of(key)}-" if language == "de" else key}:
            found[name] = found.get(name, frozenset()) | {concept}
    return found
