/**
 * The words of the cloud, each in the space that the layout keeps for it. The layout measured them
 * with its own font; this browser may draw them wider or higher (another font, another script), and
 * then they are drawn smaller: so no two overlap.
 */

/** `extentOf(text, size)` is `{width, height}` as this browser draws it. */
export function inKeptSpace(words, extentOf) {
  return words.map((word) => ({ ...word, size: word.size * fits(word, extentOf(word.text, word.size)) }));
}

/** How much smaller a word has to be, 1 for one that fits; an older layout says no space. */
function fits({ width, height }, drawn) {
  if (!width || !height || !drawn.width) return 1;
  return Math.min(1, width / drawn.width, height / Math.max(drawn.height, 1));
}
