"""`workshop.json`: the harvest itself, for archives and the next workshop (domain/document.py)."""

import msgspec

from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material


def workshop_json(harvest: dict) -> bytes:
    return msgspec.json.format(msgspec.json.encode(harvest), indent=2) + b"\n"


def make(material: Material) -> bytes:
    return workshop_json(material.harvest)


FORMAT = Format("workshop.json", "application/json", make)
