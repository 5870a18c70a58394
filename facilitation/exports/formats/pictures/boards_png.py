"""`boards/*.png`: a picture of every group's board (board_pictures/)."""

from facilitation.exports.board_pictures import BOARDS, boards
from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material


def make(material: Material) -> dict[str, bytes]:
    return boards(material.reader)


FORMAT = Format(f"{BOARDS}/", "image/png", make)
