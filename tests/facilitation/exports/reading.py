"""Tables of an export, read as a spreadsheet reads them."""

import csv
import io

TABLES = ("topics.csv", "contributions.csv", "groups.csv", "open_ends.csv")


def rows(content: bytes) -> list[dict]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
