import assert from "node:assert/strict";
import { test } from "node:test";

import { worstFirst } from "../../../static/js/console/settings/doctor_dialog.js";

const finding = (key, well) => ({ key, well, gaps: {} });

test("what needs somebody comes first, then hints, then what is well", () => {
  const found = [finding("a", true), finding("b", null), finding("c", false), finding("d", true)];

  assert.deepEqual(
    worstFirst(found).map(({ key }) => key),
    ["c", "b", "a", "d"],
  );
});
