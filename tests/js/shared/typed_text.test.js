import assert from "node:assert/strict";
import { test } from "node:test";

import { hasVisible, typedLine, typedText } from "../../../static/js/shared/typed_text.js";

test("line breaks of other programs become newlines", () => {
  assert.equal(typedText("Windows\r\nMac\rFolie\vSeite\fNEL\u0085Zeile\u2028Absatz\u2029Ende"), "Windows\nMac\nFolie\nSeite\nNEL\nZeile\nAbsatz\nEnde");
  assert.equal(typedText("zwei\r\rAbsätze"), "zwei\n\nAbsätze");
});

test("other control characters and halves of characters are left out", () => {
  assert.equal(typedText("Bus\u0000\u0007\u001b\u007f\u0093 ab\ud83d"), "Bus ab");
});

test("tabs, emoji, joiners, marks of direction and spaces at the ends stay as they are", () => {
  const kept = " a\tb 👨‍👩‍👧 می‌خواهم \u200fעברית\u200e e\u0301 ";

  assert.equal(typedText(kept), kept);
});

test("a title has one line", () => {
  assert.equal(typedLine("Mehr\vBusse \r\n am Abend"), "Mehr Busse am Abend");
});

test("fillers, format characters and spaces alone are nothing to see", () => {
  for (const text of ["", " \n\t", "\u200b", "\u3164", "\u2800", "\u00ad\u200e", "\ufeff\ufe0f", "\u115f\u034f"]) {
    assert.equal(hasVisible(text), false, JSON.stringify(text));
  }
  for (const text of ["a", "👍", "-", "\u200b.", "ก", "❤️"]) assert.equal(hasVisible(text), true, text);
});
