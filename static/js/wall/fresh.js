import { useEffect, useRef, useState } from "preact/hooks";

const FRESH_MS = 20_000;

/** The ids of the things that came within the last seconds; none of those that were there at first. */
export function useFresh(things) {
  const seen = useRef(null);
  const [, redraw] = useState(0);
  const now = Date.now();
  const first = seen.current === null;
  seen.current ??= new Map();
  for (const { id } of things) {
    if (!seen.current.has(id)) seen.current.set(id, first ? 0 : now);
  }
  const fresh = new Set([...seen.current].filter(([, at]) => now - at < FRESH_MS).map(([id]) => id));
  useEffect(() => {
    if (fresh.size === 0) return undefined;
    const timer = setTimeout(() => redraw((n) => n + 1), FRESH_MS);
    return () => clearTimeout(timer);
  }, [[...fresh].join()]);
  return fresh;
}
