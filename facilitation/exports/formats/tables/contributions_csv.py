"""`contributions.csv`: every contribution; a hidden one is marked with the reason."""

from facilitation.exports.csv_cells import CSV, csv_bytes
from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material
from facilitation.exports.tables import contributions_table


def make(material: Material) -> bytes:
    return csv_bytes(*contributions_table(material.whole))


FORMAT = Format("contributions.csv", CSV, make)
