import assert from "node:assert/strict";
import { test } from "node:test";

import { stableOrder } from "../../../static/js/wall/fitting/stable_order.js";

const ids = (things) => things.map(({ id }) => id).join("");
const things = (letters) => [...letters].map((id) => ({ id }));

test("what is known keeps its place, what is new comes last, what is gone leaves no hole", () => {
  const places = new Map();

  assert.equal(ids(stableOrder(things("bac"), places)), "bac");
  assert.equal(ids(stableOrder(things("abcd"), places)), "bacd");
  assert.equal(ids(stableOrder(things("dca"), places)), "acd");
});
