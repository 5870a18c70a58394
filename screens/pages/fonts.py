"""The phone's font, packed smaller than the npm package has it: every phone loads it over Wi-Fi."""

from pathlib import Path
from unicodedata import category

PACKAGE = Path("node_modules/@fontsource/atkinson-hyperlegible/files")
UNHINTED = PACKAGE / "atkinson-hyperlegible-latin-400-normal.woff"
"""Of the two files there, this one has no hints, which phones do not use."""
PACKED = Path("fonts/atkinson-hyperlegible-400.woff2")


FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"]
"""What running text needs; fractions, small capitals and the like are left out."""


SIGNS = "€°+=<>|~^`$×\u00ad"
"""Beside letters, figures and punctuation; rarer signs come from a font that the phone has."""


def pack_font(static: Path) -> None:
    """Write the font as WOFF2 (9 kB) with all its letters, without hints, names, rare features and
    rare signs; the package has it as WOFF alone (14 kB)."""
    from fontTools.subset import Options, Subsetter, load_font, save_font  # once, after a build

    options = Options()
    options.flavor = "woff2"
    options.hinting = options.glyph_names = False
    options.layout_features = FEATURES
    options.name_IDs = []
    options.drop_tables += ["gasp", "meta"]
    font = load_font(static / UNHINTED, options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=filter(_is_packed, font.getBestCmap()))
    subsetter.subset(font)
    (static / PACKED).parent.mkdir(exist_ok=True)
    save_font(font, static / PACKED, options)


def _is_packed(code: int) -> bool:
    kind = category(chr(code))
    return kind[0] in "LPZ" or kind in ("Nd", "Mn") or chr(code) in SIGNS
