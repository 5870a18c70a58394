/**
 * What this console keeps to itself: selection, open dialog, search, drafts, the last thing said.
 * Everything else follows from the server's view.
 */

import { say } from "../../shared/wording.js";
import { recall } from "./storage.js";

const SAID_FOR_MS = 9_000;

const AT_FIRST = {
  tab: null,
  tabPhase: null,
  selected: [],
  focus: null,
  editing: null,
  dialog: null,
  filter: "all",
  via: "any",
  seen: null,
  order: "newest",
  search: "",
  said: null,
  sheet: [],
  sending: 0,
  aside: [],
};

/** `link` acts on the server; `me` is this console's own id. */
export function createDesk({ link, store, me }) {
  const listeners = new Set();
  const drafts = new Map();
  let forget;

  const desk = {
    me,
    store,
    ui: { ...AT_FIRST, seen: recall("seen", null) },
    codes: [],

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    put(patch) {
      desk.ui = { ...desk.ui, ...patch };
      listeners.forEach((listener) => listener());
    },

    /** Ask the server. Resolves to its answer; a refusal is an answer, too. */
    async ask(kind, fields = {}) {
      desk.put({ sending: desk.ui.sending + 1 });
      try {
        return await link.act(kind, fields);
      } catch {
        return { ok: false, error: "unsent", message: say("console.unsent") };
      } finally {
        desk.put({ sending: desk.ui.sending - 1 });
      }
    },

    /** Ask what would be, or say what is; resolves to null where nobody answers. */
    async inquire(what, fields) {
      try {
        return await link.inquire(what, fields);
      } catch {
        return null;
      }
    },

    /** Ask from a place that has no room of its own for a refusal. */
    async act(kind, fields = {}, done = null) {
      const answer = await desk.ask(kind, fields);
      if (!answer.ok) desk.tell(answer.message, "refused");
      else if (done) desk.tell(done);
      return answer;
    },

    /** One line at the foot of the board, read out by screen readers. */
    tell(text, tone = "done") {
      clearTimeout(forget);
      desk.put({ said: { text, tone } });
      forget = setTimeout(() => desk.put({ said: null }), SAID_FOR_MS);
    },

    open(name, more = {}) {
      desk.put({ dialog: { name, ...more }, editing: null });
    },

    close() {
      desk.put({ dialog: null });
    },

    select(ids, focus = ids.at(-1) ?? desk.ui.focus) {
      desk.put({ selected: ids, focus });
    },

    toggle(id) {
      const { selected } = desk.ui;
      desk.select(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id], id);
    },

    /** What somebody began in a dialog outlives closing it, until it is sent. */
    draft(key) {
      return drafts.get(key) ?? null;
    },

    keep(key, value) {
      if (value === null) drafts.delete(key);
      else drafts.set(key, value);
    },
  };
  return desk;
}

/** The selected topics that still stand on the board. */
export function selectedTopics(desk, view) {
  return desk.ui.selected.map((id) => view.topics[id]).filter(Boolean);
}
