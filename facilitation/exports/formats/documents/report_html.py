"""`report.html`: the report to read and print (report.py)."""

from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material
from facilitation.exports.report import report


def make(material: Material) -> bytes:
    has_words = bool(material.cloud["words"])
    return report(material.reader, material.cloud_pictures["cloud.svg"] if has_words else None)


FORMAT = Format("report.html", "text/html; charset=utf-8", make)
