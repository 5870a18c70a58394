"""The report: one HTML page without a script or an outside request, made to be printed.

Everything a person typed is text in it, isolated in its own direction.
"""

import base64
import re
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from xml.etree import ElementTree

from babel.dates import format_date, format_time
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from facilitation import wording
from facilitation.domain.document import HistoryPart
from facilitation.exports.reader import Reader
from facilitation.exports.redaction import UNTITLED

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = ROOT / "templates" / "export"
FONT = (
    ROOT
    / "static/node_modules/@fontsource/atkinson-hyperlegible/files"
    / "atkinson-hyperlegible-latin-{weight}-normal.woff2"
)
SVG = "http://www.w3.org/2000/svg"
SVG_ELEMENTS = {"svg", "g", "rect", "text", "tspan", "title", "desc", "path", "circle", "style"}


def report(reader: Reader, cloud_svg: bytes | None) -> bytes:
    """Return the page. `cloud_svg` is the word cloud as a file, drawn inline here."""
    page = _environment().get_template("report.html")
    say = partial(sentence, language=reader.language)
    acts = [shown_act(reader, act, say) for act in reader.document.history]
    return page.render(
        reader=reader,
        doc=reader.document,
        language=reader.language,
        direction=wording.direction(reader.language),
        say=say,
        day=day_of(reader),
        cloud=_inline(cloud_svg),
        fonts=_fonts(),
        acts=acts,
        several_days=len({act["day"] for act in acts}) > 1,
        helping=[offer for offer in reader.document.help if offer.people],
        own=own,
    ).encode()


def own(text: str) -> Markup:
    """Return somebody's words as text that keeps its own direction."""
    return Markup('<bdi dir="auto">{}</bdi>').format(text)


def sentence(key: str, *, language: str, **gaps: object) -> Markup:
    """Return a sentence of the catalogue as markup; what fills its gaps stays text."""
    pattern = str(escape(wording.open_sentence(key, language, gaps.get("count"))))

    def fill(gap: re.Match) -> str:
        value = gaps.get(gap[1], gap[0])
        return str(own(value) if isinstance(value, str) else escape(value))

    return Markup(wording.GAP.sub(fill, pattern))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def day_of(reader: Reader) -> str:
    day = reader.document.date
    return format_date(date.fromisoformat(day), "full", reader.language) if day else ""


def shown_act(reader: Reader, act: HistoryPart, say) -> dict:
    """One act of a facilitator: when (local time), who, and what in a sentence."""
    moment = datetime.fromisoformat(act.at).astimezone()
    gaps = {"title": act.title or UNTITLED, "old": act.old or UNTITLED, "reason": act.reason}
    if act.count is not None:
        gaps["count"] = act.count
    return {
        "time": format_time(moment, "short", locale=reader.language),
        "day": format_date(moment, "short", reader.language),
        "by": say("export.report.facilitator", n=act.by),
        "what": say(f"history.{act.kind}", **gaps),
        "undone": act.undone,
    }


def _inline(svg: bytes | None) -> Markup | None:
    """Return a picture as part of the page, or None if it is not plainly a drawing."""
    if svg is None:
        return None
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError:
        return None
    if not all(_is_drawing(element) for element in root.iter()):
        return None
    ElementTree.register_namespace("", SVG)
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _is_drawing(element: ElementTree.Element) -> bool:
    if not isinstance(element.tag, str):
        return True
    space, _, name = element.tag.rpartition("}")
    known = space in ("", "{" + SVG) and name in SVG_ELEMENTS
    return known and not any(key.startswith("on") or "href" in key for key in element.attrib)


@cache
def _fonts() -> list[tuple[int, str]]:
    """The screens' font by weight, as base64, so that the page asks for nothing."""
    found = []
    for weight in (400, 700):
        path = Path(str(FONT).format(weight=weight))
        if path.exists():
            found.append((weight, base64.b64encode(path.read_bytes()).decode()))
    return found
