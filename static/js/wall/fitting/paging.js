import { useEffect, useRef, useState } from "preact/hooks";

import { pageDuration_ms, pageAfter } from "./page_timing.js";

const FORWARD = new Set(["PageDown", "ArrowRight", "ArrowDown", " "]); // a presenter sends PageDown
const BACK = new Set(["PageUp", "ArrowLeft", "ArrowUp"]);

/**
 * Turns pages by themselves and by the keys of a presenter. `characters` has a number a page.
 * After the last page comes `onEnd`, where there is one, else the first, which stays longer if
 * `firstStays_ms` says so.
 */
export function usePages(characters, onEnd, firstStays_ms = 0) {
  const [wanted, setWanted] = useState(0);
  const pages = characters.length;
  const page = Math.min(wanted, Math.max(0, pages - 1));
  const go = (by) => {
    const past = page + by >= pages || page + by < 0;
    if (past && onEnd) onEnd(by);
    else setWanted(pageAfter(page, by, pages));
  };
  const latest = useRef(go);
  latest.current = go;
  const turns = pages > 1 || Boolean(onEnd);
  useEffect(() => {
    if (!turns) return undefined;
    const stays_ms = Math.max(pageDuration_ms(characters[page] ?? 0), page === 0 ? firstStays_ms : 0);
    const timer = setTimeout(() => latest.current(1), stays_ms);
    return () => clearTimeout(timer); // more pages are no reason to stay longer on this one
  }, [page, turns]);
  useEffect(() => {
    const turn = (event) => {
      if (FORWARD.has(event.key)) go(1);
      if (BACK.has(event.key)) go(-1);
    };
    window.addEventListener("keydown", turn);
    return () => window.removeEventListener("keydown", turn);
  });
  return { page, pages };
}
