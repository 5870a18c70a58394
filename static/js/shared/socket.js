import { io } from "socket.io-client";

import { createOutbox } from "./outbox.js";
import { reconnectAuth } from "./reconnect_auth.js";

const ANSWER_WITHIN_MS = 8_000;
const PROBE_WITHIN_MS = 900;
const VIEW_WITHIN_MS = 4_000;
const RECONNECT_FIRST_MS = 400;
const RECONNECT_MOST_MS = 4_000;
const JITTER = 0.7; // 1,000 phones that lost one access point must not reconnect at one instant

/**
 * A Socket.IO connection of a screen. `auth()` is called each time it connects; `store` gets views
 * and changes; `beforeView(view)` gets each whole view before the store does and before anything is
 * sent; `onRefused(message)` is called when the server refuses the connection. Acts go through the
 * outbox, which is stored in `storage` under `outboxName` if there is one. `forceNew` is Socket.IO's:
 * a connection that is not shared with others of the page.
 */
export function connect({
  namespace,
  auth = () => ({}),
  store,
  beforeView = () => {},
  onRefused = () => {},
  storage = null,
  outboxName,
  forceNew = false,
  transports = ["websocket", "polling"],
}) {
  const listeners = new Set();
  const outbox = createOutbox({ storage, name: outboxName });
  let status = { connected: false, since: Date.now(), everConnected: false };
  let closed = false;
  let viewTimer = null;

  const socket = io(namespace, {
    auth: (give) => give(reconnectAuth(auth(), store.view)),
    forceNew,
    transports,
    reconnectionDelay: RECONNECT_FIRST_MS,
    reconnectionDelayMax: RECONNECT_MOST_MS,
    randomizationFactor: JITTER,
  });

  function setStatus(connected) {
    if (status.connected === connected && (connected || status.announced)) return;
    status = { connected, since: Date.now(), everConnected: status.everConnected || connected, announced: true };
    for (const listener of listeners) listener(status);
  }

  async function sendNow(message) {
    return socket.timeout(ANSWER_WITHIN_MS).emitWithAck("act", message);
  }

  function connected() {
    clearTimeout(viewTimer);
    setStatus(true);
    outbox.open(sendNow);
  }

  function takeView(view) {
    beforeView(view);
    store.accept(view);
    connected();
  }

  /** Resolves to whether the server answered. */
  async function sync(within_ms = ANSWER_WITHIN_MS) {
    try {
      const answer = await socket.timeout(within_ms).emitWithAck("sync", { since: store.view?.at ?? 0 });
      if (!answer || answer.ok === false) return false;
      if ("from" in answer) store.change(answer);
      else takeView(answer);
      return true;
    } catch {
      return false; // the next change or connection brings the whole view
    }
  }

  /** Connect at once, whatever pause the client is in. */
  function reconnectNow() {
    if (!closed) socket.disconnect().connect();
  }

  /**
   * A page that was hidden or put aside may have lost its connection without a word. `pageshow` also
   * comes when a page is first opened: then it connects anyway.
   */
  async function checkConnection(event) {
    const isFirst = event.type === "pageshow" && !event.persisted;
    if (closed || document.hidden || isFirst) return;
    if (!socket.connected || !(await sync(PROBE_WITHIN_MS))) reconnectNow();
  }

  /** The Wi-Fi is back, for everybody in the hall at one instant. */
  function onOnline(event) {
    setTimeout(() => checkConnection(event), Math.random() * RECONNECT_FIRST_MS);
  }

  socket.on("connect", () => {
    clearTimeout(viewTimer);
    viewTimer = setTimeout(async () => {
      if (!(await sync())) reconnectNow();
    }, VIEW_WITHIN_MS);
  });
  socket.on("view", takeView);
  socket.on("change", (change) => {
    if (store.change(change) === "gap") sync();
    else if (!status.connected) connected();
  });
  socket.on("disconnect", (reason) => {
    clearTimeout(viewTimer);
    outbox.close();
    setStatus(false);
    if (reason === "io server disconnect" && !closed) {
      setTimeout(() => !closed && socket.connect(), Math.random() * RECONNECT_FIRST_MS);
    }
  });
  socket.on("connect_error", (error) => {
    setStatus(false);
    if (!socket.active) onRefused(error.message);
  });
  const onStorage = (event) => outbox.onStorage(event);
  globalThis.addEventListener?.("online", onOnline);
  globalThis.addEventListener?.("pageshow", checkConnection);
  globalThis.document?.addEventListener("visibilitychange", checkConnection);
  if (storage) globalThis.addEventListener?.("storage", onStorage);

  return {
    /** Resolves to the answer, also to a refusal ({ok: false, error, message}). */
    act(kind, fields = {}) {
      return outbox.put(kind, fields);
    },
    /** Ask for something that changes nothing and is not stored; rejects where nobody answers. */
    inquire(what, fields = {}) {
      return socket.timeout(ANSWER_WITHIN_MS).emitWithAck(what, fields);
    },
    outbox,
    sync,
    get status() {
      return status;
    },
    /** `listener` gets {connected, since (ms), everConnected} at once and whenever it changes. */
    onStatus(listener) {
      listeners.add(listener);
      listener(status);
      return () => listeners.delete(listener);
    },
    /** Connect again with a new `auth()`. */
    reconnect() {
      outbox.close();
      reconnectNow();
    },
    close() {
      closed = true;
      clearTimeout(viewTimer);
      outbox.close();
      globalThis.removeEventListener?.("online", onOnline);
      globalThis.removeEventListener?.("pageshow", checkConnection);
      globalThis.document?.removeEventListener("visibilitychange", checkConnection);
      globalThis.removeEventListener?.("storage", onStorage);
      socket.disconnect();
    },
  };
}
