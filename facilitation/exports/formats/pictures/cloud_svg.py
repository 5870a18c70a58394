"""`cloud.svg`: the word cloud as a picture (facilitation/cloud/pictures.py)."""

from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material


def make(material: Material) -> bytes:
    return material.cloud_pictures["cloud.svg"]


FORMAT = Format("cloud.svg", "image/svg+xml", make)
