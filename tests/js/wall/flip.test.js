import assert from "node:assert/strict";
import { test } from "node:test";

import { flipStart } from "../../../static/js/wall/motion/flip.js";

const RESTING = { x: 0, y: 0 };

test("an element at rest begins to move where it was", () => {
  assert.deepEqual(flipStart({ x: 10, y: 300 }, { x: 500, y: 100 }, RESTING), { x: -490, y: 200 });
});

test("an element that is sent elsewhere on its way begins where it is", () => {
  assert.deepEqual(flipStart({ x: 500, y: 100 }, { x: 10, y: 100 }, { x: -245, y: 0 }), {
    x: 245,
    y: 0,
  });
});
