"""`results.xlsx`: the results as a workbook, a sheet for each kind, without what is hidden.

Numbers are numbers; whatever a person typed is text, so that no cell is ever calculated.
"""

import io
from datetime import date, time

import xlsxwriter
from xlsxwriter.format import Format as CellFormat

from facilitation import wording
from facilitation.exports.csv_cells import cut
from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material
from facilitation.exports.reader import Reader
from facilitation.exports.tables import (
    Table,
    boards_table,
    contributions_table,
    groups_table,
    help_table,
    open_ends_table,
    topics_table,
)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEETS = {
    "topics": topics_table,
    "contributions": contributions_table,
    "groups": groups_table,
    "boards": boards_table,
    "open_ends": open_ends_table,
    "help": help_table,
}
NARROWEST, WIDEST = 8, 60
"""Characters: between these a column is as wide as its longest line."""
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
HEAD = {"bold": True, "bg_color": "#0b5451", "font_color": "#ffffff", "valign": "top"}
CELL = {"valign": "top", "text_wrap": True}
LOOKS = {str: {}, date: {"num_format": "dd.mm.yyyy"}, time: {"num_format": "hh:mm"}}


def make(material: Material) -> bytes:
    reader, out = material.reader, io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **AS_TEXT}) as workbook:
        workbook.set_properties(
            {
                "title": cut(reader.document.title),
                "created": reader.noon.replace(tzinfo=None),
            }
        )
        looks = {
            "head": workbook.add_format(HEAD),
            **{kind: workbook.add_format({**CELL, **look}) for kind, look in LOOKS.items()},
        }
        for name, table in SHEETS.items():
            _add_sheet(workbook, reader, name, table(reader), looks)
    return out.getvalue()


def _add_sheet(
    workbook: xlsxwriter.Workbook,
    reader: Reader,
    name: str,
    table: Table,
    looks: dict[object, CellFormat],
) -> None:
    """A sheet with its heads frozen and its columns to be filtered."""
    heads, rows = table
    sheet = workbook.add_worksheet(reader.say(f"export.sheet.{name}"))
    if wording.direction(reader.language) == "rtl":
        sheet.right_to_left()
    for column, text in enumerate(heads):
        lines = [text, *(line for row in rows for line in str(row[column] or "").split("\n"))]
        width = min(WIDEST, max(NARROWEST, *map(len, lines)) + 2)
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, looks["head"])
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, column, value, looks[str])
            elif isinstance(value, (date, time)):
                sheet.write_datetime(number, column, value, looks[type(value)])
            elif value:
                sheet.write_string(number, column, cut(str(value)), looks[str])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)


FORMAT = Format("results.xlsx", XLSX, make)
