/** Lists and counts derived from a view. */

/** The topics in the order in which they came. */
export function topicsOf(view) {
  return Object.values(view.topics ?? {}).sort((a, b) => a.n - b.n);
}

/** The groups by their table where the tables are numbers, else in the order in which they were called. */
export function groupsOf(view) {
  return Object.values(view.groups ?? {}).sort(
    (a, b) => tableNumber(a) - tableNumber(b) || a.n - b.n,
  );
}

function tableNumber(group) {
  const number = /\d+/.exec(group.table ?? "");
  return number ? Number(number[0]) : Number.MAX_SAFE_INTEGER;
}

/** How many contributions there are; after a split one may be in several topics, and counts once. */
export function contributionsIn(view) {
  const ids = new Set();
  for (const topic of Object.values(view.topics ?? {})) {
    for (const contribution of topic.contributions) ids.add(contribution.id);
  }
  return ids.size;
}

/** The topics without a group, those that most people are interested in first. */
export function openEndsOf(view) {
  return topicsOf(view)
    .filter((topic) => !topic.group)
    .sort((a, b) => (b.interest ?? 0) - (a.interest ?? 0) || a.n - b.n);
}

export function supporterOf(view, group) {
  return (view.supporters ?? []).find((supporter) => supporter.id === group.supporter) ?? null;
}
