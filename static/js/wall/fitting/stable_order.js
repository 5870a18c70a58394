import { useRef } from "preact/hooks";

/**
 * The same things, each where it first stood; what came later follows at the end. For lists that are
 * read while their order would change with every tap in the hall.
 */
export function useStableOrder(things) {
  const places = useRef(new Map());
  return stableOrder(things, places.current);
}

/** Sort by the places that are known already, and remember where the others come in. */
export function stableOrder(things, places) {
  for (const { id } of things) {
    if (!places.has(id)) places.set(id, places.size);
  }
  return [...things].sort((a, b) => places.get(a.id) - places.get(b.id));
}
