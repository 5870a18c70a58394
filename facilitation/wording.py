"""Every sentence a person sees, from the catalogues in static/wording (i18next JSON v4).

Keys are `part.what`; a key with a counted gap stands once for each CLDR plural category
(`dots.left_one`, `dots.left_other`), chosen by the gap `count`. German is the original: a
sentence that another language lacks is said in German. It lives here, below the screens, because
the files of an export are written in the worker process, which knows no screens.
"""

import json
import re
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

FOLDER = Path(__file__).parent.parent / "static" / "wording"
ORIGINAL = "de"
RIGHT_TO_LEFT = {"ar", "ckb", "fa", "he", "ps", "ur", "yi"}
GAP = re.compile(r"\{(\w+)\}")


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
    return [{"code": code, "name": own_name(code), "dir": direction(code)} for code in codes]


def known(language: object) -> str:
    """Return the language if there is a catalogue for it, else the original."""
    return language if isinstance(language, str) and language in _codes() else ORIGINAL


@cache
def _codes() -> frozenset[str]:
    return frozenset(entry["code"] for entry in languages())


def direction(language: str) -> str:
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def say(key: str, language: str, **gaps: object) -> str:
    """Return the sentence for `key` with its gaps filled; the key itself where there is none."""
    sentence = open_sentence(key, language, gaps.get("count"))
    return GAP.sub(lambda gap: str(gaps.get(gap[1], gap[0])), sentence)


def open_sentence(key: str, language: str, count: object = None) -> str:
    """Return the sentence for `key` with its gaps open, for those who fill them with markup."""
    for code in (language, ORIGINAL):
        sentence = _sentence(key, code, count)
        if sentence is not None:
            return sentence
    return key


def name_of(code: str, language: str) -> str:
    """Return what a language is called in another, "Ukrainisch"; its code where nobody knows."""
    try:
        return Locale.parse(code, sep="-").get_display_name(language) or code
    except (UnknownLocaleError, ValueError):
        return code


def own_name(language: str) -> str:
    name = name_of(language, language)
    return name if name == language else name[:1].upper() + name[1:]


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
