import { io } from "socket.io-client";

import { createOutbox } from "./outbox.js";
import { returning } from "./reconnect_auth.js";

const ANSWER_WITHIN_MS = 8_000;
const PROBE_WITHIN_MS = 900;
const VIEW_WITHIN_MS = 4_000;
const RECONNECT_FIRST_MS = 400;
const RECONNECT_MOST_MS = 4_000;
const JITTER = 0.7; // 1,000 phones that lost one access point must not knock at one instant

/**
 * One connection of a screen. `auth()` says who this is each time it connects; `store` takes views
 * and changes; `admit(view)` hears each whole view before anything is sent; `onRefused(message)`
 * hears that the server did not let it in. Acts go through the outbox, which is kept in `storage`
 * under `outboxName` if there is one. `alone` gives it a connection of its own on the page.
 */
export function connect({
  namespace,
  auth = () => ({}),
  store,
  admit = () => {},
  onRefused = () => {},
  storage = null,
  outboxName,
  alone = false,
  transports = ["websocket", "polling"],
}) {
  const listeners = new Set();
  const outbox = createOutbox({ storage, name: outboxName });
  let status = { connected: false, since: Date.now(), everConnected: false };
  let closed = false;
  let patience = null;

  const socket = io(namespace, {
    auth: (give) => give(returning(auth(), store.view)),
    forceNew: alone,
    transports,
    reconnectionDelay: RECONNECT_FIRST_MS,
    reconnectionDelayMax: RECONNECT_MOST_MS,
    randomizationFactor: JITTER,
  });

  function setStatus(connected) {
    if (status.connected === connected && (connected || status.told)) return;
    status = { connected, since: Date.now(), everConnected: status.everConnected || connected, told: true };
    for (const listener of listeners) listener(status);
  }

  async function sendNow(message) {
    return socket.timeout(ANSWER_WITHIN_MS).emitWithAck("act", message);
  }

  function arrive() {
    clearTimeout(patience);
    setStatus(true);
    outbox.open(sendNow);
  }

  function welcome(view) {
    admit(view);
    store.accept(view);
    arrive();
  }

  /** Resolves to whether the server answered. */
  async function sync(within_ms = ANSWER_WITHIN_MS) {
    try {
      const answer = await socket.timeout(within_ms).emitWithAck("sync", { since: store.view?.at ?? 0 });
      if (!answer || answer.ok === false) return false;
      if ("from" in answer) store.change(answer);
      else welcome(answer);
      return true;
    } catch {
      return false; // the next change or connection brings the whole view
    }
  }

  /** Connect now, whatever pause the client is in. */
  function hurry() {
    if (!closed) socket.disconnect().connect();
  }

  /** A page that was hidden or put aside may have lost its connection without a word. */
  async function comeBack(event) {
    const isFirst = event.type === "pageshow" && !event.persisted;
    if (closed || document.hidden || isFirst) return;
    if (!socket.connected || !(await sync(PROBE_WITHIN_MS))) hurry();
  }

  /** The Wi-Fi is back, for everybody in the hall at one instant. */
  function online(event) {
    setTimeout(() => comeBack(event), Math.random() * RECONNECT_FIRST_MS);
  }

  /** A page also "shows" when it is first opened: then its connection is on its way already. */
  function shownAgain(event) {
    if (event.persisted) comeBack();
  }

  socket.on("connect", () => {
    clearTimeout(patience);
    patience = setTimeout(async () => {
      if (!(await sync())) hurry();
    }, VIEW_WITHIN_MS);
  });
  socket.on("view", welcome);
  socket.on("change", (change) => {
    if (store.change(change) === "gap") sync();
    else if (!status.connected) arrive();
  });
  socket.on("disconnect", (reason) => {
    clearTimeout(patience);
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
  const heardStorage = (event) => outbox.heard(event);
  globalThis.addEventListener?.("online", online);
  globalThis.addEventListener?.("pageshow", shownAgain);
  globalThis.document?.addEventListener("visibilitychange", comeBack);
  if (storage) globalThis.addEventListener?.("storage", heardStorage);

  return {
    /** Resolves to the answer, also to a refusal ({ok: false, error, message}). */
    act(kind, fields = {}) {
      return outbox.put(kind, fields);
    },
    /** Ask for something that changes nothing and need not survive; rejects where nobody answers. */
    inquire(what, fields = {}) {
      return socket.timeout(ANSWER_WITHIN_MS).emitWithAck(what, fields);
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
      hurry();
    },
    close() {
      closed = true;
      clearTimeout(patience);
      outbox.close();
      globalThis.removeEventListener?.("online", online);
      globalThis.removeEventListener?.("pageshow", shownAgain);
      globalThis.document?.removeEventListener("visibilitychange", comeBack);
      globalThis.removeEventListener?.("storage", heardStorage);
      socket.disconnect();
    },
  };
}
