import assert from "node:assert/strict";
import { test } from "node:test";

import { startOf } from "../../../static/js/wall/motion/gliding.js";

const RESTING = { x: 0, y: 0 };

test("a piece at rest begins to glide where it was", () => {
  assert.deepEqual(startOf({ x: 10, y: 300 }, { x: 500, y: 100 }, RESTING), { x: -490, y: 200 });
});

test("a piece that is sent elsewhere on its way begins where it has got to", () => {
  assert.deepEqual(startOf({ x: 500, y: 100 }, { x: 10, y: 100 }, { x: -245, y: 0 }), {
    x: 245,
    y: 0,
  });
});
