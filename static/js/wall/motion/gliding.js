import { useLayoutEffect, useRef } from "preact/hooks";

import { calm } from "../fitting/unit.js";

const GLIDE_MS = 1_100;

/**
 * Lets every `[data-key]` inside `box` glide from where it was to where it now is,
 * as long as `scope` (the page) stays the same.
 */
export function useGliding(box, scope) {
  const before = useRef({ scope: null, places: new Map() });
  useLayoutEffect(() => {
    const { current: element } = box;
    const found = [...(element?.querySelectorAll("[data-key]") ?? [])];
    const places = new Map(found.map((piece) => [piece.dataset.key, homeOf(piece)]));
    if (before.current.scope === scope && !calm()) {
      for (const piece of found) {
        glide(piece, before.current.places.get(piece.dataset.key), places.get(piece.dataset.key));
      }
    }
    before.current = { scope, places };
  });
}

/** Where a piece belongs in its page, whether or not it is on its way there just now. */
const homeOf = (piece) => ({ x: piece.offsetLeft, y: piece.offsetTop });

function glide(piece, was, home) {
  if (!was || (was.x === home.x && was.y === home.y)) return;
  const start = startOf(was, home, onTheWay(piece));
  for (const running of piece.getAnimations?.() ?? []) running.cancel();
  piece.animate?.(
    [{ transform: `translate(${start.x}px, ${start.y}px)` }, { transform: "none" }],
    { duration: GLIDE_MS, easing: "cubic-bezier(0.3, 0, 0.2, 1)" },
  );
}

/** How far from its home a piece still is while it glides. */
function onTheWay(piece) {
  const { e: x, f: y } = new DOMMatrixReadOnly(getComputedStyle(piece).transform);
  return { x, y };
}

/** Where a glide to `home` begins, so that nobody sees a jump: where the piece was on the screen. */
export const startOf = (was, home, still) => ({
  x: was.x + still.x - home.x,
  y: was.y + still.y - home.y,
});
