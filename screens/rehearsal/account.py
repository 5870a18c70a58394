"""What the rehearsal counts: acts, refusals, how long answers took, and what went wrong."""

import threading
from collections import Counter

FAULTS_TOLD = 12


class Account:
    """Filled in by many threads. A fault is a wording key with its gaps."""

    def __init__(self):
        self._lock = threading.Lock()
        self.acts: Counter[str] = Counter()
        self.refusals: Counter[tuple[str, str]] = Counter()
        self.faults: list[tuple[str, dict]] = []
        self.slowest_s, self.slowest_kind = 0.0, ""
        self.gaps = 0

    def count(self, kind: str, answer: dict, seconds: float) -> None:
        """Count one act and its answer."""
        with self._lock:
            self.acts[kind] += 1
            if answer and not answer.get("ok"):
                self.refusals[kind, str(answer.get("error"))] += 1
            if answer and seconds > self.slowest_s:
                self.slowest_s, self.slowest_kind = seconds, kind

    def fault(self, key: str, **gaps) -> None:
        """Note something that must not happen; the rehearsal ends with an error then."""
        with self._lock:
            self.faults.append((key, gaps))

    def summary(self, say) -> list[str]:
        """Return the account in sentences; `say(key, **gaps)` makes them."""
        lines = [say("rehearse.sum_acts", count=sum(self.acts.values()))]
        lines.append(
            say(
                "rehearse.sum_slowest",
                milliseconds=round(self.slowest_s * 1000),
                kind=self.slowest_kind,
            )
        )
        for (kind, error), count in sorted(self.refusals.items()):
            lines.append(say("rehearse.sum_refusal", kind=kind, error=error, count=count))
        if not self.faults:
            return [*lines, say("rehearse.sum_well")]
        lines.append(say("rehearse.sum_faults", count=len(self.faults)))
        lines.extend("  " + say(key, **gaps) for key, gaps in self.faults[:FAULTS_TOLD])
        return lines
