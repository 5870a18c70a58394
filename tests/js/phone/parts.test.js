import assert from "node:assert/strict";
import { test } from "node:test";

import { partsBeside, shownPart } from "../../../static/js/phone/frame/parts.js";

const closed = { contributions: false, flags: false, dots: false, groups: false, boards: false, interest: false, help: false, contact: false };
const view = (phase, open = {}, more = {}) => ({
  phase,
  open: { ...closed, ...open },
  counts: "hidden",
  topics: {},
  groups: {},
  help_tasks: ["Tische"],
  me: { contributions: [], notes: [], group: null, has_contact: false },
  ...more,
});

test("what a facilitator opens is there in every phase, beside the main thing", () => {
  const voting = view("vote", { dots: true, contributions: true });

  assert.equal(shownPart(voting, null), "vote");
  assert.deepEqual(partsBeside(voting, "vote"), ["collect"]);
  assert.equal(shownPart(voting, "collect"), "collect");
  assert.equal(shownPart(view("vote", { dots: true }), "collect"), "vote");
});
