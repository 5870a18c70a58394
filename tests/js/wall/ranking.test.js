import assert from "node:assert/strict";
import { test } from "node:test";

import { contributionsIn, groupsOf, openEndsOf } from "../../../static/js/wall/scenes/selectors.js";
import { isRevealed, ranked } from "../../../static/js/wall/scenes/ranking.js";

test("more dots come first, then more people, then who came first; equals share a rank", () => {
  const rows = ranked([
    { id: "d", n: 4, dots: 0, people: 0 },
    { id: "c", n: 3, dots: 5, people: 4 },
    { id: "b", n: 2, dots: 5, people: 4 },
    { id: "a", n: 1, dots: 5, people: 3 },
    { id: "e", n: 5, dots: 10, people: 6 },
  ]);

  assert.deepEqual(
    rows.map(({ topic, rank, share }) => [topic.id, rank, share]),
    [
      ["e", 1, 1],
      ["b", 2, 0.5],
      ["c", 2, 0.5],
      ["a", 4, 0.5],
      ["d", 5, 0],
    ],
  );
});

test("without a single dot all bars are empty and nothing is divided by zero", () => {
  assert.deepEqual(
    ranked([{ id: "a", n: 1 }]).map(({ rank, dots, people, share }) => [rank, dots, people, share]),
    [[1, 0, 0, 0]],
  );
});

test("counts that are not revealed are no result", () => {
  assert.equal(isRevealed({ counts: "hidden" }), false);
  assert.equal(isRevealed({ counts: "revealed" }), true);
});

test("a contribution that a split put into two topics counts once", () => {
  const topics = {
    a: { contributions: [{ id: "1" }, { id: "2" }] },
    b: { contributions: [{ id: "2" }] },
  };

  assert.equal(contributionsIn({ topics }), 2);
});

test("groups stand in the order of their tables, those without a table last", () => {
  const groups = {
    x: { id: "x", n: 1, table: null },
    y: { id: "y", n: 2, table: "Tisch 10" },
    z: { id: "z", n: 3, table: "Tisch 2" },
  };

  assert.deepEqual(
    groupsOf({ groups }).map((group) => group.id),
    ["z", "y", "x"],
  );
});

test("open ends are the topics without a group, most interest first", () => {
  const topics = {
    a: { id: "a", n: 1, group: null, interest: 1 },
    b: { id: "b", n: 2, group: "g", interest: 9 },
    c: { id: "c", n: 3, group: null, interest: 4 },
  };

  assert.deepEqual(
    openEndsOf({ topics }).map((topic) => topic.id),
    ["c", "a"],
  );
});
