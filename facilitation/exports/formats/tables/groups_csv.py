"""`groups.csv`: every group with its board, dissolved ones marked."""

from facilitation.exports.csv_cells import CSV, csv_bytes
from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material
from facilitation.exports.tables import groups_table


def make(material: Material) -> bytes:
    return csv_bytes(*groups_table(material.reader))


FORMAT = Format("groups.csv", CSV, make)
