/**
 * The draft of a split and what may be done with it, without a screen. A draft is
 * `{parts: [{title, contributions: [ids]}], successor: index | null}`.
 */

import { lengthOf } from "../entry/card_texts.js";

export const MOST_PARTS = 12;
export const TITLE_LENGTH = 120;

/** Start with two parts; a topic with a single contribution gives it to both. */
export function newDraft(topic, titles = []) {
  const only = topic.contributions.length === 1 ? [topic.contributions[0].id] : [];
  const count = Math.max(2, Math.min(titles.length, MOST_PARTS));
  return {
    parts: Array.from({ length: count }, (_, i) => ({ title: titles[i] ?? "", contributions: [...only] })),
    successor: null,
  };
}

/** Begin with proposed parts, or where somebody left off, or anew. */
export function initialDraft(topic, parts, left) {
  if (parts?.length >= 2) {
    const proposed = parts.slice(0, MOST_PARTS).map(({ title, contributions }) => ({
      title: [...title].slice(0, TITLE_LENGTH).join(""),
      contributions: [...contributions],
    }));
    return withoutWithdrawn({ parts: proposed, successor: null }, topic);
  }
  return left ?? newDraft(topic);
}

function changePart(draft, index, change) {
  return { ...draft, parts: draft.parts.map((part, i) => (i === index ? { ...part, ...change } : part)) };
}

export const withPartTitle = (draft, index, title) => changePart(draft, index, { title });

export function withPart(draft, topic, title = "") {
  if (draft.parts.length >= MOST_PARTS) return draft;
  const only = topic.contributions.length === 1 ? [topic.contributions[0].id] : [];
  return { ...draft, parts: [...draft.parts, { title, contributions: only }] };
}

/** A title proposed by participants goes into the first part without a name, else into a new one. */
export function withProposedTitle(draft, topic, title) {
  const free = draft.parts.findIndex((part) => part.title.trim() === "");
  return free >= 0 ? withPartTitle(draft, free, title) : withPart(draft, topic, title);
}

export function withoutPart(draft, index) {
  if (draft.parts.length <= 2) return draft;
  const { successor } = draft;
  return {
    parts: draft.parts.filter((_, i) => i !== index),
    successor: successor === null || successor === index ? null : successor - (successor > index ? 1 : 0),
  };
}

export function toggle(draft, index, contribution) {
  const part = draft.parts[index];
  if (!part) return draft;
  const has = part.contributions.includes(contribution);
  return changePart(draft, index, {
    contributions: has
      ? part.contributions.filter((id) => id !== contribution)
      : [...part.contributions, contribution],
  });
}

/** Put a contribution into one part alone. */
export function moveTo(draft, index, contribution) {
  return {
    ...draft,
    parts: draft.parts.map((part, i) => {
      const others = part.contributions.filter((id) => id !== contribution);
      return { ...part, contributions: i === index ? [...others, contribution] : others };
    }),
  };
}

/** Bring a draft up to a topic that changed meanwhile: withdrawn contributions leave it. */
export function withoutWithdrawn(draft, topic) {
  const there = new Set(topic.contributions.map((c) => c.id));
  if (draft.parts.every((part) => part.contributions.every((id) => there.has(id)))) return draft;
  return {
    ...draft,
    parts: draft.parts.map((part) => ({
      ...part,
      contributions: part.contributions.filter((id) => there.has(id)),
    })),
  };
}

/**
 * What still stands in the way of a split, as `{what, ...}`, in the order to mend it:
 * `untitled`/`long` {part}, `homeless` {contributions}, `empty` {part}.
 */
export function problems(draft, topic) {
  const found = [];
  draft.parts.forEach((part, i) => {
    if (part.title.trim() === "") found.push({ what: "untitled", part: i });
    else if (lengthOf(part.title.trim()) > TITLE_LENGTH) found.push({ what: "long", part: i });
  });
  const assigned = new Set(draft.parts.flatMap((part) => part.contributions));
  const unassigned = topic.contributions.map((c) => c.id).filter((id) => !assigned.has(id));
  if (unassigned.length) found.push({ what: "homeless", contributions: unassigned });
  if (topic.contributions.length >= draft.parts.length) {
    draft.parts.forEach((part, i) => {
      if (part.contributions.length === 0) found.push({ what: "empty", part: i });
    });
  }
  return found;
}

/** What the split would do: parts, contributions in several of them, and where the dots go. */
export function effect(draft, topic) {
  const places = new Map();
  draft.parts.forEach((part) =>
    part.contributions.forEach((id) => places.set(id, (places.get(id) ?? 0) + 1)),
  );
  return {
    parts: draft.parts.length,
    several: [...places.values()].filter((n) => n > 1).length,
    dots: topic.dots ?? 0,
    people: topic.people ?? 0,
    keeps: draft.successor === null ? null : (draft.parts[draft.successor]?.title.trim() ?? ""),
  };
}

/** The fields of the `split` act. */
export function splitFields(draft, topic) {
  const order = topic.contributions.map((c) => c.id);
  return {
    topic: topic.id,
    parts: draft.parts.map((part) => ({
      title: part.title.trim(),
      contributions: order.filter((id) => part.contributions.includes(id)),
    })),
    ...(draft.successor === null ? {} : { successor: draft.successor }),
  };
}
