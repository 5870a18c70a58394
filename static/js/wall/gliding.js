import { useLayoutEffect, useRef } from "preact/hooks";

import { calm } from "./unit.js";

const GLIDE_MS = 1_100;

/**
 * Lets every `[data-key]` inside `box` glide from where it was to where it now is,
 * as long as `scope` (the page) stays the same.
 */
export function useGliding(box, scope) {
  const before = useRef({ scope: null, places: new Map() });
  useLayoutEffect(() => {
    const places = new Map();
    for (const element of box.current?.querySelectorAll("[data-key]") ?? []) {
      const rect = element.getBoundingClientRect();
      places.set(element.dataset.key, { element, x: rect.left, y: rect.top });
    }
    if (before.current.scope === scope && !calm()) {
      for (const [key, now] of places) glide(before.current.places.get(key), now);
    }
    before.current = { scope, places };
  });
}

function glide(was, now) {
  if (!was) return;
  const [x, y] = [was.x - now.x, was.y - now.y];
  if (Math.abs(x) + Math.abs(y) < 2) return;
  now.element.animate?.(
    [{ transform: `translate(${x}px, ${y}px)` }, { transform: "none" }],
    { duration: GLIDE_MS, easing: "cubic-bezier(0.3, 0, 0.2, 1)" },
  );
}
