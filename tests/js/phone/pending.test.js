import assert from "node:assert/strict";
import { test } from "node:test";

import { ballot, contributionsIn, isInView, ownContributions, placeOf } from "../../../static/js/phone/state/pending.js";

const waits = (kind, fields) => ({ message: { id: `${kind}${JSON.stringify(fields)}`, do: kind, ...fields }, sent: false });
const sent = (kind, fields) => ({ ...waits(kind, fields), sent: true });
const me = { hand: 2, budget: 3, cap: 2, dots: { a: 1 } };

test("a ballot shows dots that are under way, and says which are unsent", () => {
  const { on, hand } = ballot(me, [sent("place_dot", { topic: "a" }), waits("place_dot", { topic: "b" })]);

  assert.deepEqual(on, { a: { dots: 2, unsent: 0 }, b: { dots: 1, unsent: 1 } });
  assert.equal(hand, 0);
});

test("a ballot never shows more than the cap, the hand, or fewer than none", () => {
  const places = ["a", "a", "a", "b", "c"].map((topic) => waits("place_dot", { topic }));
  const { on, hand } = ballot(me, places);

  assert.deepEqual([on.a.dots, on.b.dots, on.c, hand], [2, 1, undefined, 0]);
  assert.deepEqual(ballot(me, [waits("take_dot", { topic: "b" })]), { on: { a: { dots: 1, unsent: 0 } }, hand: 2 });
});

test("taking back an unsent dot leaves nothing unsent", () => {
  const { on, hand } = ballot(me, [waits("place_dot", { topic: "b" }), waits("take_dot", { topic: "b" })]);

  assert.deepEqual(on.b, { dots: 0, unsent: 0 });
  assert.equal(hand, 2);
});

test("an act is seen once the view includes it: one's own part, or the topics for what all see", () => {
  const view = { at: 9, me: { at: 5 } };

  assert.equal(isInView(view, { do: "place_dot" }, { at: 7 }), false);
  assert.equal(isInView(view, { do: "place_dot" }, { at: 5 }), true);
  assert.equal(isInView(view, { do: "reword" }, { at: 7 }), true);
  assert.equal(isInView(null, { do: "reword" }, { at: 7 }), false);
});

test("a refusal belongs to the thing it is about", () => {
  assert.equal(placeOf({ do: "withdraw", contribution: "c1" }), "contribution:c1");
  assert.equal(placeOf({ do: "place_dot", topic: "t1" }), "topic:t1");
  assert.equal(placeOf({ do: "write_board", group: "g1", field: "goal" }), "board:g1:goal");
  assert.equal(placeOf({ do: "contribute" }), "contribute");
});

test("one's own contributions say where they are, what waits and what was reworded", () => {
  const said = { id: "c1", text: "Bus" };
  const merged = { id: "m", title: "Verkehr", contributions: [said, { id: "c2", text: "Rad" }] };
  const view = { topics: { m: merged }, me: { contributions: ["c1"], hidden: {} } };

  const own = ownContributions(view, [waits("reword", { contribution: "c1", text: "Bus abends " }), waits("contribute", { text: " Bad" })]);

  assert.deepEqual(
    own.map(({ text, topics, waits: unsent }) => [text, topics.map(({ id }) => id), unsent]),
    [
      ["Bad", [], true],
      ["Bus abends", ["m"], true],
    ],
  );
});

test("a contribution whose answer was lost is seen once, as one that waits", () => {
  const said = { id: "c1", text: "Bus" };
  const view = { topics: { a: { id: "a", contributions: [said] } }, me: { contributions: ["c1"], hidden: {} } };
  const shown = (pending) => ownContributions(view, pending).map(({ id, waits: unsent }) => [id, unsent]);
  const again = waits("contribute", { text: "Bus " });

  assert.deepEqual(shown([again]), [["c1", true]]);
  assert.deepEqual(shown([again, again]), [[again.message.id, true], ["c1", true]]);
  assert.deepEqual(shown([sent("contribute", { text: "Bus" })]), [[sent("contribute", { text: "Bus" }).message.id, false], ["c1", false]]);
});

test("a contribution that a split put into several topics is found in each", () => {
  const said = { id: "c1", text: "Bus" };
  const found = contributionsIn({ a: { id: "a", contributions: [said] }, b: { id: "b", contributions: [said] } });

  assert.deepEqual(found.get("c1").topics.map(({ id }) => id), ["a", "b"]);
});
