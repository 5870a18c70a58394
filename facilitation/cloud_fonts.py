"""The faces that the word cloud is measured and drawn with, one for each script that is there.

The wall prints in Atkinson Hyperlegible; its files come with the front-end libraries, and Pillow
opens them as they are. What that face lacks (Cyrillic, Arabic, Greek, letters with rare marks) is
taken from DejaVu Sans, which comes with wordcloud's own matplotlib and so is always there. Chinese,
Japanese, Korean and other scripts need a font of the machine's; where none has all the letters of
a word, `face_for` returns None and the word is left out of the picture: boxes say nothing. The wall
and the SVG have it all the same, in the browser's font.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from PIL import ImageFont, features

STATIC = Path(__file__).parent.parent / "static"
OWN = (
    ("node_modules/@fontsource/atkinson-hyperlegible/files", "*-latin-{}-normal.woff"),
    ("node_modules/@fontsource/atkinson-hyperlegible/files", "*-latin-ext-{}-normal.woff"),
    ("built", "atkinson-hyperlegible-latin-{}-normal-*.woff2"),
)
# file names, lower case, of fonts that machines have for the scripts that DejaVu lacks
OF_MACHINES = (
    "notosanscjk-bold", "notosanscjksc-bold", "notosanssc-bold", "notosanscjk-regular",
    "sourcehansans", "msyhbd", "msyh", "pingfang", "hiragino sans gb", "stheiti", "wqy-zenhei",
    "wqy-microhei", "droidsansfallback", "yugothb", "malgunbd", "applesdgothicneo", "meiryob",
    "simhei", "arial unicode", "notosansthai-bold", "notosansdevanagari-bold", "nirmalab",
    "notosansethiopic-bold", "notosanstamil-bold", "leelawuib", "ebrimabd",
)  # fmt: skip
MEASURED_AT = 200
NO_LETTER = "\U0010ffff"
BROWSERS_MAY_DIFFER = 1.04  # where the browser prints in a font of its own


class Ink(NamedTuple):
    """What a word covers, in parts of its font size: width, and above and below its baseline."""

    width: float
    up: float
    down: float


@lru_cache(maxsize=10_000)
def ink_of(text: str) -> Ink:
    """Measure a word; one without a face is guessed from its number of letters."""
    path = _path_for(text, "700")
    if path is None:
        wide = sum(1.05 if ord(letter) > 0x2E80 else 0.7 for letter in text)
        return Ink(wide, 0.9, 0.2)
    face = _face(path, MEASURED_AT)
    left, top, right, bottom = face.getbbox(text, anchor="ls")
    width = max(face.getlength(text), right - min(left, 0)) / MEASURED_AT
    margin = 1 if _is_own(path) else BROWSERS_MAY_DIFFER
    return Ink(width * margin, -top / MEASURED_AT * margin, bottom / MEASURED_AT * margin)


def face_for(text: str, size: float, weight: str = "700") -> ImageFont.FreeTypeFont | None:
    """Return a face that has all letters of `text`, or None. Weights: "700" and "400"."""
    path = _path_for(text, weight)
    return _face(path, size) if path else None


@lru_cache(maxsize=10_000)
def _path_for(text: str, weight: str) -> Path | None:
    if any("\u0590" <= letter <= "\u08ff" for letter in text) and not features.check("raqm"):
        return None
    for path in _always_there(weight):
        if _has_all(path, text):
            return path
    return next((path for path in _of_the_machine() if _has_all(path, text)), None)


@cache
def _always_there(weight: str) -> tuple[Path, ...]:
    own = [
        path
        for folder, name in OWN
        for path in sorted((STATIC / folder).glob(name.format(weight)))
        if _opens(path)
    ]
    import matplotlib

    name = "DejaVuSans-Bold.ttf" if weight == "700" else "DejaVuSans.ttf"
    return (*own, Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name)


@cache
def _of_the_machine() -> tuple[Path, ...]:
    """Looked for only when a word needs it: it takes a moment."""
    from matplotlib.font_manager import findSystemFonts

    found = {Path(path).stem.lower(): Path(path) for path in findSystemFonts()}
    wanted = [path for name in OF_MACHINES for stem, path in found.items() if stem == name]
    return tuple(path for path in wanted if _opens(path))


def _opens(path: Path) -> bool:
    try:
        ImageFont.truetype(str(path), 20)
    except OSError:
        return False
    return True


@lru_cache(maxsize=500)
def _face(path: Path, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size)


def _is_own(path: Path) -> bool:
    return "atkinson" in path.name


def _has_all(path: Path, text: str) -> bool:
    return all(_has(path, letter) for letter in text if category(letter) not in ("Zs", "Cf"))


@lru_cache(maxsize=20_000)
def _has(path: Path, letter: str) -> bool:
    """Whether the face draws something else than its box for missing letters."""
    if category(letter).startswith("C"):
        return False
    return _drawn(path, letter) != _drawn(path, NO_LETTER)


@lru_cache(maxsize=5_000)
def _drawn(path: Path, letter: str) -> tuple:
    mask = _face(path, 20).getmask(letter)
    return mask.size, bytes(mask)
