"""The screens use nothing that the browsers declared in static/package.json lack."""

import json

from tests.targets import lint

FOUND = [
    ("js", "list.at(-1)", ["at"]),
    ("js", "list.findLast(isDone); list.toSorted()", ["findLast", "toSorted"]),
    ("js", "structuredClone(view); globalThis.reportError(1)", ["structuredClone", "reportError"]),
    ("js", "dialog.showModal(); box.inert = true", ["showModal", "inert"]),
    ("js", "crypto.randomUUID(); AbortSignal.timeout(5)", ["randomUUID", "timeout"]),
    ("js", "text.replaceAll('a', 'b')", ["replaceAll"]),
    ("js", "new Intl.Segmenter('de')", ["Segmenter"]),
    ("js", "seen.values().filter(isDone)", ["filter() of an iterator"]),
    ("js", "html`<dialog popover=1>`", ["dialog", "popover"]),
    ("js", "addEventListener('scrollend', end)", ["scrollend"]),
    ("js", "/(?<=a)b/.test(text)", ["ES2018 RegExp lookbehind assertions are forbidden."]),
    ("js", "// newer: at - it was there\nlist.pop()", ["at"]),
    ("css", ".a:has(b) { aspect-ratio: 1; overflow: clip }", [":has()", "aspect-ratio"]),
    ("css", ".a { overflow: clip; block-size: 1dvh }", ["overflow: clip", "dvh"]),
    ("css", ".a:is(b, c):focus-visible {}", [":is()", ":focus-visible"]),
    ("css", ".a:where(b) { color: color-mix(in srgb, red, tan) }", [":where()", "color-mix()"]),
    ("css", ".a { gap: 1rem; inline-size: min(1cqi, var(--a)) }", ["gap without display", "cqi"]),
    ("css", "@layer a { .b { color: red } }", ["@layer"]),
]
PASSED = [
    ("js", "if (typeof structuredClone === 'function') box.checkVisibility?.()"),
    ("js", "dialog.at = view.at; Object.values(seen).filter(isDone)"),
    ("js", "// newer: showModal - it is asked for\ndialog.showModal()"),
    ("css", ".a { block-size: 1vh; block-size: 1dvh; hyphens: auto }"),
    ("css", "@supports (inline-size: 1cqi) { .a { container-type: inline-size } }"),
    ("css", ".a { inset: 0; inset-block-start: 0; inset-inline: 0 1px; margin-block: 1px }"),
    ("css", ".a { display: flex; gap: 1rem }"),
]


def test_screens_use_nothing_newer_than_the_declared_browsers():
    assert lint() == []


def test_lint_finds_what_is_newer_and_lets_pass_what_is_asked_for():
    texts = [(kind, text) for kind, text, _ in FOUND] + PASSED

    found = lint("--texts", text=json.dumps(texts))

    names = [{one.split(": newer")[0].split(": allowed")[0] for one in some} for some in found]
    for (_, text, expected), some in zip(FOUND, names, strict=False):
        assert set(expected) <= some, text
    assert dict(zip(PASSED, found[len(FOUND) :], strict=True)) == {one: [] for one in PASSED}
