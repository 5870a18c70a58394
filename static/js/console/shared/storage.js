/** Values kept in this browser's storage: typed text not yet sent, planned minutes. Without storage nothing is kept. */

const PREFIX = "open-sozial.console.";

/** The page's localStorage, or null where the browser allows none: then naming it throws. */
export function storageOrNull() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

export function readStored(name, otherwise = null) {
  try {
    const stored = storageOrNull()?.getItem(PREFIX + name) ?? null;
    return stored === null ? otherwise : JSON.parse(stored);
  } catch {
    return otherwise;
  }
}

export function writeStored(name, value) {
  try {
    if (value === null) storageOrNull()?.removeItem(PREFIX + name);
    else storageOrNull()?.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs only convenience.
  }
}

/** Whether this browser keeps what is written, found out by writing. */
export function keepsValues() {
  writeStored("probe", 1);
  const kept = readStored("probe") === 1;
  writeStored("probe", null);
  return kept;
}
