/** When pages turn by themselves. */

const SETTLE_MS = 4_000; // to look up, and for the cross-fade
const READ_MS_PER_CHARACTER = 55; // slow reading, from a distance, perhaps in a second language
const SHORTEST_MS = 9_000;
const LONGEST_MS = 25_000; // with ten pages and more, what comes last must come in time

/** How long a page with so many characters stays. */
export function pageDuration_ms(characters) {
  const reading = SETTLE_MS + characters * READ_MS_PER_CHARACTER;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, reading));
}

/** The page after or before this one, round and round. */
export function pageAfter(page, by, pages) {
  return pages > 0 ? (((page + by) % pages) + pages) % pages : 0;
}
