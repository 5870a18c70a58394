import assert from "node:assert/strict";
import { test } from "node:test";

import { tableLabel } from "../../../../static/js/shared/groups/table_label.js";
import { setWording } from "../../../../static/js/shared/wording.js";

setWording({ language: "de", dir: "ltr", wording: { "shared.table": "Tisch {table}" } });

test("a bare number gets the word for a table, anything else stays as it was written", () => {
  assert.equal(tableLabel("3"), "Tisch 3");
  assert.equal(tableLabel(" 12 "), "Tisch 12");
  assert.equal(tableLabel("Tisch 1, am Fenster"), "Tisch 1, am Fenster");
  assert.equal(tableLabel(null), "");
});
