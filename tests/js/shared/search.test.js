import assert from "node:assert/strict";
import { test } from "node:test";

import { foldForSearch, matchesSearch } from "../../../static/js/shared/search.js";

const topic = (title, ...texts) => ({ title, contributions: texts.map((text) => ({ text })) });

test("every word is found, in the title or in what was said, whatever the spelling", () => {
  const bus = topic("Verkehr", "Der BUS fährt nicht", "Straße");
  assert.ok(matchesSearch(bus, " bus "));
  assert.ok(matchesSearch(bus, "verkehr bus"));
  assert.ok(matchesSearch(bus, "faehrt strasse"));
  assert.ok(!matchesSearch(bus, "bus rad"));
  assert.ok(matchesSearch(bus, " "));
});

test("accents and points may be left out", () => {
  for (const [written, searched] of [
    ["Café", "cafe"],
    ["Łódź", "łodz"],
    ["İstanbul", "istanbul"],
    ["גַּן מִשְׂחָקִים", "גן משחקים"],
    ["حَدِيقَة", "حديقة"],
    ["می\u200cخواهیم", "میخواهیم"],
    ["\u2067Bus\u2069", "bus"],
    ["ＢＵＳ", "bus"],
  ]) {
    assert.ok(matchesSearch(topic(written), searched), written);
    assert.ok(matchesSearch(topic(searched), written), searched);
  }
});

test("vowel signs are no accents: another word is not found", () => {
  for (const [day, other] of [
    ["दिन", "दान"], // day, gift
    ["ที่", "ทุ"],
    ["মাঠ", "মঠ"], // field, monastery
    ["மலை", "மாலை"], // mountain, evening
    ["ਦਿਨ", "ਦਾਨ"],
    ["កាត", "កត"],
    ["がき", "かき"],
  ]) {
    assert.ok(matchesSearch(topic(day), day));
    assert.ok(!matchesSearch(topic(other), day), day);
  }
});

test("a word is found where a language has no spaces", () => {
  assert.ok(matchesSearch(topic("เราต้องการสนามเด็กเล่น"), "สนามเด็ก"));
  assert.ok(matchesSearch(topic("希望有更多的公交车"), "公交车"));
  assert.ok(matchesSearch(topic("សួនច្បារ\u200bកុមារ"), "ច្បារកុមារ"));
});

test("the same letters are the same however they are put together", () => {
  assert.equal(foldForSearch("Çay Straße"), "cay strasse");
  assert.equal(foldForSearch("한국".normalize("NFD")), foldForSearch("한국"));
});
