/**
 * Keep the words of the cloud apart. The layout measured them with its own font; this browser may
 * draw them a little wider (another font, another script), and then neighbours give way.
 */

const SMALLER = 0.96;
const MOST_ROUNDS = 14;
const NESTED = 2; // from this ratio of sizes on a word may stand inside another's gaps
const TOUCHING = 0.3; // part of the smaller size by which two boxes may overlap

/** The words, those that would overlap a little smaller. `extentOf(text, size)` is `{width, height}`. */
export function separated(words, extentOf) {
  const drawn = words.map((word) => ({ ...word, ...boxOf(word, extentOf) }));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const crowded = overlapping(drawn);
    if (crowded.size === 0) break;
    for (const word of crowded) {
      word.size *= SMALLER;
      word.across *= SMALLER;
      word.down *= SMALLER;
    }
  }
  return drawn.map(({ across, down, ...word }) => word);
}

function boxOf(word, extentOf) {
  const { width, height } = extentOf(word.text, word.size);
  return word.rotated ? { across: height, down: width } : { across: width, down: height };
}

function overlapping(words) {
  const crowded = new Set();
  words.forEach((a, i) => {
    for (const b of words.slice(i + 1)) if (collide(a, b)) crowded.add(a).add(b);
  });
  return crowded;
}

/** Boxes may touch: the layout sets small words into the gaps of large ones, and under their ends. */
function collide(a, b) {
  const [small, large] = a.size < b.size ? [a.size, b.size] : [b.size, a.size];
  if (large > small * NESTED) return false;
  const deep = small * TOUCHING;
  const x = (a.across + b.across) / 2 - Math.abs(a.x - b.x);
  const y = (a.down + b.down) / 2 - Math.abs(a.y - b.y);
  return x > deep && y > deep;
}
