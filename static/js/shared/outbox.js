/**
 * Acts on their way to the server, in order. Each has an id made here, so sending one again after
 * a lost answer changes nothing. What waits is kept in page storage, one key an act, and survives
 * a reload. Several tabs may share a storage: each sends what it finds there (the server does it
 * once), and whoever hears the answer first removes the key and leaves the answer for the others.
 */
const KEPT_MAX = 500;
const AGAIN_AFTER_MS = 500;
const TOO_FAST_MS = 1_500;
const ELSEWHERE_MS = 300;

let lastStamp = 0;

export function makeId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A key that sorts after every earlier one of this device. */
function stamp() {
  lastStamp = Math.max(lastStamp + 1, Date.now() * 100);
  return String(lastStamp).padStart(16, "0");
}

/** The names of all outboxes that have something waiting in `storage`, each below `prefix`. */
export function waitingOutboxes(storage, prefix) {
  const names = keysOf(storage, prefix)
    .filter((key) => !key.endsWith(".answered"))
    .map((key) => key.slice(0, key.lastIndexOf(".")));
  return [...new Set(names)];
}

/** `storage` has the methods of localStorage, or is null to keep nothing. */
export function createOutbox({ storage = null, name = "outbox" } = {}) {
  const listeners = new Set();
  const answers = new Map();
  let waiting = read();
  let send = null;
  let sending = false;

  function read() {
    const keys = keysOf(storage, `${name}.`).filter((key) => !key.endsWith(".answered"));
    return keys.map((key) => parsed(storage, key)).filter(Boolean);
  }

  function keep(key, message) {
    try {
      storage?.setItem(key, JSON.stringify(message));
      return storage !== null;
    } catch {
      return false; // a full or closed storage: what waits lives as long as the page
    }
  }

  function tell(news) {
    const messages = waiting.map((entry) => entry.message);
    for (const listener of listeners) listener(messages, news);
  }

  function done(entry, answer, elsewhere = false) {
    if (!waiting.includes(entry)) return;
    waiting = waiting.filter((other) => other !== entry);
    if (entry.kept && !elsewhere) {
      keep(`${name}.answered`, { id: entry.message.id, answer });
      forget(storage, entry.key);
    }
    answers.get(entry.message.id)?.(answer);
    answers.delete(entry.message.id);
    tell({ message: entry.message, answer, elsewhere });
  }

  /**
   * Whether the key of this act is gone: another tab had it answered and says so in a moment, or
   * somebody emptied the storage. After that moment it is sent, which changes nothing the second time.
   */
  function isGone(entry) {
    return entry.kept && has(storage, entry.key) === false;
  }

  async function flush() {
    if (sending) return;
    sending = true;
    let pause_ms = AGAIN_AFTER_MS;
    while (send && waiting.length > 0) {
      const [entry] = waiting;
      if (isGone(entry)) {
        entry.kept = false;
        await new Promise((resolve) => setTimeout(resolve, ELSEWHERE_MS));
        continue;
      }
      let answer;
      try {
        answer = await send(entry.message);
      } catch {
        break;
      }
      if (answer?.error === "too_fast") {
        pause_ms = TOO_FAST_MS;
        break;
      }
      done(entry, answer);
    }
    sending = false;
    if (send && waiting.length > 0) setTimeout(flush, pause_ms);
  }

  return {
    get waiting() {
      return waiting.map((entry) => entry.message);
    },

    /**
     * Put an act into the box. Resolves to the server's answer, however late it comes; where far
     * too much waits already, to a refusal without a sentence.
     */
    put(kind, fields = {}) {
      if (waiting.length >= KEPT_MAX) return Promise.resolve({ ok: false, error: "too_much", message: "" });
      const message = { id: makeId(), do: kind, ...fields };
      const entry = { key: `${name}.${stamp()}-${message.id.slice(0, 6)}`, message, kept: false };
      entry.kept = keep(entry.key, message);
      waiting = [...waiting, entry];
      const answered = new Promise((resolve) => answers.set(message.id, resolve));
      tell({ put: message });
      flush();
      return answered;
    },

    /** A connection is there: `sender(message)` resolves to an answer or throws. */
    open(sender) {
      send = sender;
      flush();
    },

    /** The connection is gone; everything waits. */
    close() {
      send = null;
    },

    /** Another tab changed the storage (a `storage` event): take its acts in, let answered ones go. */
    heard({ key, newValue }) {
      if (!key?.startsWith(`${name}.`)) return;
      if (key === `${name}.answered`) {
        const news = newValue && JSON.parse(newValue);
        const entry = news && waiting.find((other) => other.message.id === news.id);
        if (entry) done(entry, news.answer, true);
      } else if (newValue && waiting.every((entry) => entry.key !== key)) {
        waiting = [...waiting, { key, message: JSON.parse(newValue), kept: true }].sort(byKey);
        tell();
        flush();
      }
    },

    /** Take everything out without sending it, and go on under another name. */
    restart(newName = name) {
      const left = waiting.map((entry) => entry.message);
      for (const entry of waiting) forget(storage, entry.key);
      forget(storage, `${name}.answered`);
      name = newName;
      waiting = read();
      tell();
      return left;
    },

    /** Hear what waits, each act put in ({put}) and each answer as it comes ({message, answer}). */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const byKey = (a, b) => (a.key < b.key ? -1 : 1);

function keysOf(storage, prefix) {
  const keys = [];
  try {
    for (let i = 0; i < (storage?.length ?? 0); i += 1) keys.push(storage.key(i));
  } catch {
    // a closed storage has nothing
  }
  return keys.filter((key) => key.startsWith(prefix)).sort();
}

function parsed(storage, key) {
  try {
    const message = JSON.parse(storage.getItem(key));
    return message && { key, message, kept: true };
  } catch {
    return null;
  }
}

function has(storage, key) {
  try {
    return storage.getItem(key) !== null;
  } catch {
    return null;
  }
}

function forget(storage, key) {
  try {
    storage?.removeItem(key);
  } catch {
    // nothing is kept there
  }
}
