/**
 * The topics in the order of their dots; equal dots and people share a rank.
 * `share` is the part of the longest bar, 0 to 1.
 */
export function ranked(topics) {
  const sorted = [...topics].sort(
    (a, b) => dots(b) - dots(a) || people(b) - people(a) || a.n - b.n,
  );
  const most = Math.max(1, ...sorted.map(dots));
  let rank = 0;
  return sorted.map((topic, index) => {
    const before = sorted[index - 1];
    const tied = before && dots(before) === dots(topic) && people(before) === people(topic);
    if (!tied) rank = index + 1;
    return { topic, rank, dots: dots(topic), people: people(topic), share: dots(topic) / most };
  });
}

/** Whether this view tells how many dots the topics have (rule 6: only once revealed). */
export function isRevealed(view) {
  return view.counts === "revealed";
}

const dots = (topic) => topic.dots ?? 0;
const people = (topic) => topic.people ?? 0;
