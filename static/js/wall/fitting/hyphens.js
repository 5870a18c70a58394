/**
 * Soft hyphens for long words. A browser hyphenates German only where it has brought a dictionary,
 * and the laptop at the venue may never have fetched one; long compounds must break well anyway.
 */

const LONG = 13; // letters; a shorter word fits into every column
const MARGIN = 4; // letters that stay together at both ends
const SLASH = /[/|](?=\p{L})/gu; // "Rad-/Gehwege": a line may end after it
const MAY_BREAK = "\u200b";
const SOFT = "\u00ad";
const WORD = new RegExp(`\\p{Script=Latin}{${LONG},}`, "gu");
const VOWEL = /[aeiouyäöüàáâèéêëíîïóôúûıøåæœ]/i;
const MEETING = /[^aeiouyäöü]s[tp]$/; // "Sprech-stunde"
/** Consonants that begin a syllable together, longer ones first. */
const TOGETHER = "schl schr spr str sch bl br ch dr fl fr gl gr kl kr ph pl pr qu th tr".split(" ");
/** What a part of a compound often ends with: better places than any other syllable. */
const ENDINGS = /(?:ungs|heits|keits|schafts|tions|ings|tums)(?=\p{L}{4})/giu;

/** The text with soft hyphens between the syllables of its long words. Only for showing. */
export function withSoftHyphens(text) {
  return text.replace(WORD, withSoftHyphensInWord).replace(SLASH, `$&${MAY_BREAK}`);
}

function withSoftHyphensInWord(word) {
  const breaks = new Set([...syllables(word), ...seams(word)]);
  const misled = [...word.matchAll(ENDINGS)].flatMap(({ index, 0: end }) => [index + end.length - 1]);
  for (const at of misled) breaks.delete(at);
  return [...word]
    .map((letter, at) => (breaks.has(at) && at >= MARGIN && word.length - at >= MARGIN ? SOFT : "") + letter)
    .join("");
}

const seams = (word) => [...word.matchAll(ENDINGS)].map(({ index, 0: end }) => index + end.length);

/** Of the consonants between two vowels the last one begins the next syllable. */
function* syllables(word) {
  const lower = word.toLowerCase();
  let vowel = -1;
  for (let at = 0; at < lower.length; at += 1) {
    if (!VOWEL.test(lower[at])) continue;
    if (vowel >= 0 && at - vowel > 1) yield onset(lower, at);
    vowel = at;
  }
}

function onset(word, vowel) {
  const head = word.slice(0, vowel);
  const group = TOGETHER.find((letters) => head.endsWith(letters));
  if (!group && MEETING.test(head)) return vowel - 2;
  return vowel - (group ? group.length : 1);
}
