"""What the screens ask of the wording: which language a browser wants, what one screen says."""

from babel.core import negotiate_locale

from facilitation.wording import (
    FOLDER,
    ORIGINAL,
    RIGHT_TO_LEFT,
    catalogue,
    direction,
    known,
    languages,
    say,
)

__all__ = [
    "FOLDER",
    "ORIGINAL",
    "PARTS",
    "RIGHT_TO_LEFT",
    "catalogue",
    "direction",
    "for_screen",
    "known",
    "languages",
    "negotiate",
    "say",
]

PARTS = {
    "phone": ("phone", "shared", "notice", "refusal"),
    "console": ("console", "shared", "notice", "refusal", "history"),
    "wall": ("wall", "shared"),
}
"""The parts of the catalogue that each screen gets."""


def negotiate(accepted: str | None) -> str:
    """Return the language an Accept-Language header asks for first, of those there are."""
    asked = [part.split(";")[0].strip() for part in (accepted or "").split(",")]
    codes = [entry["code"] for entry in languages()]
    found = negotiate_locale([code for code in asked if code], codes, sep="-")
    return found or known(asked[0].split("-")[0])


def for_screen(screen: str, language: str) -> dict[str, str]:
    """Return what one screen says in one language, gaps open, German where it lacks a sentence."""
    sentences = {**catalogue(ORIGINAL), **catalogue(language)}
    parts = PARTS[screen]
    return {key: said for key, said in sentences.items() if key.split(".")[0] in parts}
