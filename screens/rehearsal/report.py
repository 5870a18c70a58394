"""What the rehearsal counts: acts, refusals, how long answers took, and what went wrong."""

import threading
from collections import Counter

FAULTS_TOLD = 12


class Report:
    """Filled in by many threads. A fault is a wording key with its gaps."""

    def __init__(self):
        self._lock = threading.Lock()
        self.acts: Counter[str] = Counter()
        self.refusals: Counter[tuple[str, str]] = Counter()
        self.faults: list[tuple[str, dict]] = []
        self.answers: list[tuple[float, str]] = []
        self.gaps = 0

    def count(self, kind: str, answer: dict, seconds: float) -> None:
        """Count one act and its answer."""
        with self._lock:
            self.acts[kind] += 1
            if answer and not answer.get("ok"):
                self.refusals[kind, str(answer.get("error"))] += 1
            if answer:
                self.answers.append((seconds, kind))

    def fault(self, key: str, **gaps) -> None:
        """Note something that must not happen; the rehearsal ends with an error then."""
        with self._lock:
            self.faults.append((key, gaps))

    def summary(self, say) -> list[str]:
        """Return the report in sentences; `say(key, **gaps)` makes them."""
        lines = [say("rehearse.sum_acts", count=sum(self.acts.values()))]
        if self.answers:
            lines.extend(self._speed(say))
        lines.append(
            say("rehearse.sum_gaps" if self.gaps else "rehearse.sum_no_gaps", count=self.gaps)
        )
        lines.extend(self._refusals(say))
        if not self.faults:
            return [*lines, say("rehearse.sum_well")]
        lines.append(say("rehearse.sum_faults", count=len(self.faults)))
        lines.extend("  " + say(key, **gaps) for key, gaps in self.faults[:FAULTS_TOLD])
        return lines

    def _speed(self, say) -> list[str]:
        """Say how long answers took: half of them, 19 of 20, the slowest."""
        answers = sorted(self.answers)
        half, most = (answers[int(len(answers) * part)][0] for part in (0.5, 0.95))
        slowest, kind = answers[-1]
        return [
            say("rehearse.sum_speed", half=_milliseconds(half), most=_milliseconds(most)),
            say(
                "rehearse.sum_slowest",
                milliseconds=_milliseconds(slowest),
                kind=say(f"rehearse.act_{kind}"),
            ),
        ]

    def _refusals(self, say) -> list[str]:
        count = sum(self.refusals.values())
        if not count:
            return [say("rehearse.sum_no_refusals")]
        lines = [say("rehearse.sum_refusals", count=count)]
        for (kind, error), times in self.refusals.most_common():
            act, why = say(f"rehearse.act_{kind}"), say(f"rehearse.why_{error}")
            lines.append("  " + say("rehearse.sum_refusal", act=act, why=why, count=times))
        return lines


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
