import assert from "node:assert/strict";
import { test } from "node:test";

import { inKeptSpace } from "../../../static/js/wall/cloud/kept_space.js";
import { COLOURS, colourOf, nextWords } from "../../../static/js/wall/cloud/words.js";

const bus = { text: "Bus", x: 10, y: 10, size: 40 };
const care = { text: "Pflege", x: 90, y: 30, size: 20 };
const trees = { text: "Bäume", x: 50, y: 80, size: 20 };
const kinds = (words) => words.map(({ text, fresh, leaving }) => [text, fresh, leaving]);

test("the first words are simply there", () => {
  assert.deepEqual(kinds(nextWords([], [bus, care])), [
    ["Bus", false, false],
    ["Pflege", false, false],
  ]);
});

test("a word that moves keeps its element and gets its new place; a new one is fresh", () => {
  const shown = nextWords([], [bus, care]);

  const next = nextWords(shown, [trees, { ...care, x: 70 }, bus]);

  assert.deepEqual(kinds(next), [
    ["Bus", false, false],
    ["Pflege", false, false],
    ["Bäume", true, false],
  ]);
  assert.equal(next[1].x, 70);
});

test("a word that went fades where it stood, once, and may come back as new", () => {
  const shown = nextWords([], [bus, care]);

  const without = nextWords(shown, [bus]);
  assert.deepEqual(kinds(without), [
    ["Bus", false, false],
    ["Pflege", false, true],
  ]);
  assert.deepEqual(kinds(nextWords(without, [bus])), [["Bus", false, false]]);
  assert.deepEqual(kinds(nextWords(without, [bus, care])), [
    ["Bus", false, false],
    ["Pflege", true, false],
  ]);
});

test("a word has one colour for good, and all colours are used", () => {
  const words = "Bus Pflege Bäume Radweg Ehrenamt Schule Sprache Wohnen 图书馆 ومكان".split(" ");
  const colours = words.map((word) => colourOf(word));

  assert.deepEqual(words.map((word) => colourOf(word)), colours);
  assert.ok(colours.every((colour) => colour >= 0 && colour < COLOURS));
  assert.ok(new Set(colours).size >= 4);
});

test("a word that this font draws larger is drawn smaller, into the space that is kept for it", () => {
  const extentOf = (text, size) => ({ width: text.length * size, height: size });
  const words = [
    { text: "Bus", x: 0, y: 0, size: 20, width: 60, height: 20 },
    { text: "Bahn", x: 70, y: 0, size: 20, width: 40, height: 20 },
    { text: "Rad", x: 0, y: 30, size: 20, width: 90, height: 10 },
    { text: "Weg", x: 0, y: 60, size: 20 },
  ];

  const sizes = inKeptSpace(words, extentOf).map(({ size }) => size);

  assert.deepEqual(sizes, [20, 10, 10, 20]);
});
