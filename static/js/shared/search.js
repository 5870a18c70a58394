/** Search in topics: every word must be found, whatever the case, accents and invisible signs. */

/** Accents of Latin, Greek and Cyrillic, vowels of Hebrew and Arabic. Elsewhere marks are letters. */
const ACCENTS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
const INVISIBLE = /[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0f\ufeff]/g;
const SPELLED_OUT = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ł: "l", ø: "o", ı: "i" };

/** The text as it is compared: "gruen" finds "Grün". */
export function foldForSearch(text) {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßłøı]/g, (letter) => SPELLED_OUT[letter])
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(INVISIBLE, "");
}

const folded = new WeakMap();

/** Title, contributions and narrower proposals of a topic, folded once. */
function searchTextOf(topic) {
  let text = folded.get(topic);
  if (text === undefined) {
    const parts = [topic.title, ...topic.contributions.map((said) => said.text), ...(topic.broad?.narrower ?? [])];
    text = foldForSearch(parts.join("\n"));
    folded.set(topic, text);
  }
  return text;
}

/** Whether a topic has every word of a search. */
export function matchesSearch(topic, search) {
  const words = foldForSearch(search).split(/\s+/).filter(Boolean);
  return words.every((word) => searchTextOf(topic).includes(word));
}
