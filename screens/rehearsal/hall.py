"""What everybody in the simulated town hall shares: the clock, chance, the texts, the account."""

import json
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from screens import wording
from screens.rehearsal.account import Account

LANGUAGE = "de"


@dataclass(frozen=True)
class Concern:
    """What a citizen wants to say. `same` names the concerns that mean the same thing."""

    text: str
    language: str = "de"
    same: str | None = None
    broad: tuple[str, ...] = ()
    long: bool = False


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


@cache
def concern_of(text: str) -> Concern | None:
    """Return the concern behind a contribution, reworded or not; None for somebody else's."""
    return next((c for c in concerns() if text == c.text or text.startswith(c.text + " ")), None)


def dealt(count: int, chance: Random) -> list[Concern]:
    """Return `count` concerns in the order people say them (all of them, from the start again).

    Those that mean the same stay in one pack, so that a small hall too has something to merge;
    a few too broad ones and other languages are always there.
    """
    packs: dict[str, list[Concern]] = {}
    for concern in concerns():
        packs.setdefault(concern.same or concern.text, []).append(concern)
    wide = list(texts()["too_wide_merge"]["of"])
    first = [packs.pop(name) for name in wide]
    broad = [pack for pack in packs.values() if pack[0].broad]
    foreign = [pack for pack in packs.values() if pack[0].language != "de"]
    first += chance.sample(broad, 2) + chance.sample(foreign, 3)
    rest = [pack for pack in packs.values() if pack not in first]
    chance.shuffle(rest)
    deck = [concern for pack in first + rest for concern in pack]
    deck = [deck[i % len(deck)] for i in range(count)]
    chance.shuffle(deck)
    return deck


class Hall:
    """One rehearsal. `pace` is how many times faster than people it goes."""

    def __init__(self, url: str, *, pace: float, seed: int = 7, tell=print):
        self.url, self.pace = url, pace
        self.chance = Random(seed)
        self.account = Account()
        self.over = threading.Event()
        self.codes: dict[int, str] = {}
        self._tell, self._telling = tell, threading.Lock()

    def pause(self, seconds: float) -> bool:
        """Let human time pass; return False once the day is over."""
        return not self.over.wait(seconds / self.pace)

    def say(self, key: str, **gaps) -> str:
        return wording.say(key, LANGUAGE, **gaps)

    def tell(self, key: str, **gaps) -> None:
        """Print one sentence about what happens."""
        with self._telling:
            self._tell(self.say(key, **gaps))
