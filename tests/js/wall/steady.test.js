import assert from "node:assert/strict";
import { test } from "node:test";

import { steady } from "../../../static/js/wall/frame/steady.js";

const ids = (things) => things.map(({ id }) => id).join("");
const things = (letters) => [...letters].map((id) => ({ id }));

test("what is known keeps its place, what is new comes last, what is gone leaves no hole", () => {
  const places = new Map();

  assert.equal(ids(steady(things("bac"), places)), "bac");
  assert.equal(ids(steady(things("abcd"), places)), "bacd");
  assert.equal(ids(steady(things("dca"), places)), "acd");
});
