/** Which suggestion is shown, what it opens, and its reasons in words; no drawing here. */

import { say } from "../../shared/wording.js";

export const PAIRS = new Set(["same", "together", "opposed"]);

/** The identity of a suggestion in one string: it stays the same while its score or kind changes. */
export const keyOf = ({ kind, topics }) => `${PAIRS.has(kind) ? "pair" : kind} ${[...topics].sort().join(" ")}`;

/** The suggestions whose topics still stand, without those this console has just put aside. */
export function currentSuggestions(suggestions, topics, left = new Set()) {
  return suggestions.filter((one) => !left.has(keyOf(one)) && one.topics.every((id) => topics[id] && topics[id].state !== "hidden"));
}

/**
 * Which suggestion is shown large: the one from before as long as somebody points at it, even if
 * others are surer by now, or if it has gone; else the first.
 */
export function shownSuggestion(queue, before, held) {
  const same = before && queue.find((one) => keyOf(one) === keyOf(before));
  if (same) return { one: same, gone: false };
  if (before && held) return { one: before, gone: true };
  return { one: queue[0] ?? null, gone: false };
}

/** The others, in order, without the one that is shown. */
export const otherSuggestions = (queue, one) => queue.filter((other) => !one || keyOf(other) !== keyOf(one));

/** The likely partners of a topic: `[{id, suggestion}]`, never one that wants the opposite. */
export function partners(suggestions, id) {
  return suggestions
    .filter((one) => PAIRS.has(one.kind) && one.kind !== "opposed" && one.topics.includes(id))
    .map((one) => ({ id: one.topics.find((other) => other !== id), suggestion: one }));
}

/** The dialog that carries a suggestion out, as `{name, ...}`; null for a warning. */
export function dialogFor(one) {
  if (one.kind === "opposed") return null;
  if (PAIRS.has(one.kind)) return { name: "merge", topics: one.topics };
  return { name: "split", topic: one.topics[0], parts: one.parts };
}

/** The reasons, as a list of short sentences: "beide: Bus, abends". */
export function reasonsOf(one) {
  const { reason, kind } = one;
  if (kind === "broad") return reason.why.map(({ key, gaps }) => say(key, gaps));
  const alike = (reason.alike ?? []).map(([a, b]) => say("console.suggest.alike", { one: a, other: b }));
  const words = [...(reason.words ?? []), ...alike].join(", ");
  const said = [];
  if (words && kind !== "mixed") said.push(say("console.suggest.both", { words }));
  if (reason.against) said.push(say("console.suggest.against", { one: reason.against[0], other: reason.against[1] }));
  return said;
}
