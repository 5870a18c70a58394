import assert from "node:assert/strict";
import { test } from "node:test";

import { splitText } from "../../../static/js/wall/fitting/text_parts.js";
import { pageDuration_ms, pageAfter } from "../../../static/js/wall/fitting/page_timing.js";

test("a fuller page stays longer, within bounds", () => {
  assert.ok(pageDuration_ms(0) >= 8_000);
  assert.ok(pageDuration_ms(400) > pageDuration_ms(150));
  assert.ok(pageDuration_ms(100_000) <= 45_000);
});

test("pages go round in both directions", () => {
  assert.equal(pageAfter(2, 1, 3), 0);
  assert.equal(pageAfter(0, -1, 3), 2);
  assert.equal(pageAfter(5, 0, 3), 2);
  assert.equal(pageAfter(4, 1, 0), 0);
});

test("a short text is one part, an empty one none", () => {
  assert.deepEqual(splitText("Ein Satz.", 40), ["Ein Satz."]);
  assert.deepEqual(splitText("  \n ", 40), []);
});

test("a long text is split after a line, a sentence or a word, and loses none", () => {
  assert.deepEqual(splitText("Erster Satz hier. Zweiter Satz dort.", 22), [
    "Erster Satz hier.",
    "Zweiter Satz dort.",
  ]);
  assert.deepEqual(splitText("eine Zeile lang\nund noch eine", 20), ["eine Zeile lang", "und noch eine"]);
  assert.deepEqual(splitText("aaaa bbbb cccc dddd", 11), ["aaaa bbbb", "cccc dddd"]);
  assert.deepEqual(splitText("🌳".repeat(5), 2), ["🌳🌳", "🌳🌳", "🌳"]);

  const words = Array.from({ length: 400 }, (_, i) => `Wort${i}${i % 7 ? "" : "."}`).join(" ");
  assert.equal(splitText(words, 260).join(" "), words);
});
