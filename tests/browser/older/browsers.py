"""A browser that lacks whatever one of the oldest declared ones lacks."""

import json
import re
from functools import cache
from pathlib import Path

from playwright.sync_api import Page, Route

from tests.targets import lint

REMOVE = Path(__file__).with_name("take_away.js").read_text(encoding="utf-8").rstrip(";\n ")

OLDER_CSS = [
    (r"@supports not \((inset|overflow-wrap): ?\w+\)", "@supports (display: grid)"),
    (r"@supports \(inline-size: ?1cqi\)", "@supports (inline-size: 1unknown)"),
    (r"\b(inset-inline-\w+|aspect-ratio|text-wrap|container-type):", r"unknown-\1:"),
    (r":has\(", ":unknown("),
    (r"\boverflow-wrap: ?anywhere", "overflow-wrap:unknown"),
    (r"\d(dvh|cqi)\b", "1unknown"),
    (r"::backdrop", "::unknown"),
]
"""What is written in newer words, in words that no browser knows."""


OF_PLAYWRIGHT = ("BigInt", "BigInt64Array", "BigUint64Array")
"""What it asks a page for itself."""


def make_older(page: Page) -> Page:
    """Let a page that is not yet open see a browser of then."""
    page.add_init_script(f"({REMOVE})({_lacking()})")
    page.route(re.compile(r"\.css$"), _answer_older)
    return page


def assert_older(page: Page) -> None:
    left = "[[].at, [].findLast, window.structuredClone, window.HTMLDialogElement, ''.replaceAll]"
    assert page.evaluate(f"{left}.filter(Boolean).length") == 0


@cache
def _lacking() -> str:
    return json.dumps([one for one in lint("--lacking") if one[0] not in OF_PLAYWRIGHT])


def _answer_older(route: Route) -> None:
    answer = route.fetch()
    css = answer.text()
    for newer, older in OLDER_CSS:
        css = re.sub(newer, older, css)
    route.fulfill(response=answer, body=css)
