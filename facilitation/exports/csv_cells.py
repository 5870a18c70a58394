"""CSV as Excel and LibreOffice open it, with no cell that they would take for a formula."""

import csv
import io
from collections.abc import Iterable

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe(value: object) -> str:
    """Return a cell's text; one that a spreadsheet would calculate gets a leading apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def csv_bytes(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Return a table: `;`, CRLF, UTF-8 with BOM; newlines inside cells stay (DESIGN.md, 5)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([safe(cell) for cell in row] for row in (heads, *rows))
    return out.getvalue().encode("utf-8-sig")
