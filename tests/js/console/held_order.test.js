import assert from "node:assert/strict";
import { test } from "node:test";

import { holdOrder, isOutOfOrder, updateHeldOrder } from "../../../static/js/console/topics/held_order.js";

const topic = (id, { from = [] } = {}) => ({ id, from });
const board = (...topics) => Object.fromEntries(topics.map((t) => [t.id, t]));

test("held cards stay: what is gone leaves an empty place, what is new comes last", () => {
  const held = updateHeldOrder(holdOrder(["a", "b", "c"]), ["new", "a", "c"], board(topic("new")));

  assert.deepEqual(held.order, ["a", "b", "c", "new"]);
});

test("a merged topic takes the place of one of its parts, each part of a split a free one", () => {
  const merged = board(topic("m", { from: ["c", "a"] }));
  assert.deepEqual(updateHeldOrder(holdOrder(["a", "b", "c"]), ["m", "b"], merged).order, ["a", "b", "m"]);

  const parts = board(topic("p", { from: ["b"] }), topic("q", { from: ["b"] }));
  assert.deepEqual(updateHeldOrder(holdOrder(["a", "b", "c"]), ["q", "p", "c", "a"], parts).order, ["a", "q", "c", "p"]);
});

test("topics that come back by undo stand where they stood", () => {
  const merged = updateHeldOrder(holdOrder(["a", "b", "c"]), ["b", "m"], board(topic("m", { from: ["c", "a"] })));
  const undone = updateHeldOrder(merged, ["c", "b", "a"], board(topic("a"), topic("c")));

  assert.deepEqual(undone.order, ["a", "b", "c"]);
});

test("an order is settled when it is the right one", () => {
  assert.equal(isOutOfOrder(holdOrder(["a", "b"]), ["a", "b"]), false);
  assert.equal(isOutOfOrder(holdOrder(["a", "x", "b"]), ["a", "b"]), true);
});

