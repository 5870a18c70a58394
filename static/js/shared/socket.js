import { io } from "socket.io-client";

import { createOutbox } from "./outbox.js";

const ANSWER_WITHIN_MS = 8_000;
const RECONNECT_FIRST_MS = 300;
const RECONNECT_MOST_MS = 4_000;

/**
 * One connection of a screen. `auth()` says who this is each time it connects; `store` takes views
 * and changes; `onRefused(message)` hears that the server did not let it in. Acts go through the
 * outbox, which is kept in `storage` under `outboxName` if there is one.
 */
export function connect({ namespace, auth = () => ({}), store, onRefused = () => {}, storage = null, outboxName }) {
  const listeners = new Set();
  const outbox = createOutbox({ storage, name: outboxName });
  let status = { connected: false, since: Date.now(), everConnected: false };
  let closed = false;

  const socket = io(namespace, {
    auth: (give) => give(auth()),
    transports: ["websocket", "polling"],
    reconnectionDelay: RECONNECT_FIRST_MS,
    reconnectionDelayMax: RECONNECT_MOST_MS,
    randomizationFactor: 0.7,
  });

  function setStatus(connected) {
    if (status.connected === connected && status.everConnected) return;
    status = { connected, since: Date.now(), everConnected: status.everConnected || connected };
    for (const listener of listeners) listener(status);
  }

  async function sendNow(message) {
    return socket.timeout(ANSWER_WITHIN_MS).emitWithAck("act", message);
  }

  async function sync() {
    try {
      const answer = await socket.timeout(ANSWER_WITHIN_MS).emitWithAck("sync", { since: store.view?.at ?? 0 });
      if (answer.ok === false) return;
      if ("from" in answer) store.change(answer);
      else store.accept(answer);
    } catch {
      // no answer: the next change or connection brings the whole view
    }
  }

  socket.on("view", (view) => {
    store.accept(view);
    setStatus(true);
    outbox.open(sendNow);
  });
  socket.on("change", (change) => {
    if (store.change(change) === "gap") sync();
  });
  socket.on("disconnect", (reason) => {
    outbox.close();
    setStatus(false);
    if (reason === "io server disconnect" && !closed) socket.connect();
  });
  socket.on("connect_error", (error) => {
    setStatus(false);
    if (!socket.active) onRefused(error.message);
  });
  globalThis.addEventListener?.("online", () => socket.connect());
  globalThis.document?.addEventListener("visibilitychange", () => {
    if (!document.hidden && !socket.connected && !closed) socket.connect();
  });

  return {
    /** Resolves to the answer, also to a refusal ({ok: false, error, message}). */
    act(kind, fields = {}) {
      return outbox.put(kind, fields);
    },
    outbox,
    sync,
    get status() {
      return status;
    },
    /** Hear {connected, since (ms), everConnected} whenever it changes, and at once. */
    onStatus(listener) {
      listeners.add(listener);
      listener(status);
      return () => listeners.delete(listener);
    },
    /** Present oneself anew, as somebody else. */
    reconnect() {
      outbox.close();
      socket.disconnect().connect();
    },
    close() {
      closed = true;
      socket.disconnect();
    },
  };
}
