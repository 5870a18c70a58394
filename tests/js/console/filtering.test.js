import assert from "node:assert/strict";
import { test } from "node:test";

import { countFilters, filterTopics, newest, usefulFilters, waysIn } from "../../../static/js/console/topics/filtering.js";

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
  assert.deepEqual(ids(filterTopics(some)), ["Pflege", "Alles", "Bus", "Grünfläche"]);
  assert.deepEqual(ids(filterTopics(some, { filter: "hidden" })), ["Böse"]);
  assert.deepEqual(countFilters(some), {
    all: 4, new: 0, single: 3, several: 1, broad: 1, dotted: 1, undotted: 3, free: 3, group: 1, hidden: 1,
  });
});

test("search looks into titles, contributions and narrower proposals, whatever the spelling", () => {
  assert.deepEqual(ids(filterTopics(some, { search: "BUS" })), ["Alles", "Bus"]);
  assert.deepEqual(ids(filterTopics(some, { search: "fahrt nichts" })), []);
  assert.deepEqual(ids(filterTopics(some, { search: "faehrt abends" })), ["Bus"]);
  assert.deepEqual(ids(filterTopics(some, { search: "gruen" })), ["Grünfläche"]);
});

test("orders", () => {
  assert.deepEqual(ids(filterTopics(some, { order: "title" })), ["Alles", "Bus", "Grünfläche", "Pflege"]);
  assert.deepEqual(ids(filterTopics(some, { order: "dots" }))[0], "Grünfläche");
  assert.deepEqual(ids(filterTopics(some, { order: "size" }))[0], "Bus");
  assert.deepEqual(ids(filterTopics(some, { order: "broad" }))[0], "Alles");
  assert.deepEqual(ids(filterTopics(some, { order: "oldest" })), ["Grünfläche", "Bus", "Alles", "Pflege"]);
});

test("new is what came after somebody looked last, but not what was made out of other topics", () => {
  const later = { ...some, ...board(topic("Neu", 6), topic("Vereint", 7, { from: ["Bus", "Neu"] })) };
  assert.deepEqual(ids(filterTopics(later, { filter: "new", seen: 5 })), ["Neu"]);
  assert.equal(newest(later), 7);
  assert.equal(countFilters(later).new, 0);
});

test("topics are found by the way their contributions came in", () => {
  const said = (id, n, ...vias) => topic(id, n, { contributions: vias.map((via, i) => ({ id: `${id}${i}`, text: id, via })) });
  const mixed = board(said("Karte", 1, "wall"), said("Beides", 2, "phone", "wall"), said("Telefon", 3, "phone"));
  assert.deepEqual(waysIn(mixed), ["phone", "wall"]);
  assert.deepEqual(ids(filterTopics(mixed, { via: "wall" })), ["Beides", "Karte"]);
  assert.equal(countFilters(mixed, { via: "wall" }).all, 2);
});

test("a filter that would show nothing, or everything, is not offered, unless it is chosen", () => {
  const plainOnes = countFilters(board(topic("A", 1), topic("B", 2)));
  assert.deepEqual(usefulFilters(plainOnes, "all"), ["all"]);
  assert.deepEqual(usefulFilters(plainOnes, "broad"), ["all", "broad"]);
  assert.deepEqual(usefulFilters(countFilters(some), "all"), [
    "all", "single", "several", "broad", "dotted", "undotted", "free", "group", "hidden",
  ]);
});
