"""What the sources say with the catalogue: keys, families of keys, sentences that slipped in."""

import ast
import json
import re
from html.parser import HTMLParser
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "static" / "wording"
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
NO_KEYS = re.compile(r"\.(js|css|html|zip|svg|png|csv|json|db|show)$")
"""Names of files and of routes look like keys."""


def catalogues() -> dict[str, dict[str, str]]:
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")
    }


def categories_of(language: str) -> set[str]:
    """Return the plural categories that CLDR gives a language."""
    return {*Locale.parse(language, sep="-").plural_form.tags, "other"}


def counted(sentences: dict[str, str]) -> set[str]:
    """Return the keys that stand once for each plural category; "one" and "other" tell them."""
    bases = {key.removesuffix("_other") for key in sentences if key.endswith("_other")}
    return {base for base in bases if f"{base}_one" in sentences}


def bases_of(sentences: dict[str, str]) -> set[str]:
    """Return all keys as code names them: counted ones without their category."""
    many = counted(sentences)
    return {_base(key, many) for key in sentences}


def _base(key: str, many: set[str]) -> str:
    base, _, category = key.rpartition("_")
    return base if category in CATEGORIES and base in many else key


def gaps_of(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def scripts() -> dict[Path, str]:
    return {p: p.read_text(encoding="utf-8") for p in sorted((ROOT / "static/js").rglob("*.js"))}


def templates() -> dict[Path, str]:
    return {p: p.read_text(encoding="utf-8") for p in sorted((ROOT / "templates").rglob("*.html"))}


def python() -> dict[Path, str]:
    found = [
        ROOT / "app.py",
        *(ROOT / "facilitation").rglob("*.py"),
        *(ROOT / "screens").rglob("*.py"),
    ]
    return {path: path.read_text(encoding="utf-8") for path in sorted(found)}


def sources() -> dict[Path, str]:
    return {**python(), **scripts(), **templates()}


def keys_in(text: str, parts: set[str]) -> set[str]:
    """Return what looks like a key: a quoted `part.what` of a part the catalogue has."""
    names = "|".join(sorted(parts))
    found = re.findall(rf"[\"'`]((?:{names})\.[a-z0-9_.]*[a-z0-9])[\"'`]", text)
    return {key for key in found if not NO_KEYS.search(key)}


def families_in(text: str, parts: set[str]) -> set[str]:
    """Return keys that are put together, such as `console.tab.{}`, with {} for what is put in."""
    names = "|".join(sorted(parts))
    joined = re.findall(rf"`((?:{names})\.[^`\s]*)`", text)
    joined += re.findall(rf"f\"((?:{names})\.[^\"\s]*)\"", text)
    added = re.findall(rf"[\"'`]((?:{names})\.[a-z0-9_.]*[._])[\"'`]\s*\+", text)
    return {re.sub(r"\$?\{[^}]*\}", "{}", family) for family in joined if "{" in family} | {
        f"{family}{{}}" for family in added
    }


def fits(key: str, family: str) -> bool:
    inside = "[A-Za-z0-9_.]+"
    return re.fullmatch(inside.join(map(re.escape, family.split("{}"))), key) is not None


def refusals_in(text: str) -> list[tuple[str, set[str]]]:
    """Return key and gaps of every refusal that Python code raises with a literal key."""
    kinds = {"Invalid", "NotFound", "NotNow", "NotYours", "TooMuch", "TooFast"}
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in kinds and node.args:
            key = node.args[0]
            if isinstance(key, ast.Constant) and all(k.arg for k in node.keywords):
                found.append((key.value, {k.arg for k in node.keywords}))
    return found


def strings_in(text: str) -> list[str]:
    """Return the strings of Python code that are no docstrings."""
    tree = ast.parse(text)
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


def without_comments(script: str) -> str:
    return re.sub(r"/\*.*?\*/|(?<![:\"'`\w])//[^\n]*", "", script, flags=re.S)


class _Texts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[str] = []
        self._style = False

    def handle_data(self, data):
        if not self._style:
            self.found.append(data.strip())

    def handle_endtag(self, tag):
        self._style = False

    def handle_starttag(self, tag, attrs):
        self._style = tag in ("style", "script")
        spoken = {"alt", "title", "placeholder", "aria-label"}
        self.found.extend(value or "" for name, value in attrs if name in spoken)


def texts_of(template: str) -> list[str]:
    """Return what a page says itself, outside of what Jinja puts in."""
    reader = _Texts()
    reader.feed(re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", template, flags=re.S))
    return [text for text in reader.found if re.search(r"[^\W\d_]{2}", text)]


def spoken_in(script: str) -> list[str]:
    """Return what markup in a script says itself: between tags, or in an attribute for people."""
    code = re.sub(r"\$\{[^{}`]*\}", "", without_comments(script))
    between = re.findall(r"<\w+[^<>=]*(?:=(?:\"[^\"<>]*\"|)[^<>=]*)*>([^<>{}`$;=]+)<", code)
    spoken = re.findall(r"\b(?:alt|title|placeholder|aria-label)=\"([^\"]+)\"", code)
    all_ = [text.strip() for text in [*between, *spoken]]
    return [text for text in all_ if re.search(r"[^\W\d_]{2}", text) and text[0] != "/"]
