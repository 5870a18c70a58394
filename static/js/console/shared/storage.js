/** Values kept in this browser's storage: typed text not yet sent, planned minutes. Without storage nothing is kept. */

const PREFIX = "open-sozial.console.";

export function readStored(name, otherwise = null) {
  try {
    const kept = localStorage.getItem(PREFIX + name);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return otherwise;
  }
}

export function writeStored(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs only convenience.
  }
}
