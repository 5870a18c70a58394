import assert from "node:assert/strict";
import { test } from "node:test";

import * as splitting from "../../../static/js/console/sorting/split_draft.js";

const topic = (...ids) => ({
  id: "t",
  title: "Verkehr",
  contributions: ids.map((id) => ({ id, text: id })),
  dots: 7,
  people: 4,
});

test("a draft of one contribution gives it to every part", () => {
  const one = topic("a");
  const draft = splitting.withPart(splitting.newDraft(one, ["Bus", "Rad"]), one, "Fuß");

  assert.deepEqual(splitting.troubles(draft, one), []);
  assert.deepEqual(
    draft.parts.map((part) => part.contributions),
    [["a"], ["a"], ["a"]],
  );
});

test("every contribution must be somewhere, every part needs a title and a contribution", () => {
  const three = topic("a", "b", "c");
  let draft = splitting.newDraft(three, ["Bus"]);
  draft = splitting.toggle(draft, 0, "a");

  assert.deepEqual(splitting.troubles(draft, three), [
    { what: "untitled", part: 1 },
    { what: "homeless", contributions: ["b", "c"] },
    { what: "empty", part: 1 },
  ]);

  draft = splitting.nameOf(draft, 1, "Rad");
  draft = splitting.toggle(splitting.toggle(draft, 1, "b"), 1, "c");
  assert.deepEqual(splitting.troubles(draft, three), []);
});

test("a part may be empty only where there are fewer contributions than parts", () => {
  const two = topic("a", "b");
  let draft = splitting.newDraft(two, ["Bus", "Rad", "Fuß"]);
  draft = splitting.toggle(splitting.toggle(draft, 0, "a"), 1, "b");

  assert.deepEqual(splitting.troubles(draft, two), []);
});

test("a contribution may be in several parts, in the order of the topic", () => {
  const three = topic("a", "b", "c");
  let draft = splitting.newDraft(three, [" Bus ", "Rad"]);
  for (const [part, id] of [[0, "c"], [0, "a"], [1, "b"], [1, "c"]]) draft = splitting.toggle(draft, part, id);

  assert.deepEqual(splitting.asked({ ...draft, successor: 1 }, three), {
    topic: "t",
    parts: [
      { title: "Bus", contributions: ["a", "c"] },
      { title: "Rad", contributions: ["b", "c"] },
    ],
    successor: 1,
  });
  assert.deepEqual(splitting.effect(draft, three), { parts: 2, several: 1, dots: 7, people: 4, keeps: null });
});

test("taking a part away keeps the successor pointing at the same part", () => {
  const draft = { ...splitting.newDraft(topic("a"), ["Bus", "Rad", "Fuß"]), successor: 2 };

  assert.equal(splitting.withoutPart(draft, 0).successor, 1);
  assert.equal(splitting.withoutPart(draft, 2).successor, null);
  assert.equal(splitting.withoutPart(splitting.newDraft(topic("a")), 0).parts.length, 2);
});

test("a proposed title fills the first part without a name, then makes a new part", () => {
  const one = topic("a");
  let draft = splitting.newDraft(one);
  for (const title of ["Bus", "Rad", "Fuß"]) draft = splitting.withTitle(draft, one, title);

  assert.deepEqual(
    draft.parts.map((part) => part.title),
    ["Bus", "Rad", "Fuß"],
  );
});

test("a contribution withdrawn meanwhile leaves the draft", () => {
  const draft = splitting.toggle(splitting.newDraft(topic("a", "b")), 0, "b");

  assert.deepEqual(splitting.kept(draft, topic("a")).parts[0].contributions, []);
  assert.equal(splitting.kept(draft, topic("a", "b")), draft);
});

test("moving a contribution puts it into one part alone", () => {
  const three = topic("a", "b", "c");
  let draft = splitting.newDraft(three, ["Bus", "Rad"]);
  draft = splitting.toggle(splitting.toggle(draft, 0, "a"), 1, "a");
  draft = splitting.moveTo(draft, 1, "a");

  assert.deepEqual(draft.parts.map((part) => part.contributions), [[], ["a"]]);
});
