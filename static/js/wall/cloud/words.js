/** Words of the cloud, kept by their text, so that a word that moves is seen moving. */

import { colourOf as numberOf } from "../../shared/colour.js";

export const COLOURS = 6;

/**
 * Return what is drawn next: `shown` is what was drawn last, `words` what the layout now says.
 * Words that stay keep their place in the list (and so their element), new ones come after them
 * marked `fresh`, those that went stay once more marked `leaving`.
 */
export function nextWords(shown, words) {
  const now = new Map(words.map((word) => [word.text, word]));
  const kept = shown.filter((word) => !word.leaving);
  const stay = kept.map((word) =>
    now.has(word.text)
      ? { ...now.get(word.text), fresh: false, leaving: false }
      : { ...word, fresh: false, leaving: true },
  );
  const known = new Set(kept.map((word) => word.text));
  const fresh = words
    .filter((word) => !known.has(word.text))
    .map((word) => ({ ...word, fresh: shown.length > 0, leaving: false }));
  return [...stay, ...fresh];
}

/** The number of a colour for a word or an id, the same as long as it is the same text. */
export function colourOf(text, colours = COLOURS) {
  return numberOf(text, colours);
}
