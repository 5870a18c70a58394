import { useLayoutEffect, useRef } from "preact/hooks";

import { prefersReducedMotion } from "../fitting/unit.js";

const MOVE_MS = 1_100;

/**
 * Animates every `[data-key]` inside `box` from where it was to where it now is (FLIP),
 * as long as `scope` (the page) stays the same.
 */
export function useFlip(box, scope) {
  const before = useRef({ scope: null, places: new Map() });
  useLayoutEffect(() => {
    const found = [...(box.current?.querySelectorAll("[data-key]") ?? [])];
    const places = new Map(found.map((element) => [element.dataset.key, placeOf(element)]));
    if (before.current.scope === scope && !prefersReducedMotion()) {
      for (const element of found) {
        const { key } = element.dataset;
        animateMove(element, before.current.places.get(key), places.get(key));
      }
    }
    before.current = { scope, places };
  });
}

/** Where an element belongs in its page, whether or not it is moving there just now. */
const placeOf = (element) => ({ x: element.offsetLeft, y: element.offsetTop });

function animateMove(element, was, home) {
  if (!was || (was.x === home.x && was.y === home.y)) return;
  const start = flipStart(was, home, currentOffset(element));
  for (const running of element.getAnimations?.() ?? []) running.cancel();
  element.animate?.(
    [{ transform: `translate(${start.x}px, ${start.y}px)` }, { transform: "none" }],
    { duration: MOVE_MS, easing: "cubic-bezier(0.3, 0, 0.2, 1)" },
  );
}

/** How far from its place an element still is while it moves. */
function currentOffset(element) {
  const { e: x, f: y } = new DOMMatrixReadOnly(getComputedStyle(element).transform);
  return { x, y };
}

/** The offset at which a move to `home` begins: where the element was on the screen, so that it does not jump. */
export const flipStart = (was, home, still) => ({
  x: was.x + still.x - home.x,
  y: was.y + still.y - home.y,
});
