import assert from "node:assert/strict";
import { test } from "node:test";

import * as splitDraft from "../../../static/js/console/sorting/split_draft.js";

const topic = (...ids) => ({
  id: "t",
  title: "Verkehr",
  contributions: ids.map((id) => ({ id, text: id })),
  dots: 7,
  people: 4,
});

test("a draft of one contribution gives it to every part", () => {
  const one = topic("a");
  const draft = splitDraft.withPart(splitDraft.newDraft(one, ["Bus", "Rad"]), one, "Fuß");

  assert.deepEqual(splitDraft.problems(draft, one), []);
  assert.deepEqual(
    draft.parts.map((part) => part.contributions),
    [["a"], ["a"], ["a"]],
  );
});

test("every contribution must be somewhere, every part needs a title and a contribution", () => {
  const three = topic("a", "b", "c");
  let draft = splitDraft.newDraft(three, ["Bus"]);
  draft = splitDraft.toggle(draft, 0, "a");

  assert.deepEqual(splitDraft.problems(draft, three), [
    { what: "untitled", part: 1 },
    { what: "homeless", contributions: ["b", "c"] },
    { what: "empty", part: 1 },
  ]);

  draft = splitDraft.withPartTitle(draft, 1, "Rad");
  draft = splitDraft.toggle(splitDraft.toggle(draft, 1, "b"), 1, "c");
  assert.deepEqual(splitDraft.problems(draft, three), []);
});

test("a part may be empty only where there are fewer contributions than parts", () => {
  const two = topic("a", "b");
  let draft = splitDraft.newDraft(two, ["Bus", "Rad", "Fuß"]);
  draft = splitDraft.toggle(splitDraft.toggle(draft, 0, "a"), 1, "b");

  assert.deepEqual(splitDraft.problems(draft, two), []);
});

test("a contribution may be in several parts, in the order of the topic", () => {
  const three = topic("a", "b", "c");
  let draft = splitDraft.newDraft(three, [" Bus ", "Rad"]);
  for (const [part, id] of [[0, "c"], [0, "a"], [1, "b"], [1, "c"]]) draft = splitDraft.toggle(draft, part, id);

  assert.deepEqual(splitDraft.splitFields({ ...draft, successor: 1 }, three), {
    topic: "t",
    parts: [
      { title: "Bus", contributions: ["a", "c"] },
      { title: "Rad", contributions: ["b", "c"] },
    ],
    successor: 1,
  });
  assert.deepEqual(splitDraft.effect(draft, three), { parts: 2, several: 1, dots: 7, people: 4, keeps: null });
});

test("taking a part away keeps the successor pointing at the same part", () => {
  const draft = { ...splitDraft.newDraft(topic("a"), ["Bus", "Rad", "Fuß"]), successor: 2 };

  assert.equal(splitDraft.withoutPart(draft, 0).successor, 1);
  assert.equal(splitDraft.withoutPart(draft, 2).successor, null);
  assert.equal(splitDraft.withoutPart(splitDraft.newDraft(topic("a")), 0).parts.length, 2);
});

test("a proposed title fills the first part without a name, then makes a new part", () => {
  const one = topic("a");
  let draft = splitDraft.newDraft(one);
  for (const title of ["Bus", "Rad", "Fuß"]) draft = splitDraft.withProposedTitle(draft, one, title);

  assert.deepEqual(
    draft.parts.map((part) => part.title),
    ["Bus", "Rad", "Fuß"],
  );
});

test("a contribution withdrawn meanwhile leaves the draft", () => {
  const draft = splitDraft.toggle(splitDraft.newDraft(topic("a", "b")), 0, "b");

  assert.deepEqual(splitDraft.withoutWithdrawn(draft, topic("a")).parts[0].contributions, []);
  assert.equal(splitDraft.withoutWithdrawn(draft, topic("a", "b")), draft);
});

test("moving a contribution puts it into one part alone", () => {
  const three = topic("a", "b", "c");
  let draft = splitDraft.newDraft(three, ["Bus", "Rad"]);
  draft = splitDraft.toggle(splitDraft.toggle(draft, 0, "a"), 1, "a");
  draft = splitDraft.moveTo(draft, 1, "a");

  assert.deepEqual(draft.parts.map((part) => part.contributions), [[], ["a"]]);
});
