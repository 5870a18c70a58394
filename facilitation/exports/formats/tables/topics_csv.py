"""`topics.csv`: every topic with its counts, without what is hidden."""

from facilitation.exports.csv_cells import CSV, csv_bytes
from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material
from facilitation.exports.tables import topics_table


def make(material: Material) -> bytes:
    return csv_bytes(*topics_table(material.reader))


FORMAT = Format("topics.csv", CSV, make)
