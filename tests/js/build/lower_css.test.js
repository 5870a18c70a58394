import assert from "node:assert/strict";
import test from "node:test";

import { lowerCss } from "../../../static/lower_css.mjs";

const lowered = (css) => lowerCss(css).replace(/\s+/g, " ").trim();

test("both ends of a margin are named apart", () => {
  assert.equal(
    lowered(".a { margin-block: 1px calc(2px + 3px) !important }"),
    ".a { margin-block-start: 1px !important; margin-block-end: calc(2px + 3px) !important }",
  );
  assert.equal(
    lowered(".a { border-block: 1px solid red }"),
    ".a { border-block-start: 1px solid red; border-block-end: 1px solid red }",
  );
});

test("places from top to bottom, and alike from both sides, are named by their sides", () => {
  assert.equal(lowered(".a { inset-block-start: 0 }"), ".a { top: 0 }");
  assert.equal(lowered(".a { inset-block: 0 1px }"), ".a { top: 0; bottom: 1px }");
  assert.equal(lowered(".a { inset-inline: 1px }"), ".a { left: 1px; right: 1px }");
});

test("a place from the start follows the direction of the page", () => {
  assert.equal(
    lowered(".a, .b { inset-inline-start: 1px }"),
    '.a, .b { inset-inline-start: 1px } @supports not (inset: 0) { .a, .b { left: 1px } [dir="rtl"] .a, [dir="rtl"] .b { left: auto; right: 1px } }',
  );
});

test("what is in a flex box is kept apart by margins, never by both", () => {
  const older = (css) => /@supports.*$/.exec(lowered(css))[0];
  assert.equal(
    older(".a { display: flex; gap: 1px }"),
    "@supports not (inset: 0) { .a { gap: 0 } .a > * { margin-inline-start: calc(1px / 2); margin-inline-end: calc(1px / 2) } }",
  );
  assert.equal(
    older(".a { display: flex; flex-direction: column; gap: 1px }"),
    "@supports not (inset: 0) { .a { gap: 0 } .a > * + * { margin-block-start: 1px; margin-inline-start: 0 } }",
  );
  assert.equal(
    older(".a { display: inline-flex; flex-wrap: wrap; gap: 1px 2px }"),
    "@supports not (inset: 0) { .a { gap: 0 } .a > * { margin-block-end: 1px; margin-inline-end: 2px } }",
  );
});

test("a grid keeps its gap", () => {
  assert.equal(lowered(".a { display: grid; gap: 1px }"), ".a { display: grid; gap: 1px }");
});
