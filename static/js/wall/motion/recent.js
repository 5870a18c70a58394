import { useEffect, useRef, useState } from "preact/hooks";

const FRESH_MS = 20_000;

const MOST_FRESH = 5; // where a whole writing wall was entered at once, marking it all says nothing

/** The ids of the things that came within the last seconds; none of those that were there at first. */
export function useRecent(things) {
  const seen = useRef(null);
  const [, redraw] = useState(0);
  const now = Date.now();
  const first = seen.current === null;
  seen.current ??= new Map();
  for (const { id } of things) {
    if (!seen.current.has(id)) seen.current.set(id, first ? 0 : now);
  }
  const came = [...seen.current].filter(([, at]) => now - at < FRESH_MS);
  const fresh = new Set(came.slice(-MOST_FRESH).map(([id]) => id));
  useEffect(() => {
    if (fresh.size === 0) return undefined;
    const timer = setTimeout(() => redraw((n) => n + 1), FRESH_MS);
    return () => clearTimeout(timer);
  }, [[...fresh].join()]);
  return fresh;
}
