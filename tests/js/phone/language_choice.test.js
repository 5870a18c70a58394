import assert from "node:assert/strict";
import { test } from "node:test";

import { isUnclear } from "../../../static/js/phone/frame/language_choice.js";

test("the language is asked for only where the browser speaks none of ours", () => {
  const known = [{ code: "de" }, { code: "en" }];

  assert.equal(isUnclear(["de-AT"], known, ""), false);
  assert.equal(isUnclear(["uk", "EN-us"], known, ""), false);
  assert.equal(isUnclear(["ar-SY"], known, ""), true);
  assert.equal(isUnclear(["ar-SY"], known, "a=b; language=en"), false);
});
