"""What a format says of itself."""

from collections.abc import Callable
from dataclasses import dataclass

from facilitation.exports.material import Material


@dataclass(frozen=True)
class Format:
    """One file of an export, or with a name that ends in a slash, a folder of files.

    `make` returns the content of the file, or the files of the folder by their paths in the export.
    """

    name: str
    media_type: str
    make: Callable[[Material], bytes | dict[str, bytes]]

    @property
    def is_folder(self) -> bool:
        return self.name.endswith("/")

    def files(self, material: Material) -> dict[str, bytes]:
        """Return what is made, by its path in the export."""
        made = self.make(material)
        return made if isinstance(made, dict) else {self.name: made}
