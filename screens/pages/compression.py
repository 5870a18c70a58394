"""Gzipped copies of the bundles: every phone loads them over Wi-Fi at once, so each byte counts."""

from pathlib import Path

TEXT_SUFFIXES = {".js", ".css"}


def compress_bundles(folder: Path) -> None:
    """Write `NAME.gz` beside each script and stylesheet.

    Zopfli takes a second a screen where gzip takes a moment, and saves some 4 %: it is run once,
    after a build.
    """
    from zopfli import gzip

    for path in folder.iterdir():
        if path.suffix in TEXT_SUFFIXES:
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
