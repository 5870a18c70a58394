/** Which topics the board shows, and in which order. */

import { matchesSearch } from "../../shared/search.js";

export const FILTERS = [
  "all", "new", "single", "several", "broad", "dotted", "undotted", "free", "group", "hidden",
];
export const ORDERS = ["newest", "oldest", "title", "size", "dots", "broad"];

const FILTER_TESTS = {
  all: (t) => t.state !== "hidden",
  new: (t, seen) => t.state !== "hidden" && t.from.length === 0 && t.n > seen,
  single: (t) => t.state !== "hidden" && t.contributions.length === 1,
  several: (t) => t.state !== "hidden" && t.contributions.length > 1,
  broad: (t) => t.state !== "hidden" && (t.broad?.count ?? 0) > 0,
  dotted: (t) => t.state !== "hidden" && (t.dots ?? 0) > 0,
  undotted: (t) => t.state !== "hidden" && !t.dots,
  free: (t) => t.state !== "hidden" && t.state !== "group",
  group: (t) => t.state === "group",
  hidden: (t) => t.state === "hidden",
};

const byAge = (a, b) => a.n - b.n;
const most = (count) => (a, b) => count(b) - count(a) || byAge(a, b);

function comparing(order, language) {
  switch (order) {
    case "oldest":
      return byAge;
    case "title": {
      const { compare } = new Intl.Collator(language, { numeric: true });
      return (a, b) => compare(a.title, b.title) || byAge(a, b);
    }
    case "size":
      return most((t) => t.contributions.length);
    case "dots":
      return most((t) => t.dots ?? 0);
    case "broad":
      return most((t) => t.broad?.count ?? 0);
    default:
      return (a, b) => byAge(b, a);
  }
}

const cameBy = (topic, via) => via === "any" || topic.contributions.some((c) => c.via === via);

/**
 * Return the topics that pass, in order. Every word of `search` must be found; `via` is a way in,
 * or "any"; `seen` the number of the newest topic that was there when somebody looked last.
 */
export function filterTopics(
  topics,
  { filter = "all", via = "any", seen = Infinity, search = "", order = "newest", language = "de" } = {},
) {
  return Object.values(topics)
    .filter(
      (topic) =>
        FILTER_TESTS[filter](topic, seen) &&
        cameBy(topic, via) &&
        matchesSearch(topic, search),
    )
    .sort(comparing(order, language));
}

/** How many topics each filter would show. */
export function countFilters(topics, { via = "any", seen = Infinity } = {}) {
  const all = Object.values(topics).filter((topic) => cameBy(topic, via));
  return Object.fromEntries(FILTERS.map((name) => [name, all.filter((t) => FILTER_TESTS[name](t, seen)).length]));
}

/** The filters worth showing: those that would show something, and not the same as all. */
export function usefulFilters(counts, chosen) {
  const useful = {
    all: true,
    single: counts.several > 0,
    undotted: counts.dotted > 0 && counts.undotted > 0,
    free: counts.group > 0,
  };
  return FILTERS.filter((name) => name === chosen || (useful[name] ?? counts[name] > 0));
}

/** The ways in by which contributions came, in a fixed order. */
export function waysIn(topics) {
  const found = new Set(Object.values(topics).flatMap((t) => t.contributions.map((c) => c.via)));
  return ["phone", "interview", "kiosk", "wall"].filter((via) => found.has(via));
}

/** The number of the newest topic. */
export const newest = (topics) => Object.values(topics).reduce((most, t) => Math.max(most, t.n), 0);
