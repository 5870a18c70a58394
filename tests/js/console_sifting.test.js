import assert from "node:assert/strict";
import { test } from "node:test";

import { countFilters, holding, plain, sift, steady, unsettled } from "../../static/js/console/sifting.js";

const topic = (id, n, more = {}) => ({
  id,
  n,
  title: id,
  state: "open",
  from: [],
  contributions: [{ id: `c${id}`, text: id }],
  ...more,
});
const board = (...topics) => Object.fromEntries(topics.map((t) => [t.id, t]));
const ids = (topics) => topics.map((t) => t.id);

const some = board(
  topic("Grünfläche", 1, { dots: 2 }),
  topic("Bus", 2, { contributions: [{ id: "a", text: "Abends fährt nichts" }, { id: "b", text: "Takt" }] }),
  topic("Alles", 3, { broad: { count: 2, narrower: ["Nur der Bus"] } }),
  topic("Böse", 4, { state: "hidden" }),
  topic("Pflege", 5, { state: "group" }),
);

test("hidden topics are shown by their own filter alone", () => {
  assert.deepEqual(ids(sift(some)), ["Pflege", "Alles", "Bus", "Grünfläche"]);
  assert.deepEqual(ids(sift(some, { filter: "hidden" })), ["Böse"]);
  assert.deepEqual(countFilters(some), {
    all: 4, single: 3, several: 1, broad: 1, dotted: 1, free: 3, group: 1, hidden: 1,
  });
});

test("search looks into titles, contributions and narrower proposals, whatever the spelling", () => {
  assert.deepEqual(ids(sift(some, { search: "BUS" })), ["Alles", "Bus"]);
  assert.deepEqual(ids(sift(some, { search: "fahrt nichts" })), []);
  assert.deepEqual(ids(sift(some, { search: "faehrt abends" })), ["Bus"]);
  assert.deepEqual(ids(sift(some, { search: "gruen" })), ["Grünfläche"]);
  assert.equal(plain("Çay Straße"), "cay strasse");
});

test("orders", () => {
  assert.deepEqual(ids(sift(some, { order: "title" })), ["Alles", "Bus", "Grünfläche", "Pflege"]);
  assert.deepEqual(ids(sift(some, { order: "dots" }))[0], "Grünfläche");
  assert.deepEqual(ids(sift(some, { order: "size" }))[0], "Bus");
  assert.deepEqual(ids(sift(some, { order: "broad" }))[0], "Alles");
  assert.deepEqual(ids(sift(some, { order: "oldest" })), ["Grünfläche", "Bus", "Alles", "Pflege"]);
});

test("held cards stay: what is gone leaves an empty place, what is new comes last", () => {
  const held = steady(holding(["a", "b", "c"]), ["new", "a", "c"], board(topic("new", 9)));

  assert.deepEqual(held.order, ["a", "b", "c", "new"]);
});

test("a merged topic takes the place of one of its parts, each part of a split a free one", () => {
  const merged = board(topic("m", 9, { from: ["c", "a"] }));
  assert.deepEqual(steady(holding(["a", "b", "c"]), ["m", "b"], merged).order, ["a", "b", "m"]);

  const parts = board(topic("p", 9, { from: ["b"] }), topic("q", 10, { from: ["b"] }));
  assert.deepEqual(steady(holding(["a", "b", "c"]), ["q", "p", "c", "a"], parts).order, ["a", "q", "c", "p"]);
});

test("topics that come back by undo stand where they stood", () => {
  const merged = steady(holding(["a", "b", "c"]), ["b", "m"], board(topic("m", 9, { from: ["c", "a"] })));
  const undone = steady(merged, ["c", "b", "a"], board(topic("a", 1), topic("c", 3)));

  assert.deepEqual(undone.order, ["a", "b", "c"]);
});

test("an order is settled when it is the right one", () => {
  assert.equal(unsettled(holding(["a", "b"]), ["a", "b"]), false);
  assert.equal(unsettled(holding(["a", "x", "b"]), ["a", "b"]), true);
});
