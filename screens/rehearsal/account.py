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
        if self.slowest_kind:
            slowest = say(f"rehearse.act_{self.slowest_kind}")
            milliseconds = round(self.slowest_s * 1000)
            lines.append(say("rehearse.sum_slowest", milliseconds=milliseconds, kind=slowest))
        lines.append(
            say("rehearse.sum_gaps" if self.gaps else "rehearse.sum_no_gaps", count=self.gaps)
        )
        lines.extend(self._refusals(say))
        if not self.faults:
            return [*lines, say("rehearse.sum_well")]
        lines.append(say("rehearse.sum_faults", count=len(self.faults)))
        lines.extend("  " + say(key, **gaps) for key, gaps in self.faults[:FAULTS_TOLD])
        return lines

    def _refusals(self, say) -> list[str]:
        count = sum(self.refusals.values())
        if not count:
            return [say("rehearse.sum_no_refusals")]
        lines = [say("rehearse.sum_refusals", count=count)]
        for (kind, error), times in self.refusals.most_common():
            act, why = say(f"rehearse.act_{kind}"), say(f"rehearse.why_{error}")
            lines.append("  " + say("rehearse.sum_refusal", act=act, why=why, count=times))
        return lines
