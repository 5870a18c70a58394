import assert from "node:assert/strict";
import { test } from "node:test";

import { splitIntoMessages, readCards, writeCards } from "../../../static/js/console/entry/card_texts.js";

test("one card a line, without bullets and empty lines", () => {
  const cards = readCards("- Mehr Bänke\n\n  • Busse am Abend \r\nSprachkurs", "line");

  assert.deepEqual(
    cards.map((card) => card.text),
    ["Mehr Bänke", "Busse am Abend", "Sprachkurs"],
  );
});

test("an empty line between cards keeps the line breaks inside them", () => {
  const cards = readCards("Bus:\nzu selten\n \n\nBäume", "paragraph");

  assert.deepEqual(cards, [
    { text: "Bus:\nzu selten", over: 0 },
    { text: "Bäume", over: 0 },
  ]);
});

test("a minus before a number and a lone dash stay", () => {
  assert.deepEqual(
    readCards("–", "line").map((card) => card.text),
    ["–"],
  );
});

test("a card says by how many characters it is too long; emoji count once", () => {
  assert.deepEqual(
    readCards(`${"🌳".repeat(280)}\n${"a".repeat(283)}`, "line").map((card) => card.over),
    [0, 3],
  );
});

test("what stays can be written back and read again", () => {
  for (const by of ["line", "paragraph"]) {
    const texts = ["eins", "zwei", "drei"];
    assert.deepEqual(
      readCards(writeCards(texts, by), by).map((card) => card.text),
      texts,
    );
  }
});

test("messages hold at most a hundred cards and stay below the frame's bound", () => {
  assert.deepEqual(
    splitIntoMessages(Array(250).fill("kurz")).map((message) => message.length),
    [100, 100, 50],
  );

  const large = splitIntoMessages(Array(100).fill("🌳".repeat(280)));
  assert.equal(large.flat().length, 100);
  for (const message of large) assert.ok(new TextEncoder().encode(JSON.stringify(message)).length < 45_000);
});
