"""`minutes.pdf`: the day to print and to hand on (minutes/)."""

from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material
from facilitation.exports.minutes import minutes


def make(material: Material) -> bytes:
    has_words = bool(material.cloud["words"])
    return minutes(material.reader, material.cloud_pictures["cloud.png"] if has_words else None)


FORMAT = Format("minutes.pdf", "application/pdf", make)
