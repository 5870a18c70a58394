/**
 * The order of topics on one phone: another one on every phone, so that nobody's topic is always
 * last, the same on this phone as long as it looks. What comes new waits until it is asked for,
 * and what goes leaves a line that says where it went: nothing moves under the finger.
 */

/** A number for a topic on a phone, the same every time and different on another phone. */
export function hashOf(seed, id) {
  let sum = 2_166_136_261;
  for (const letter of `${seed}/${id}`) sum = Math.imul(sum ^ letter.codePointAt(0), 16_777_619) >>> 0;
  sum = Math.imul(sum ^ (sum >>> 15), 2_246_822_507) >>> 0;
  return (sum ^ (sum >>> 13)) >>> 0;
}

/** All topic ids in this phone's order. */
export function shuffled(topics, seed) {
  return Object.keys(topics).sort((a, b) => hashOf(seed, a) - hashOf(seed, b) || (a < b ? -1 : 1));
}

/**
 * Return the rows to draw next. `rows` are those drawn last ({id} or {id, gone: title, into: [ids]}),
 * `before` and `topics` the topics then and now. A topic that a merge or split made of one that is
 * shown takes its place; others that are new are in `fresh` and wait.
 */
export function arrange(rows, before, topics, seed) {
  const shown = new Set(rows.map((row) => row.id));
  const madeOf = new Map();
  for (const topic of Object.values(topics)) {
    for (const source of shown.has(topic.id) ? [] : (topic.from ?? [])) {
      madeOf.set(source, [...(madeOf.get(source) ?? []), topic.id]);
    }
  }
  const placed = new Set();
  const next = [];
  for (const row of rows) {
    if (topics[row.id]) next.push({ id: row.id });
    else next.push({ id: row.id, gone: row.gone ?? before[row.id]?.title ?? "", into: row.into ?? madeOf.get(row.id) ?? [] });
    for (const id of madeOf.get(row.id) ?? []) {
      if (placed.has(id)) continue;
      placed.add(id);
      next.push({ id });
    }
  }
  const there = new Set(next.map((row) => row.id));
  const fresh = shuffled(topics, seed).filter((id) => !there.has(id));
  return { rows: next, fresh };
}
