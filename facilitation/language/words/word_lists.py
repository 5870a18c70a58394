"""Word lists of our own: a line is `name: word word …`; "#" begins a remark."""

from collections.abc import Iterator
from pathlib import Path


def read_word_list(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each (name, word) of a list in its order; nothing where there is no such list."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, _, words = line.partition(":")
        for word in words.split():
            yield name, word
