"""`cloud.png`: the word cloud as a picture (facilitation/cloud/pictures.py)."""

from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material


def make(material: Material) -> bytes:
    return material.cloud_pictures["cloud.png"]


FORMAT = Format("cloud.png", "image/png", make)
