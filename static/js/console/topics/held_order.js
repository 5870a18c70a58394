/** The order of the cards while it is held, so that no card moves under somebody's pointer. */

/** Begin to hold an order: `{order: [ids], places: Map from every id seen to its place}`. */
export function holdOrder(wanted) {
  return { order: [...wanted], places: new Map(wanted.map((id, place) => [id, place])) };
}

/**
 * Keep cards where they are while somebody's pointer is among them. An id that is gone stays in the
 * order as an empty place; a topic that comes back gets its old place if it is free, one made out
 * of others the place of one of them; the rest comes at the end.
 */
export function updateHeldOrder(held, wanted, topics) {
  const right = new Set(wanted);
  const order = [...held.order];
  const places = new Map(held.places);
  const there = new Set(order);
  for (const id of wanted) {
    if (there.has(id)) continue;
    const own = [id, ...(topics[id]?.from ?? [])].map((known) => places.get(known));
    const place = own.find((at) => at !== undefined && !right.has(order[at])) ?? order.length;
    order[place] = id;
    places.set(id, place);
  }
  return { order, places };
}

/** Whether an order held still differs from the right one. */
export function isOutOfOrder(held, wanted) {
  return held.order.length !== wanted.length || held.order.some((id, i) => id !== wanted[i]);
}
