import assert from "node:assert/strict";
import { test } from "node:test";

import { readCards, writeCards } from "../../../static/js/console/entry/card_texts.js";

const texts = (text, options) => readCards(text, options).cards.map((card) => card.text);

test("every line is a card, without spaces around it and without empty lines", () => {
  assert.deepEqual(texts("Mehr Bänke\n\n  Busse am Abend \r\nSprachkurs\n"), ["Mehr Bänke", "Busse am Abend", "Sprachkurs"]);
});

test("an empty line between cards keeps the line breaks inside them", () => {
  const { cards } = readCards("Bus:\nzu selten\n \n\nBäume", { by: "paragraph" });

  assert.deepEqual(cards, [
    { text: "Bus:\nzu selten", over: 0 },
    { text: "Bäume", over: 0 },
  ]);
});

test("a person's minus, number, dash and quotes stay", () => {
  for (const card of [
    "-5 Grad",
    "- 5 Grad",
    "–",
    "1. Kita",
    "24. Dezember",
    "2) oder 3)",
    "* Stern",
    '"Mehr Busse"',
    '"Mehr Busse" fordern alle',
    '„Nein"',
    "a) und b)",
    "Busse, Bahn; Rad",
  ]) {
    assert.deepEqual(texts(card), [card]);
  }
});

test("lines that are a list in part alone stay as they are", () => {
  for (const cards of [
    ["- Mehr Bänke", "Busse am Abend"],
    ["-5 Grad", "-3 Grad"],
    ["1. Kita", "Schule"],
    ["1. Kita", "1. Schule"],
    ["2. Schule", "1. Kita"],
    ["3,5 Prozent", "4,5 Prozent"],
    ["Bus,Bahn", "Kita,Schule"],
    ["Bus; Bahn", "Kita; Schule"],
  ]) {
    assert.deepEqual(texts(cards.join("\n")), cards);
  }
});

test("what can not be seen is no card", () => {
  assert.deepEqual(texts("Bus\n\u200b\n\u3164\n \u2800\nBahn"), ["Bus", "Bahn"]);
});

test("a card says by how many characters it is too long; emoji count once", () => {
  assert.deepEqual(
    readCards(`${"🌳".repeat(280)}\n${"a".repeat(283)}`).cards.map((card) => card.over),
    [0, 3],
  );
});

test("Word's bullets on all lines are taken off; its soft line breaks stay in their card", () => {
  const copied = "•\tMehr Busse\r\n•\tKita:\vlängere Zeiten\r\no\tauch samstags\r\n";

  assert.deepEqual(texts(copied), ["Mehr Busse", "Kita:\nlängere Zeiten", "auch samstags"]);
  assert.equal(readCards(copied).isList, true);
  assert.deepEqual(texts(copied, { keepMarkers: true })[0], "•\tMehr Busse");
});

test("numbers that count on, letters and dashes on all lines are taken off", () => {
  for (const copied of [
    "1.\tKita\r\n2.\tSchule\r\n3.\tBus",
    "1. Kita\n2. Schule\n3. Bus",
    "7) Kita\n8) Schule\n9) Bus",
    "(1) Kita\n(2) Schule\n(3) Bus",
    "a) Kita\nb) Schule\nc) Bus",
    "- Kita\n- Schule\n\n- Bus",
    "– Kita\n– Schule\n– Bus",
    "* Kita\n* Schule\n* Bus",
    "\uf0b7\tKita\n\uf0b7\tSchule\n\uf0b7\tBus",
  ]) {
    assert.deepEqual(texts(copied), ["Kita", "Schule", "Bus"], copied);
  }
  assert.deepEqual(texts("1. Kita\nganztags\n\n2. Schule", { by: "paragraph" }), ["Kita\nganztags", "Schule"]);
});

test("an old Mac's returns and the separators of its programs part cards", () => {
  assert.deepEqual(texts("Kita\rSchule\rBus"), ["Kita", "Schule", "Bus"]);
  assert.deepEqual(texts("Kita\u2029Schule\u2028ganztags\u2029Bus"), ["Kita", "Schule\nganztags", "Bus"]);
});

test("Excel's column: quoted cells with line breaks, tabs and doubled quotes", () => {
  const copied = 'Mehr Busse\r\n"Kita:\nlängere Zeiten"\r\n"Sie sagte ""Nein"""\r\n"Bus\tBahn"\r\n-5 Grad\r\n';

  assert.deepEqual(texts(copied), ["Mehr Busse", "Kita:\nlängere Zeiten", 'Sie sagte "Nein"', "Bus\tBahn", "-5 Grad"]);
  assert.equal(readCards(copied).columns, null);
});

test("a column's cells do not depend on where a card ends in typed text", () => {
  assert.deepEqual(texts('"Kita:\n\nlängere Zeiten"\nBus', { by: "paragraph" }), ["Kita:\n\nlängere Zeiten", "Bus"]);
});

test("a table gives a card for every cell with words; one column can be chosen, or none", () => {
  const copied = 'Nr\tBeitrag\tTisch\r\n1\t"Kita:\nlängere Zeiten"\tFenster\r\n2\tBus\t\r\n';

  assert.deepEqual(texts(copied), ["Nr", "Beitrag", "Tisch", "Kita:\nlängere Zeiten", "Fenster", "Bus"].slice(1));
  assert.deepEqual(readCards(copied).columns, ["Nr", "Beitrag", "Tisch"]);
  assert.deepEqual(texts(copied, { column: 1 }), ["Beitrag", "Kita:\nlängere Zeiten", "Bus"]);
  assert.deepEqual(texts("1\tBus\n2\tBahn", { column: "none" }), ["1\tBus", "2\tBahn"]);
});

test("a file of comma or semicolon separated values is a table", () => {
  const semicolons = '\ufeffNr;Beitrag\r\n1;"Kita; Schule"\r\n2;Mehr Busse\r\n';
  const commas = '"Nr","Beitrag"\n"1","Kita, Schule ""ganztags"""\n"2","Mehr Busse"\n';

  assert.deepEqual(texts(semicolons), ["Beitrag", "Kita; Schule", "Mehr Busse"]);
  assert.deepEqual(texts(commas), ["Beitrag", 'Kita, Schule "ganztags"', "Mehr Busse"]);
});

test("what stays can be written back and read again, as it is", () => {
  const awkward = ["1. Kita", "2. Schule", "Kita:\nlängere Zeiten", 'Sie sagte "Nein"', '"a ""b"""', "Bus\tBahn", "-5 Grad"];
  for (const by of ["line", "paragraph"]) {
    assert.deepEqual(texts(writeCards(awkward, by), { by, keepMarkers: true, column: "none" }), awkward, by);
  }
});
