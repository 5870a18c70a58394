"""Split German compounds: Fahrradabstellplatz is Fahrrad, abstellen and Platz."""

from functools import lru_cache

from facilitation.language.words.lemmas import german_lemma

MIN_LETTERS = 4  # letters of a part that is not in SHORT_WORDS
SHORT_WORDS = frozenset(
    [
        "rad",
        "weg",
        "bus",
        "bau",
        "rat",
        "hof",
        "see",
        "tor",
        "amt",
        "uhr",
        "gas",
        "zug",
        "rad",
        "tag",
        "ort",
        "art",
        "not",
        "eis",
        "tee",
        "arm",
        "ohr",
        "akw",
        "pkw",
        "lkw",
        "alt",
        "neu",
        "bio",
        "fuß",
        "fuss",
        "dorf",
        "park",
        "auto",
        "müll",
        "kita",
    ]
)
EXTRA_WORDS = frozenset(
    ["öffi", "mix", "solar", "photovoltaik", "glasfaser", "breitband", "internet", "wlan"]
)
LINKING_ELEMENTS = ("", "s", "n", "en", "es", "er", "e", "ens")
SUFFIXES = frozenset(
    ["ung", "heit", "keit", "lich", "schaft", "stellen", "innen", "ungen", "enden", "isch"]
)
NOT_COMPOUNDS = frozenset({"transport", "report", "rapport"})  # that only look like compounds
MAX_UNSPLIT_LETTERS = 9  # of a part of a compound that the dictionary has
MAX_LETTERS = 60  # splitting takes time by the square of it


@lru_cache(maxsize=30_000)
def split_compound(word: str) -> tuple[str, ...]:
    """Return the parts of a German word in lower case, as dictionary forms; itself if it has none.

    It is split at hyphens, else where the dictionary has every part as a word, the last one first.
    """
    if "-" in word:
        return tuple(part for piece in word.split("-") if piece for part in split_compound(piece))
    if len(word) > MAX_LETTERS or word in NOT_COMPOUNDS:
        return (word,)
    return _split(word.casefold().replace("ss", "ß") if "ß" in word else word) or (word,)


def _split(word: str) -> tuple[str, ...] | None:
    """Return two or more parts, the head (the last part) as long as possible."""
    for cut in range(3, len(word) - 2):
        head = _noun(word[cut:])
        if not head or word[cut:] in SUFFIXES:
            continue
        for link in LINKING_ELEMENTS:
            rest = word[: cut - len(link)] if word[:cut].endswith(link) else ""
            if len(rest) < 3:
                continue
            first = _noun(rest) or _verb_of_stem(rest)
            before = _split_part(rest, first) or (first and (first,))
            if before:
                return (*before, *(_split_part(word[cut:], head) or (head,)))
    return None


def _split_part(part: str, known: str) -> tuple[str, ...] | None:
    """Split a part again, unless it is a short word that the dictionary has: "Transport"."""
    return None if known and len(part) <= MAX_UNSPLIT_LETTERS else _split(part)


def _noun(part: str) -> str:
    """Return the dictionary form of a noun or of a short word, else ""."""
    if len(part) < MIN_LETTERS and part not in SHORT_WORDS:
        return ""
    lemma = german_lemma(part.capitalize())
    if lemma[:1].isupper():
        return lemma.casefold()
    return part if part in SHORT_WORDS or part in EXTRA_WORDS else ""


def _verb_of_stem(part: str) -> str:
    """Return the verb whose stem stands before a noun: Abstell- of abstellen, Fahr- of fahren."""
    if len(part) < MIN_LETTERS:
        return ""
    verb = german_lemma(part + "en")
    return verb if verb.islower() else ""
