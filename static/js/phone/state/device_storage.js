/** What this device remembers, below one prefix; a closed or full storage costs only the memory. */

/** `storage` has the methods of localStorage, or is null. Values are plain JSON. */
export function createKeeping(storage, prefix) {
  const inMemory = new Map();

  return {
    storage,
    prefix,

    get(name, otherwise = null) {
      try {
        const kept = storage?.getItem(prefix + name) ?? inMemory.get(name) ?? null;
        return kept === null ? otherwise : JSON.parse(kept);
      } catch {
        return otherwise;
      }
    },

    /** Keep `value` under `name`; null forgets it. */
    set(name, value) {
      const kept = value === null ? null : JSON.stringify(value);
      if (kept === null) inMemory.delete(name);
      else inMemory.set(name, kept);
      try {
        if (kept === null) storage?.removeItem(prefix + name);
        else storage?.setItem(prefix + name, kept);
      } catch {
        // remembered for as long as the page lives
      }
    },

    /** Forget everything whose name begins with `start`. */
    forgetAll(start) {
      for (const name of [...inMemory.keys()]) if (name.startsWith(start)) inMemory.delete(name);
      try {
        const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage.key(i));
        keys.filter((key) => key.startsWith(prefix + start)).forEach((key) => storage.removeItem(key));
      } catch {
        // nothing is kept there
      }
    },
  };
}

/** The page's storage, or null where the browser keeps none. */
export function pageStorage(name = "localStorage") {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}
