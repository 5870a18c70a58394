"""What the screens ask of the wording: which language a browser wants, what one screen says."""

import re
from functools import cache

from babel.core import negotiate_locale

from facilitation.domain.commands import OPENINGS
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

PHONE_REFUSALS = (
    *(f"refusal.closed_{what}" for what in OPENINGS),
    "refusal.badge_needed",
    "refusal.consent",
    "refusal.dots_cap",
    "refusal.dots_used_up",
    "refusal.sealed",
)
"""What a phone says by itself before it asks; every other refusal comes in the server's answer."""
PARTS = {
    "phone": ("phone", "shared", "notice", *PHONE_REFUSALS),
    "console": (
        "console",
        "shared",
        "notice",
        "refusal",
        "history",
        "doctor",
        "suggest",
        "breadth",
    ),
    "wall": ("wall", "shared"),
}
"""What of the catalogue each screen gets: whole parts, or single sentences with their plurals."""

_PLURAL = re.compile(r"_(zero|one|two|few|many|other)$")


def negotiate(accepted: str | None) -> str:
    """Return the language an Accept-Language header asks for first, of those there are."""
    asked = [part.split(";")[0].strip() for part in (accepted or "").split(",")]
    codes = [entry["code"] for entry in languages()]
    found = negotiate_locale([code for code in asked if code], codes, sep="-")
    return found or known(asked[0].split("-")[0])


@cache
def for_screen(screen: str, language: str) -> dict[str, str]:
    """Return what one screen says in one language, gaps open, German where it lacks a sentence."""
    sentences = {**catalogue(ORIGINAL), **catalogue(language)}
    parts = PARTS[screen]
    return {
        key: said
        for key, said in sentences.items()
        if key.split(".")[0] in parts or _PLURAL.sub("", key) in parts
    }
