import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange, shuffled } from "../../../static/js/phone/state/topic_order.js";

const topic = (id, from = []) => ({ id, title: id, from, contributions: [{ id: `c${id}`, text: `Wort ${id}` }] });
const board = (...topics) => Object.fromEntries(topics.map((entry) => [entry.id, entry]));
const many = board(...Array.from({ length: 20 }, (_, index) => topic(`t${index}`)));

test("the order is another one on every phone and the same on one phone", () => {
  assert.deepEqual(shuffled(many, "ada"), shuffled({ ...many }, "ada"));
  assert.notDeepEqual(shuffled(many, "ada"), shuffled(many, "eve"));
  assert.deepEqual(shuffled(many, "ada").sort(), Object.keys(many).sort());
});

test("no topic is last everywhere", () => {
  const last = new Set(Array.from({ length: 60 }, (_, phone) => shuffled(many, `p${phone}`).pop()));

  assert.ok(last.size > 10);
});

test("a new topic waits and moves nothing", () => {
  const before = board(topic("a"), topic("b"));
  const rows = [{ id: "a" }, { id: "b" }];

  const next = arrange(rows, before, { ...before, c: topic("c") }, "ada");

  assert.deepEqual(next, { rows, fresh: ["c"] });
});

test("a merged topic stands where the first of its sources was, which say where they went", () => {
  const before = board(topic("a"), topic("b"), topic("c"));
  const after = board(topic("b"), topic("m", ["c", "a"]));

  const { rows, fresh } = arrange([{ id: "a" }, { id: "b" }, { id: "c" }], before, after, "ada");

  assert.deepEqual(rows, [
    { id: "a", gone: "a", into: ["m"] },
    { id: "m" },
    { id: "b" },
    { id: "c", gone: "c", into: ["m"] },
  ]);
  assert.deepEqual(fresh, []);
});

test("a topic that an undo brings back takes its row again", () => {
  const before = board(topic("b"));
  const { rows } = arrange([{ id: "a", gone: "a", into: [] }, { id: "b" }], before, board(topic("a"), topic("b")), "ada");

  assert.deepEqual(rows, [{ id: "a" }, { id: "b" }]);
});
