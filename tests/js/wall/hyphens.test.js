import assert from "node:assert/strict";
import { test } from "node:test";

import { withSoftHyphens } from "../../../static/js/wall/fitting/hyphens.js";

const seen = (text) => withSoftHyphens(text).replaceAll("\u00ad", "·");

test("long German compounds may break between syllables", () => {
  assert.equal(seen("Nachbarschaftshilfe"), "Nach·bar·schafts·hilfe");
  assert.equal(seen("Kinderbetreuung"), "Kinder·be·treuung");
  assert.equal(seen("Wohnungsgenossenschaft"), "Wohnungs·ge·nos·sen·schaft");
});

test("short words, other scripts and emoji stay as they are", () => {
  for (const text of ["Bus und Bahn", "Bürgermeister", "图书馆图书馆图书馆图书馆", "أريد أن أتعلم الألمانية", "🌳🌳"]) {
    assert.equal(withSoftHyphens(text).replaceAll("\u00ad", ""), text);
  }
  assert.equal(withSoftHyphens("Bus und Bahn 🌳"), "Bus und Bahn 🌳");
});

test("nothing but soft hyphens is added, and never near an end", () => {
  const word = "Straßenverkehrszulassungsbescheinigung";

  assert.equal(withSoftHyphens(word).replaceAll("\u00ad", ""), word);
  assert.ok(withSoftHyphens(word).split("\u00ad").at(0).length >= 4);
  assert.ok(withSoftHyphens(word).split("\u00ad").at(-1).length >= 4);
});
