import assert from "node:assert/strict";
import { test } from "node:test";

import { separated } from "../../../static/js/wall/cloud/separation.js";
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

test("words that this font draws too wide give way, the others stay as they are", () => {
  const extentOf = (text, size) => ({ width: text.length * size, height: size });
  const words = [
    { text: "Bus", x: 0, y: 0, size: 20 },
    { text: "Bahn", x: 50, y: 0, size: 20 },
    { text: "in", x: 0, y: 0, size: 6 },
    { text: "Rad", x: 300, y: 0, size: 20, rotated: true },
    { text: "Weg", x: 322, y: 0, size: 20, rotated: true },
  ];

  const [bus, train, ...others] = separated(words, extentOf);

  assert.ok(bus.size < 20 && train.size < 20 && bus.size > 12);
  assert.ok((3 * bus.size + 4 * train.size) / 2 - 50 <= 0.3 * bus.size);
  assert.deepEqual(others, words.slice(2));
});
