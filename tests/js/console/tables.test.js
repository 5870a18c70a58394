import assert from "node:assert/strict";
import { test } from "node:test";

import { freeTable } from "../../../static/js/console/groups/group_dialog.js";

const at = (...tables) => Object.fromEntries(tables.map((table, i) => [`g${i}`, { table }]));

test("a table is taken under whatever name its number stands", () => {
  assert.equal(freeTable(at()), "1");
  assert.equal(freeTable(at("Tisch 1, am Fenster", "02", "Raum 4/Tisch 3", null, "Foyer")), "5");
  assert.equal(freeTable(at("Tisch 11")), "1");
});
