/** Bullets and numbers in front of the lines of a list, as Word and others copy them. */

const BULLET = /^(?:[-–—*•‣◦▪●○·\uf0b7\uf0a7]\s+|[o§Øü➢✓]\t\s*)/u;
/** Bullets nobody types as a word of their own: one line that begins with one is a list, too. */
const CLEAR_BULLET = /^(?:[•‣◦▪●○\uf0b7\uf0a7]\s+|[o§Øü➢✓]\t\s*)/u;
const NUMBER = /^\(?(\d{1,3}|[a-z])[.)]\s+/i;

/** What stands in front of each text, or null where they are no list: all have to begin with it. */
function markerOf(texts) {
  if (texts.length === 0) return null;
  if (texts.every((text) => (texts.length > 1 ? BULLET : CLEAR_BULLET).test(text))) return BULLET;
  const numbers = texts.map((text) => NUMBER.exec(text)?.[1]).map(valueOf);
  const countOn = numbers.every((number, i) => number !== null && (i === 0 || number === numbers[i - 1] + 1));
  return countOn && texts.length > 1 ? NUMBER : null;
}

function valueOf(number) {
  if (number === undefined) return null;
  return /\d/.test(number) ? Number(number) : number.toLowerCase().codePointAt(0);
}

export const isList = (texts) => markerOf(texts) !== null;

/** The texts without bullets or numbers where all of them have one; else as they are. */
export function withoutMarkers(texts) {
  const marker = markerOf(texts);
  return marker ? texts.map((text) => text.replace(marker, "")) : texts;
}
