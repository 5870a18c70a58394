"""Numbers and how they are printed."""

import math
from collections.abc import Sequence


def nth(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of all are not above; NaN where there are none."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(share * len(ordered)) - 1))]


def spread(values_s: Sequence[float]) -> dict[str, float]:
    """Return middle, 95 of 100 and worst of some seconds, in milliseconds."""
    return {
        "p50": nth(values_s, 0.5) * 1000,
        "p95": nth(values_s, 0.95) * 1000,
        "max": nth(values_s, 1.0) * 1000,
    }


def line(what: str, values_s: Sequence[float], beside: Sequence[float] | None = None) -> str:
    """Return one row of the table; `beside` are the same seconds from the bare server."""
    own = spread(values_s)
    cells = "".join(f"{own[name]:>10.1f}" for name in own)
    ratio = ""
    if beside:
        ratio = f"{own['p95'] / spread(beside)['p95']:>10.1f}"
    return f"{what:<52}{cells}{ratio}"


def head(beside: str) -> str:
    columns = "".join(f"{name:>10}" for name in ("p50 ms", "p95 ms", "max ms"))
    return f"{'':<52}{columns}{'× ' + beside:>10}"


def fact(what: str, value: float, unit: str, note: str = "") -> str:
    """Return one row with a single number."""
    return f"{what:<52}{value:>10.1f} {unit} {note}".rstrip()
