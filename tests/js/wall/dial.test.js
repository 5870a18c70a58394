import assert from "node:assert/strict";
import { test } from "node:test";

import { dialPath } from "../../../static/js/wall/frame/dial.js";

const MINUTE_MS = 60_000;

test("the sector empties towards twelve o'clock", () => {
  assert.match(dialPath(15 * MINUTE_MS, 10), /^M0 0V-10A10 10 0 0 1 10\.00 -?0\.00Z$/);
  assert.match(dialPath(45 * MINUTE_MS, 10), /A10 10 0 1 1 -10\.00/);
  assert.equal(dialPath(0, 10), "");
  assert.equal(dialPath(-1, 10), "");
});

test("an hour and more is the full dial", () => {
  assert.equal(dialPath(60 * MINUTE_MS, 10), dialPath(180 * MINUTE_MS, 10));
  assert.ok(dialPath(60 * MINUTE_MS, 10).endsWith("Z"));
});
