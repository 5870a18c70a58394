"""File names from titles that anybody may have typed."""

import re
import unicodedata

LONGEST = 40
NUMBERED = re.compile(r"\d{2,}(-[a-z0-9]+)*")
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug(title: str) -> str:
    """Return the letters and digits of a title, in ASCII and joined by hyphens; "" for none."""
    small = unicodedata.normalize("NFC", title).lower().translate(GERMAN)
    folded = unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:LONGEST].strip("-")


def numbered(titles: list[str]) -> list[str]:
    """Return a file name a title, without ending: "01-bus-am-abend".

    The number makes it unique, never empty, and never a name that Windows keeps for itself.
    """
    digits = max(2, len(str(len(titles))))
    names = (f"{n:0{digits}}-{slug(title)}" for n, title in enumerate(titles, start=1))
    return [name.strip("-") for name in names]


def is_numbered(name: str) -> bool:
    """Whether `numbered` may have given this name, or a further picture of its group has it."""
    return NUMBERED.fullmatch(name) is not None
