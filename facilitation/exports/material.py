"""What the formats of an export are made from: the harvest of one moment, read in several ways."""

from functools import cached_property

from facilitation.exports.reader import Reader


class Material:
    """One export's job (archive.py). Each part is made when a format first asks for it."""

    def __init__(self, job: dict):
        self._job = job
        self.harvest: dict = job["harvest"]

    @cached_property
    def reader(self) -> Reader:
        """The harvest as it may be passed on: without what is hidden."""
        return Reader(self.harvest, self._job["language"])

    @cached_property
    def whole(self) -> Reader:
        """The harvest with what is hidden, for the formats that keep everything (DESIGN.md, 5)."""
        return Reader(self.harvest, self._job["language"], with_hidden=True)

    @cached_property
    def cloud(self) -> dict:
        """The layout of the word cloud, from the texts of this moment."""
        from facilitation.cloud.jobs import lay_out_texts  # heavy: not for the server

        return lay_out_texts(self._job["cloud"])

    @cached_property
    def cloud_pictures(self) -> dict[str, bytes]:
        from facilitation.cloud.jobs import draw_layout

        return draw_layout(self.cloud, self.reader.language)
