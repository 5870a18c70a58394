"""What everybody in the simulated town hall shares: the clock, chance, the texts, the account."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from screens import wording
from screens.rehearsal.report import Account

LANGUAGE = "de"


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


def dealt(count: int, chance: Random) -> list[Concern]:
    """Return up to `count` concerns in the order people say them, each once.

    Those that mean the same stay in one pack, so that a small hall too has something to merge;
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


class Hall:
    """One rehearsal. `pace` is how many times faster than people it goes."""

    def __init__(self, url: str, *, pace: float, seed: int = 7, tell: Callable = print):
        self.url, self.pace = url, pace
        self.chance = Random(seed)
        self.account = Account()
        self.over = threading.Event()
        self.codes: dict[int, str] = {}
        self.citizens: list = []
        self._tell, self._lock = tell, threading.Lock()
        self._notes = list(texts()["interview_notes"])
        self.chance.shuffle(self._notes)

    def pause(self, seconds: float) -> bool:
        """Let human time pass; return False once the day is over."""
        return not self.over.wait(seconds / self.pace)

    def human_time(self) -> float:
        """Seconds on the clock of the people in the hall."""
        return time.monotonic() * self.pace

    def seat(self, citizen) -> None:
        """Let one more person in, with their phone."""
        with self._lock:
            self.citizens.append(citizen)
        citizen.start()

    def told_in_an_interview(self) -> str | None:
        """Return something people tell only when asked; None once all of it is told."""
        with self._lock:
            return self._notes.pop() if self._notes else None

    def say(self, key: str, **gaps) -> str:
        return wording.say(key, LANGUAGE, **gaps)

    def tell(self, key: str, **gaps) -> None:
        """Print one sentence about what happens."""
        self.write(self.say(key, **gaps))

    def write(self, line: str) -> None:
        with self._lock:
            self._tell(line)
