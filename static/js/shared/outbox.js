/**
 * Acts on their way to the server, in order. Each has an id made here, so sending one again after
 * a lost answer changes nothing. What waits is kept in page storage and survives a reload.
 */
const KEPT_MAX = 200;
const AGAIN_AFTER_MS = 500;

export function makeId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `storage` has getItem and setItem, or is null to keep nothing. */
export function createOutbox({ storage = null, name = "outbox" } = {}) {
  const listeners = new Set();
  const answers = new Map();
  let waiting = read();
  let send = null;
  let sending = false;

  function read() {
    try {
      return JSON.parse(storage?.getItem(name) ?? "[]");
    } catch {
      return [];
    }
  }

  function keep() {
    try {
      storage?.setItem(name, JSON.stringify(waiting));
    } catch {
      // a full or closed storage: what waits lives as long as the page
    }
    for (const listener of listeners) listener(waiting);
  }

  async function flush() {
    if (sending) return;
    sending = true;
    while (send && waiting.length > 0) {
      const [message] = waiting;
      let answer;
      try {
        answer = await send(message);
      } catch {
        break;
      }
      waiting = waiting.filter((other) => other.id !== message.id);
      keep();
      answers.get(message.id)?.(answer);
      answers.delete(message.id);
      for (const listener of listeners) listener(waiting, { message, answer });
    }
    sending = false;
    if (send && waiting.length > 0) setTimeout(flush, AGAIN_AFTER_MS);
  }

  return {
    get waiting() {
      return waiting;
    },

    /** Put an act into the box. Resolves to the server's answer, however late it comes. */
    put(kind, fields = {}) {
      const message = { id: makeId(), do: kind, ...fields };
      waiting = [...waiting, message].slice(-KEPT_MAX);
      const answered = new Promise((resolve) => answers.set(message.id, resolve));
      keep();
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

    /** Hear what waits, and each answer as it comes: `listener(waiting, {message, answer}?)`. */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
