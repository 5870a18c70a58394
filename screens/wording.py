"""Every sentence a person sees, from the catalogues in static/wording (i18next JSON v4).

Keys are `part.what`; a key with a counted gap stands once for each CLDR plural category
(`dots.left_one`, `dots.left_other`), chosen by the gap `count`. German is the original: a
sentence that another language lacks is said in German.
"""

import json
import re
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import negotiate_locale

FOLDER = Path(__file__).parent.parent / "static" / "wording"
ORIGINAL = "de"
RIGHT_TO_LEFT = {"ar", "ckb", "fa", "he", "ps", "ur", "yi"}
PARTS = {
    "phone": ("phone", "shared", "notice", "refusal"),
    "console": ("console", "shared", "notice", "refusal", "history"),
    "wall": ("wall", "shared"),
}
"""The parts of the catalogue that each screen gets."""

_GAP = re.compile(r"\{(\w+)\}")


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return all sentences of one language by key; none for a language without a file."""
    path = FOLDER / f"{language}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


@cache
def languages() -> list[dict]:
    """Return the languages there are, the original first: code, own name and direction."""
    codes = sorted(path.stem for path in FOLDER.glob("*.json"))
    codes.sort(key=lambda code: code != ORIGINAL)
    return [{"code": code, "name": _own_name(code), "dir": direction(code)} for code in codes]


def known(language: object) -> str:
    """Return the language if there is a catalogue for it, else the original."""
    return language if isinstance(language, str) and language in _codes() else ORIGINAL


@cache
def _codes() -> frozenset[str]:
    return frozenset(entry["code"] for entry in languages())


def negotiate(accepted: str | None) -> str:
    """Return the language an Accept-Language header asks for first, of those there are."""
    asked = [part.split(";")[0].strip() for part in (accepted or "").split(",")]
    codes = [entry["code"] for entry in languages()]
    found = negotiate_locale([code for code in asked if code], codes, sep="-")
    return found or known(asked[0].split("-")[0])


def direction(language: str) -> str:
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def say(key: str, language: str, **gaps: object) -> str:
    """Return the sentence for `key` with its gaps filled; the key itself where there is none."""
    for code in (language, ORIGINAL):
        sentence = _sentence(key, code, gaps.get("count"))
        if sentence is not None:
            return _GAP.sub(lambda gap: str(gaps.get(gap[1], gap[0])), sentence)
    return key


@cache
def for_screen(screen: str, language: str) -> dict[str, str]:
    """Return what one screen says in one language, gaps open, German where it lacks a sentence."""
    sentences = {**catalogue(ORIGINAL), **catalogue(language)}
    parts = PARTS[screen]
    return {key: said for key, said in sentences.items() if key.split(".")[0] in parts}


def _sentence(key: str, language: str, count: object) -> str | None:
    sentences = catalogue(language)
    if isinstance(count, int | float):
        return sentences.get(f"{key}_{_plural(language)(count)}", sentences.get(key))
    return sentences.get(key)


@cache
def _plural(language: str):
    try:
        return Locale.parse(language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return Locale.parse(ORIGINAL).plural_form


def _own_name(language: str) -> str:
    try:
        name = Locale.parse(language, sep="-").get_display_name(language) or language
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:]
