import assert from "node:assert/strict";
import { test } from "node:test";

import { redoable, undoable, shortcutOf } from "../../../static/js/console/history/undo_redo.js";

const row = (n, by, state) => ({ n, by, state, kind: "merge", gaps: {} });

test("undo is for my newest act that stands, whoever acted since", () => {
  const history = [row(9, "other", "done"), row(8, "me", "undone"), row(7, "me", "done"), row(3, "me", "done")];

  assert.equal(undoable(history, "me").n, 7);
  assert.equal(undoable(history, "third"), null);
  assert.equal(undoable(undefined, "me"), null);
});

test("redo is for what I took back last", () => {
  const history = [row(9, "me", "redoable"), row(8, "other", "redoable"), row(7, "me", "redoable")];

  assert.equal(redoable(history, "me").n, 7);
  assert.equal(redoable([row(9, "other", "redoable")], "me"), null);
});

test("Ctrl+Z undoes, Ctrl+Y and Ctrl+Shift+Z redo, with Cmd too", () => {
  const press = (key, more = {}) => shortcutOf({ key, ctrlKey: true, ...more });

  assert.deepEqual([press("z"), press("Z", { shiftKey: true }), press("y"), press("x")], ["undo", "redo", "redo", null]);
  assert.equal(shortcutOf({ key: "z", metaKey: true }), "undo");
  assert.equal(shortcutOf({ key: "z" }), null);
  assert.equal(press("z", { altKey: true }), null);
});
