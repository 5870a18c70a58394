import assert from "node:assert/strict";
import { test } from "node:test";

import { tableWords } from "../../../static/js/shared/table_label.js";
import { setWording } from "../../../static/js/shared/wording.js";

setWording({ language: "de", dir: "ltr", wording: { "shared.table": "Tisch {table}" } });

test("a bare number gets the word for a table, anything else stays as it was written", () => {
  assert.equal(tableWords("3"), "Tisch 3");
  assert.equal(tableWords(" 12 "), "Tisch 12");
  assert.equal(tableWords("Tisch 1, am Fenster"), "Tisch 1, am Fenster");
  assert.equal(tableWords(null), "");
});
