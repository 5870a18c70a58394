"""People's texts as far as the fonts of this machine can draw them."""

from facilitation.drawing.typesetting import drawable
from facilitation.exports.reader import Reader


class DrawableTexts:
    """Makes texts drawable, and knows whether something had to be left out."""

    def __init__(self, reader: Reader):
        self.say = reader.say
        self.left_out = False

    def of(self, text: str) -> str:
        """Return the text without pictographs that no font has, or a sentence in its place."""
        text = text.replace("\t", "    ")
        kept = drawable(text)
        self.left_out = self.left_out or (kept is not None and kept != text)
        return self.say("export.board.other_letters") if kept is None else kept
