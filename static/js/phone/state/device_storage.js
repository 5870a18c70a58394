/** What this device remembers: localStorage below one prefix, and memory where the browser stores nothing. */

/** `web` is localStorage, or null where the browser allows none. Values are plain JSON. */
export function createDeviceStorage(web, prefix) {
  const inMemory = new Map();

  return {
    web,
    prefix,
    /** Whether the browser keeps anything beyond this page. */
    remembers: web !== null,

    /** Whether something is stored whose name begins with `start`. */
    holds(start) {
      const kept = Object.keys(web ?? {}).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return [...inMemory.keys(), ...kept].some((name) => name.startsWith(start));
    },

    get(name, otherwise = null) {
      try {
        const stored = web?.getItem(prefix + name) ?? inMemory.get(name) ?? null;
        return stored === null ? otherwise : JSON.parse(stored);
      } catch {
        return otherwise;
      }
    },

    /** Store `value` under `name`; null forgets it. */
    set(name, value) {
      const stored = value === null ? null : JSON.stringify(value);
      if (stored === null) inMemory.delete(name);
      else inMemory.set(name, stored);
      try {
        if (stored === null) web?.removeItem(prefix + name);
        else web?.setItem(prefix + name, stored);
      } catch {
        // full or forbidden: remembered for as long as the page lives
      }
    },

    /** Forget everything whose name begins with `start`. */
    forgetAll(start) {
      for (const name of [...inMemory.keys()]) if (name.startsWith(start)) inMemory.delete(name);
      try {
        const keys = Array.from({ length: web?.length ?? 0 }, (_, i) => web.key(i));
        keys.filter((key) => key.startsWith(prefix + start)).forEach((key) => web.removeItem(key));
      } catch {
        // nothing is stored there
      }
    },
  };
}

/** The page's localStorage, or null where the browser allows none. */
export function localStorageOrNull() {
  try {
    const web = globalThis.localStorage ?? null;
    web?.setItem("open-sozial.probe", "1"); // some browsers have it and take nothing
    web?.removeItem("open-sozial.probe");
    return web;
  } catch {
    return null;
  }
}
