"""One rehearsal, as everybody in it shares it: the clock, chance, the citizens, the report."""

import threading
import time
from collections.abc import Callable
from random import Random

from screens import wording
from screens.rehearsal.concerns import texts
from screens.rehearsal.report import Report

LANGUAGE = "de"


class Rehearsal:
    """One rehearsal. `pace` is how many times faster than people it goes."""

    def __init__(self, url: str, *, pace: float, seed: int = 7, tell: Callable = print):
        self.url, self.pace = url, pace
        self.chance = Random(seed)
        self.report = Report()
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
        """Seconds on the clock of the people in the rehearsal."""
        return time.monotonic() * self.pace

    def add_citizen(self, citizen) -> None:
        """Let one more person in, with their phone."""
        with self._lock:
            self.citizens.append(citizen)
        citizen.start()

    def next_interview_note(self) -> str | None:
        """Return something people tell only when asked; None once all of it is told."""
        with self._lock:
            return self._notes.pop() if self._notes else None

    def say(self, key: str, **gaps) -> str:
        return wording.say(key, LANGUAGE, **gaps)

    def announce(self, key: str, **gaps) -> None:
        """Print one sentence about what happens."""
        self.write(self.say(key, **gaps))

    def write(self, line: str) -> None:
        with self._lock:
            self._tell(line)
