"""`open_ends.csv`: the topics without a group."""

from facilitation.exports.csv_cells import CSV, csv_bytes
from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material
from facilitation.exports.tables import open_ends_table


def make(material: Material) -> bytes:
    return csv_bytes(*open_ends_table(material.reader))


FORMAT = Format("open_ends.csv", CSV, make)
