import assert from "node:assert/strict";
import { test } from "node:test";

import { otherSuggestions, keyOf, dialogFor, partners, shownSuggestion, currentSuggestions } from "../../../static/js/console/sorting/suggestion_queue.js";
import { initialDraft } from "../../../static/js/console/sorting/split_draft.js";
import { openTopics, othersByTopic } from "../../../static/js/console/shared/presence.js";

const pair = (kind, ...topics) => ({ kind, topics, reason: { words: [], alike: [] } });
const board = (...ids) => Object.fromEntries(ids.map((id) => [id, { id, state: "open" }]));

test("a suggestion whose topics are gone, hidden or put aside does not stand", () => {
  const all = [pair("same", "a", "b"), pair("same", "a", "c"), pair("broad", "d"), pair("broad", "a")];
  const topics = { ...board("a", "b"), d: { id: "d", state: "hidden" } };

  assert.deepEqual(currentSuggestions(all, topics, new Set([keyOf(pair("broad", "a"))])), [all[0]]);
});

test("the shown suggestion stays, even when others are surer or its kind wavers", () => {
  const before = pair("together", "a", "b");
  const queue = [pair("same", "c", "d"), pair("same", "b", "a")];

  assert.equal(shownSuggestion(queue, before, false).one, queue[1]);
  assert.deepEqual(otherSuggestions(queue, before), [queue[0]]);
});

test("one that is gone stays in sight only while somebody points at it", () => {
  const before = pair("same", "a", "b");
  const queue = [pair("same", "c", "d")];

  assert.deepEqual(shownSuggestion(queue, before, true), { one: before, gone: true });
  assert.deepEqual(shownSuggestion(queue, before, false), { one: queue[0], gone: false });
  assert.deepEqual(shownSuggestion([], null, false), { one: null, gone: false });
});

test("opposite demands are never offered for merging, nor as partners", () => {
  const against = pair("opposed", "a", "b");

  assert.equal(dialogFor(against), null);
  assert.deepEqual(partners([against, pair("together", "c", "a")], "a").map(({ id }) => id), ["c"]);
  assert.deepEqual(dialogFor(pair("same", "a", "b")), { name: "merge", topics: ["a", "b"] });
});

test("a split desk begins with proposed parts, leaving out what has been withdrawn", () => {
  const topic = { id: "t", title: "Verkehr", contributions: [{ id: "a", text: "a" }, { id: "b", text: "b" }] };
  const parts = [{ title: "Bus", contributions: ["a", "gone"] }, { title: "x".repeat(130), contributions: ["b"] }];
  const draft = initialDraft(topic, parts, { parts: [], successor: 1 });

  assert.deepEqual(draft.parts.map((part) => part.contributions), [["a"], ["b"]]);
  assert.equal(draft.parts[1].title.length, 120);
  assert.deepEqual(initialDraft(topic, null, draft), draft);
});

test("others at work are shown by their number, oneself is not", () => {
  const working = [
    { console: "me", number: 1, topics: ["a"] },
    { console: "other", number: 2, topics: ["a", "b"] },
  ];

  assert.deepEqual(othersByTopic(working, "me"), { a: 2, b: 2 });
  assert.deepEqual(openTopics({ dialog: { name: "split", topic: "a" }, editing: null }), ["a"]);
  assert.deepEqual(openTopics({ dialog: { name: "help" }, editing: null }), []);
});
