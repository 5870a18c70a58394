"""CSV as Excel and LibreOffice open it, with no cell that they would take for a formula."""

import csv
import io
from collections.abc import Iterable
from datetime import time

CELL_MAX = 32_767
"""UTF-16 units in one cell: of more, Excel makes rows that nobody wrote."""
CSV = "text/csv; charset=utf-8"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe(value: object) -> str:
    """Return a cell's text; one that a spreadsheet would calculate gets a leading apostrophe."""
    text = "" if value is None else _text(value)
    return cut(f"'{text}" if text.startswith(FORMULA_STARTS) else text)


def _text(value: object) -> str:
    return value.isoformat("minutes") if isinstance(value, time) else str(value)


def cut(text: str) -> str:
    """Return a text that fits into one cell: one that is too long for Excel ends in an ellipsis."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * CELL_MAX:
        return text
    return units[: 2 * (CELL_MAX - 1)].decode("utf-16-le", "ignore") + "…"


def csv_bytes(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Return a table: `;`, CRLF, UTF-8 with BOM; newlines inside cells stay (DESIGN.md, 5)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([safe(cell) for cell in row] for row in (heads, *rows))
    return out.getvalue().encode("utf-8-sig")
