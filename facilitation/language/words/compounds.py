"""German compounds taken apart: Fahrradabstellplatz is Fahrrad, abstellen and Platz."""

from functools import lru_cache

from facilitation.language.words.lemmas import german_lemma

SHORTEST = 4  # letters of a part that is not listed below
SHORT = frozenset(
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
KNOWN = frozenset(
    ["öffi", "mix", "solar", "photovoltaik", "glasfaser", "breitband", "internet", "wlan"]
)
LINKS = ("", "s", "n", "en", "es", "er", "e", "ens")
NO_HEADS = frozenset(
    ["ung", "heit", "keit", "lich", "schaft", "stellen", "innen", "ungen", "enden", "isch"]
)
WHOLES = frozenset({"transport", "report", "rapport"})  # that only look like compounds
WHOLE = 9  # letters of a word that is taken as one
LONGEST = 60  # letters; nobody's word, and taking apart costs the square of it


@lru_cache(maxsize=30_000)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the parts of a German word in small letters, as dictionary forms; one if it has none.

    Hyphens part; else the dictionary decides: every part is a word of its own, the last one first.
    """
    if "-" in word:
        return tuple(part for piece in word.split("-") if piece for part in parts_of(piece))
    if len(word) > LONGEST or word in WHOLES:
        return (word,)
    return _apart(word.casefold().replace("ss", "ß") if "ß" in word else word) or (word,)


def _apart(word: str) -> tuple[str, ...] | None:
    """Return two or more parts; the longest head that leaves a word before it wins."""
    for cut in range(3, len(word) - 2):
        head = _word(word[cut:])
        if not head or word[cut:] in NO_HEADS:
            continue
        for link in LINKS:
            rest = word[: cut - len(link)] if word[:cut].endswith(link) else ""
            if len(rest) < 3:
                continue
            first = _word(rest) or _stem(rest)
            before = _finer(rest, first) or (first and (first,))
            if before:
                return (*before, *(_finer(word[cut:], head) or (head,)))
    return None


def _finer(part: str, known: str) -> tuple[str, ...] | None:
    """Take a part apart again; a short word that the dictionary has is one: "Transport"."""
    return None if known and len(part) <= WHOLE else _apart(part)


def _word(part: str) -> str:
    """Return the dictionary form of a noun or a listed short word; "" where it is none."""
    if len(part) < SHORTEST and part not in SHORT:
        return ""
    lemma = german_lemma(part.capitalize())
    if lemma[:1].isupper():
        return lemma.casefold()
    return part if part in SHORT or part in KNOWN else ""


def _stem(part: str) -> str:
    """Return the verb whose stem stands before a noun: Abstell- of abstellen, Fahr- of fahren."""
    if len(part) < SHORTEST:
        return ""
    verb = german_lemma(part + "en")
    return verb if verb.islower() else ""
