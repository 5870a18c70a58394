import assert from "node:assert/strict";
import { test } from "node:test";

import { fill, firstThatFits, pagesOf, distribute } from "../../../static/js/wall/fitting/packing.js";

test("bins are filled in order, with the gap between two pieces", () => {
  assert.deepEqual(fill([40, 40, 40], 90, 10), [[0, 1], [2]]);
  assert.deepEqual(fill([40, 40, 40], 89, 10), [[0], [1], [2]]);
});

test("a piece that is taller than the page still gets a place", () => {
  assert.deepEqual(fill([20, 500, 20], 100, 0), [[0], [1], [2]]);
});

test("columns are about equally full", () => {
  assert.deepEqual(distribute([10, 10, 10, 10, 10, 10], 3, 0), [[0, 1], [2, 3], [4, 5]]);
  assert.deepEqual(distribute([30, 10, 10, 10], 2, 0), [[0], [1, 2, 3]]);
});

test("what fits on one page is one page", () => {
  assert.deepEqual(pagesOf([10, 10, 10], { columns: 2, limit: 100, gap: 2 }), [[[0, 1], [2]]]);
  assert.deepEqual(pagesOf([], { columns: 2, limit: 100, gap: 2 }), []);
});

test("as few pages as possible, none of them nearly empty", () => {
  const pages = pagesOf(Array(13).fill(10), { columns: 2, limit: 30, gap: 0 });

  assert.equal(pages.length, 3);
  assert.ok(pages.every((page) => page.flat().length >= 3));
});

test("nothing is lost and the order stays, whatever the heights", () => {
  for (let seed = 1; seed < 60; seed += 1) {
    const heights = Array.from({ length: seed * 3 }, (_, i) => 20 + ((i * 37 * seed) % 140));
    for (const columns of [1, 2, 3, 4]) {
      const pages = pagesOf(heights, { columns, limit: 400, gap: 12 });
      assert.deepEqual(
        pages.flat(2),
        heights.map((_, i) => i),
      );
      for (const column of pages.flat()) {
        const height = column.reduce((sum, i) => sum + heights[i] + 12, -12);
        assert.ok(height <= 401);
      }
    }
  }
});

test("the largest type that fits is taken, the smallest where none does", () => {
  const asked = [];
  const fits = (limit) => (size) => {
    asked.push(size);
    return size <= limit;
  };

  assert.equal(firstThatFits([9, 8, 7, 6, 5, 4], fits(6)), 6);
  assert.ok(asked.length <= 3);
  assert.equal(firstThatFits([9, 8, 7, 6, 5, 4], fits(100)), 9);
  assert.equal(firstThatFits([9, 8, 7, 6, 5, 4], fits(0)), 4);
});
