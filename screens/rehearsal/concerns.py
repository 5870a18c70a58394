"""What simulated citizens have to say: the texts of texts.json, and who gets which."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random


@dataclass(frozen=True)
class Concern:
    """What a citizen wants to say.

    `same` names the concerns that mean the same thing, `broad` the narrower topics in one that is
    too broad, `title` what a facilitator would call a long one.
    """

    text: str
    language: str = "de"
    same: str | None = None
    broad: tuple[str, ...] = ()
    title: str | None = None


@cache
def texts() -> dict:
    """Return the whole of texts.json; `concerns` is there as plain dictionaries."""
    return json.loads((Path(__file__).parent / "texts.json").read_text(encoding="utf-8"))


@cache
def concerns() -> tuple[Concern, ...]:
    return tuple(
        Concern(**{**entry, "broad": tuple(entry.get("broad", ()))})
        for entry in texts()["concerns"]
    )


def reworded(text: str, more: str) -> str:
    """Return `text` as its author puts it the second time, with one more sentence."""
    return f"{text}{'.' if text[-1].isalnum() else ''} {more}"


@cache
def _known() -> dict[str, Concern]:
    again = {reworded(c.text, more): c for c in concerns() for more in texts()["reworded"]}
    return again | {c.text: c for c in concerns()}


def concern_of(text: str) -> Concern | None:
    """Return the concern behind a contribution, reworded or not; None for somebody else's."""
    return _known().get(text)


def deal_concerns(count: int, chance: Random) -> list[Concern]:
    """Return up to `count` concerns in the order people say them, each once.

    Those that mean the same stay in one pack, so that a small rehearsal too has something to merge;
    a few too broad ones and other languages are always there.
    """
    packs: dict[str, list[Concern]] = {}
    for concern in concerns():
        packs.setdefault(concern.same or concern.text, []).append(concern)
    always = [*texts()["too_wide_merge"]["of"], texts()["late_split"], texts()["late_merge"]]
    first = [packs.pop(name) for name in always]
    broad = [pack for pack in packs.values() if pack[0].broad]
    foreign = [pack for pack in packs.values() if pack[0].language != "de"]
    first += chance.sample(broad, 2) + chance.sample(foreign, 3)
    rest = [pack for pack in packs.values() if pack not in first]
    chance.shuffle(rest)
    deck = [concern for pack in first + rest for concern in pack][:count]
    chance.shuffle(deck)
    return deck
