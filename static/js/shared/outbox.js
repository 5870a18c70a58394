/**
 * The queue of acts that wait for the server, sent in order. Each act has an id made here, so sending
 * it again after a lost answer changes nothing. What waits is stored in page storage, one key an act,
 * and survives a reload. Several tabs may share a storage: each sends what it finds there (the server
 * does it once), and the one that gets the answer first removes the key and stores the answer for the others.
 */
const WAITING_MAX = 500;
const AGAIN_AFTER_MS = 500;
const TOO_FAST_MS = 1_500;
const ELSEWHERE_MS = 300;
/** After so long without an answer, people read that nobody answers. */
const OVERDUE_AFTER_MS = 5_000;

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

/** `storage` has the methods of localStorage, or is null to store nothing. */
export function createOutbox({ storage = null, name = "outbox" } = {}) {
  const listeners = new Set();
  const answers = new Map();
  let waiting = read();
  let send = null;
  let sending = false;
  let askedAt = null; // since when the first act that waits has been sent, again and again
  let overdueTimer = null;

  function read() {
    const keys = keysOf(storage, `${name}.`).filter((key) => !key.endsWith(".answered"));
    return keys.map((key) => parsed(storage, key)).filter(Boolean);
  }

  function write(key, message) {
    try {
      storage?.setItem(key, JSON.stringify(message));
      return storage !== null;
    } catch {
      return false; // full or forbidden: what waits lives as long as the page
    }
  }

  function notify(event) {
    const messages = waiting.map((entry) => entry.message);
    for (const listener of listeners) listener(messages, event);
  }

  function settle(entry, answer, answeredElsewhere = false) {
    if (!waiting.includes(entry)) return;
    waiting = waiting.filter((other) => other !== entry);
    if (entry.stored && !answeredElsewhere) {
      write(`${name}.answered`, { id: entry.message.id, answer });
      forget(storage, entry.key);
    }
    answers.get(entry.message.id)?.(answer);
    answers.delete(entry.message.id);
    notify({ message: entry.message, answer, answeredElsewhere });
  }

  /**
   * Whether the key of this act is gone from storage: another tab got its answer, which arrives as a
   * `storage` event within ELSEWHERE_MS, or somebody emptied the storage. After that time it is sent;
   * the second time changes nothing.
   */
  function isGone(entry) {
    return entry.stored && has(storage, entry.key) === false;
  }

  function beginToWait() {
    if (askedAt !== null) return;
    askedAt = Date.now();
    overdueTimer = setTimeout(notify, OVERDUE_AFTER_MS);
  }

  function endToWait() {
    askedAt = null;
    clearTimeout(overdueTimer);
  }

  async function flush() {
    if (sending) return;
    sending = true;
    let pause_ms = AGAIN_AFTER_MS;
    while (send && waiting.length > 0) {
      const [entry] = waiting;
      if (isGone(entry)) {
        entry.stored = false;
        await new Promise((resolve) => setTimeout(resolve, ELSEWHERE_MS));
        continue;
      }
      let answer;
      beginToWait();
      try {
        answer = await send(entry.message);
      } catch {
        break;
      }
      endToWait();
      if (answer?.error === "too_fast") {
        pause_ms = TOO_FAST_MS;
        break;
      }
      settle(entry, answer);
    }
    sending = false;
    if (send && waiting.length > 0) setTimeout(flush, pause_ms);
  }

  return {
    get waiting() {
      return waiting.map((entry) => entry.message);
    },

    /** Whether the server has been asked for long and has not answered. */
    get overdue() {
      return askedAt !== null && Date.now() - askedAt >= OVERDUE_AFTER_MS;
    },

    /**
     * Add an act. Resolves to the server's answer, however late it comes; where WAITING_MAX acts wait
     * already, to a refusal without a sentence.
     */
    put(kind, fields = {}) {
      if (waiting.length >= WAITING_MAX) return Promise.resolve({ ok: false, error: "too_much", message: "" });
      const message = { id: makeId(), do: kind, ...fields };
      const entry = { key: `${name}.${stamp()}-${message.id.slice(0, 6)}`, message, stored: false };
      entry.stored = write(entry.key, message);
      waiting = [...waiting, entry];
      const answered = new Promise((resolve) => answers.set(message.id, resolve));
      notify({ put: message });
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
      endToWait();
    },

    /** Another tab changed the storage (a `storage` event): take its acts in, settle those it got answers to. */
    onStorage({ key, newValue }) {
      if (!key?.startsWith(`${name}.`)) return;
      if (key === `${name}.answered`) {
        const answered = newValue && JSON.parse(newValue);
        const entry = answered && waiting.find((other) => other.message.id === answered.id);
        if (entry) settle(entry, answered.answer, true);
      } else if (newValue && waiting.every((entry) => entry.key !== key)) {
        waiting = [...waiting, { key, message: JSON.parse(newValue), stored: true }].sort(byKey);
        notify();
        flush();
      }
    },

    /** Remove everything without sending it, and continue under another name. Returns what was removed. */
    restart(newName = name) {
      const removed = waiting.map((entry) => entry.message);
      for (const entry of waiting) forget(storage, entry.key);
      forget(storage, `${name}.answered`);
      name = newName;
      waiting = read();
      notify();
      return removed;
    },

    /** `listener(messages, event)` gets what waits, and as event an act added ({put}) or answered ({message, answer}). */
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
    // a forbidden storage has nothing
  }
  return keys.filter((key) => key.startsWith(prefix)).sort();
}

function parsed(storage, key) {
  try {
    const message = JSON.parse(storage.getItem(key));
    return message && { key, message, stored: true };
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
    // nothing is stored there
  }
}
