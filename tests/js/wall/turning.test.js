import assert from "node:assert/strict";
import { test } from "node:test";

import { cut } from "../../../static/js/wall/fitting/pieces.js";
import { staysFor, turned } from "../../../static/js/wall/fitting/turning.js";

test("a fuller page stays longer, within bounds", () => {
  assert.ok(staysFor(0) >= 8_000);
  assert.ok(staysFor(400) > staysFor(150));
  assert.ok(staysFor(100_000) <= 45_000);
});

test("pages go round in both directions", () => {
  assert.equal(turned(2, 1, 3), 0);
  assert.equal(turned(0, -1, 3), 2);
  assert.equal(turned(5, 0, 3), 2);
  assert.equal(turned(4, 1, 0), 0);
});

test("a short text is one piece, an empty one none", () => {
  assert.deepEqual(cut("Ein Satz.", 40), ["Ein Satz."]);
  assert.deepEqual(cut("  \n ", 40), []);
});

test("a long text is cut after a line, a sentence or a word, and loses none", () => {
  assert.deepEqual(cut("Erster Satz hier. Zweiter Satz dort.", 22), [
    "Erster Satz hier.",
    "Zweiter Satz dort.",
  ]);
  assert.deepEqual(cut("eine Zeile lang\nund noch eine", 20), ["eine Zeile lang", "und noch eine"]);
  assert.deepEqual(cut("aaaa bbbb cccc dddd", 11), ["aaaa bbbb", "cccc dddd"]);
  assert.deepEqual(cut("🌳".repeat(5), 2), ["🌳🌳", "🌳🌳", "🌳"]);

  const words = Array.from({ length: 400 }, (_, i) => `Wort${i}${i % 7 ? "" : "."}`).join(" ");
  assert.equal(cut(words, 260).join(" "), words);
});
