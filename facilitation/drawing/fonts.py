"""Fonts for drawing people's texts, in whatever script they wrote.

The screens' own font first, where it is installed; then DejaVu Sans, which comes with wordcloud's
matplotlib; then what the system has for other scripts; last the one that Pillow brings. A font that
lacks a letter would draw a box: callers ask first.
"""

import io
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError
from PIL import ImageFont

SCREEN_FONT = (
    Path(__file__).parent.parent.parent
    / "static/node_modules/@fontsource/atkinson-hyperlegible/files"
)
SCREEN_FONT_FILES = (
    "atkinson-hyperlegible-latin-{weight}-normal.woff",
    "atkinson-hyperlegible-latin-ext-{weight}-normal.woff",
)
DEJAVU = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
SYSTEM = (
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("segoeui.ttf", "segoeuib.ttf"),
    ("Arial Unicode.ttf", "Arial Unicode.ttf"),
    ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    ("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"),
    ("GeezaPro.ttc", "GeezaPro.ttc"),
    ("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"),
    ("NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"),
    ("ebrima.ttf", "ebrimabd.ttf"),
    ("Kefa.ttc", "Kefa.ttc"),
    ("NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Bold.ttf"),
    ("NotoSansArmenian-Regular.ttf", "NotoSansArmenian-Bold.ttf"),
    ("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
    ("NotoSansTamil-Regular.ttf", "NotoSansTamil-Bold.ttf"),
    ("NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"),
    ("NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf"),
    ("NotoSansGurmukhi-Regular.ttf", "NotoSansGurmukhi-Bold.ttf"),
    ("NotoSansGujarati-Regular.ttf", "NotoSansGujarati-Bold.ttf"),
    ("NotoSansTelugu-Regular.ttf", "NotoSansTelugu-Bold.ttf"),
    ("NotoSansKannada-Regular.ttf", "NotoSansKannada-Bold.ttf"),
    ("NotoSansMalayalam-Regular.ttf", "NotoSansMalayalam-Bold.ttf"),
    ("NotoSansSinhala-Regular.ttf", "NotoSansSinhala-Bold.ttf"),
    ("NotoSansKhmer-Regular.ttf", "NotoSansKhmer-Bold.ttf"),
    ("NotoSansLao-Regular.ttf", "NotoSansLao-Bold.ttf"),
    ("NotoSansMyanmar-Regular.ttf", "NotoSansMyanmar-Bold.ttf"),
    ("Nirmala.ttf", "NirmalaB.ttf"),
    ("Nirmala.ttc", "Nirmala.ttc"),
    ("LeelawUI.ttf", "LeelaUIb.ttf"),
    ("mmrtext.ttf", "mmrtextb.ttf"),
    ("Kohinoor.ttc", "Kohinoor.ttc"),
    ("KohinoorBangla.ttc", "KohinoorBangla.ttc"),
    ("MuktaMahee.ttc", "MuktaMahee.ttc"),
    ("Tamil Sangam MN.ttc", "Tamil Sangam MN.ttc"),
    ("Thonburi.ttc", "Thonburi.ttc"),
    ("Khmer Sangam MN.ttf", "Khmer Sangam MN.ttf"),
    ("AppleSDGothicNeo.ttc", "AppleSDGothicNeo.ttc"),
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
    ("msyh.ttc", "msyhbd.ttc"),
    ("malgun.ttf", "malgunbd.ttf"),
    ("PingFang.ttc", "PingFang.ttc"),
    ("NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf"),
    ("seguisym.ttf", "seguisym.ttf"),
)
"""Regular and bold, by the names that Linux, Windows and macOS give them."""

INVISIBLE = {0x09, 0x0A, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFE0E, 0xFE0F}
INVISIBLE |= {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""Characters that only shape or direct their neighbours: a font need not have them."""


def font(size: float, bold: bool = False, text: str = "") -> ImageFont.FreeTypeFont:
    """Return the first font that has all letters of `text`, else the one that has most."""
    return _load(_best(frozenset(map(ord, text)) - INVISIBLE, bold), size)


def source_for(text: str, bold: bool = False) -> str | None:
    """Return the file of the first font that has all letters of `text`, if there is one."""
    letters = frozenset(map(ord, text)) - INVISIBLE
    source = _best(letters, bold)
    return source if source and letters <= _letters(source) else None


def files_for(letters: Collection[str], bold: bool = False) -> list[str]:
    """Return the files of the fonts that these letters need, the screens' own font first."""
    missing, files = set(map(ord, letters)) - INVISIBLE, []
    for source in filter(None, _sources(bold)):
        if not files or missing & _letters(source):
            files.append(source)
            missing -= _letters(source)
    return files


def covers(text: str, bold: bool = False) -> bool:
    """Whether one font has all letters of `text`, so that no box is drawn."""
    letters = frozenset(map(ord, text)) - INVISIBLE
    return letters <= _letters(_best(letters, bold))


def drawable(character: str, bold: bool = False) -> bool:
    """Whether any font has this character."""
    code = ord(character)
    return code in INVISIBLE or any(code in _letters(source) for source in _sources(bold))


@lru_cache(maxsize=10_000)
def _best(letters: frozenset[int], bold: bool) -> str:
    return max(_sources(bold), key=lambda source: len(letters & _letters(source)))


@cache
def _sources(bold: bool) -> tuple[str, ...]:
    """The fonts on this machine, best first: paths, and "" for the one in Pillow."""
    import matplotlib  # as wordcloud does; only where pictures are drawn

    weight = 700 if bold else 400
    screen_font = [SCREEN_FONT / name.format(weight=weight) for name in SCREEN_FONT_FILES]
    dejavu = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / DEJAVU[bold]
    found = [str(path) for path in (*screen_font, dejavu) if path.exists()]
    for names in SYSTEM:
        try:
            found.append(ImageFont.truetype(names[bold], 12).path)
        except OSError:
            continue
    return (*(path for path in found if _letters(path)), "")


@cache
def _letters(source: str) -> frozenset[int]:
    """The characters a font has; none for a file that cannot be read."""
    try:
        file = source or io.BytesIO(_load("", 12).path.getvalue())
        with TTFont(file, lazy=True, fontNumber=0) as opened:
            return frozenset(opened.getBestCmap() or ())
    except (TTLibError, OSError, KeyError, AttributeError, ImportError):
        return frozenset(range(0x20, 0x7F)) if not source else frozenset()


@cache
def _load(source: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(source, size) if source else ImageFont.load_default(size)
