/**
 * Holds the server's view, from which a screen is drawn. A change is merged by id into topics and
 * groups (null: gone); every other key replaces the old one whole; an older `me` is dropped.
 */
const MERGED = ["topics", "groups"];

export function createStore() {
  const listeners = new Set();
  const store = {
    view: null,

    /** Take a whole view, unless a newer one is shown already. */
    accept(view) {
      store.view = keepNewerMe(store.view, view);
      notify();
    },

    /** Take a change. Returns "gap" if something before it is missing: ask with `sync`. */
    change(change) {
      const { view } = store;
      if (!view) return "gap";
      const numbered = typeof change.from === "number";
      if (numbered && change.from > view.at) return "gap";
      if (numbered && change.at < view.at && !("me" in change)) return "old";
      store.view = merged(view, change);
      notify();
      return "taken";
    },

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function notify() {
    for (const listener of listeners) listener(store.view);
  }

  return store;
}

function merged(view, { from, at, me, ...keys }) {
  const next = { ...view, ...keys, at: Math.max(view.at, at ?? 0) };
  for (const name of MERGED) {
    if (keys[name]) next[name] = mergedById(view[name], keys[name]);
  }
  if (me) next.me = !view.me || me.at >= view.me.at ? me : view.me;
  return next;
}

function mergedById(known = {}, changes) {
  const next = { ...known };
  for (const [id, thing] of Object.entries(changes)) {
    if (thing === null) delete next[id];
    else next[id] = thing;
  }
  return next;
}

function keepNewerMe(shown, view) {
  const older = shown?.me && view.me && view.me.token === shown.me.token && view.me.at < shown.me.at;
  return older ? { ...view, me: shown.me } : view;
}
