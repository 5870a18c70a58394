/** This console's own id: made once, kept in the browser, the same after every reload. */

import { storageOrNull } from "./storage.js";

const KEY = "open-sozial.console";

export function consoleId(storage = storageOrNull(), random = crypto) {
  try {
    const kept = storage?.getItem(KEY);
    if (kept && /^[a-z0-9]{20,64}$/.test(kept)) return kept;
    const made = newId(random);
    storage?.setItem(KEY, made);
    return made;
  } catch {
    return newId(random);
  }
}

/** `crypto.randomUUID` needs a secure context; a laptop on a LAN address is none. */
function newId(random) {
  return [...random.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
}
