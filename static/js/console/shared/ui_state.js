/**
 * The state of this console's screen: selection, open dialog, search, drafts, the last announcement.
 * Everything else is drawn from the server's view.
 */

import { say } from "../../shared/wording.js";
import { readStored } from "./storage.js";

const ANNOUNCED_FOR_MS = 9_000;
/** After so long without an answer, people read that nobody answers. */
const OVERDUE_AFTER_MS = 5_000;

const INITIAL_STATE = {
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
  announcement: null,
  printedBadges: [],
  unanswered: 0,
  overdue: 0,
  dismissedAlarms: [],
};

/** `link` acts on the server; `me` is this console's own id. */
export function createUiState({ link, store, me }) {
  const listeners = new Set();
  const drafts = new Map();
  let clearing;

  const ui = {
    me,
    store,
    state: { ...INITIAL_STATE, seen: readStored("seen", null) },
    newBadgeCodes: [],

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    set(patch) {
      ui.state = { ...ui.state, ...patch };
      listeners.forEach((listener) => listener());
    },

    /** Ask the server. Resolves to its answer; a refusal is an answer, too. */
    async ask(kind, fields = {}) {
      ui.set({ unanswered: ui.state.unanswered + 1 });
      let isOverdue = false;
      const timer = setTimeout(() => {
        isOverdue = true;
        ui.set({ overdue: ui.state.overdue + 1 });
      }, OVERDUE_AFTER_MS);
      try {
        return await link.act(kind, fields);
      } catch {
        return { ok: false, error: "unsent", message: say("console.unsent") };
      } finally {
        clearTimeout(timer);
        ui.set({ unanswered: ui.state.unanswered - 1, overdue: ui.state.overdue - (isOverdue ? 1 : 0) });
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
      const answer = await ui.ask(kind, fields);
      if (!answer.ok) ui.announce(answer.message, "refused");
      else if (done) ui.announce(done);
      return answer;
    },

    /** One line at the foot of the board, read out by screen readers. */
    announce(text, tone = "done") {
      clearTimeout(clearing);
      ui.set({ announcement: { text, tone } });
      clearing = setTimeout(() => ui.set({ announcement: null }), ANNOUNCED_FOR_MS);
    },

    openDialog(name, more = {}) {
      ui.set({ dialog: { name, ...more }, editing: null });
    },

    closeDialog() {
      ui.set({ dialog: null });
    },

    select(ids, focus = ids.slice(-1)[0] ?? ui.state.focus) {
      ui.set({ selected: ids, focus });
    },

    toggle(id) {
      const { selected } = ui.state;
      ui.select(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id], id);
    },

    /** What somebody began in a dialog outlives closing it, until it is sent. */
    draft(key) {
      return drafts.get(key) ?? null;
    },

    keepDraft(key, value) {
      if (value === null) drafts.delete(key);
      else drafts.set(key, value);
    },
  };
  return ui;
}

/** The selected topics that still stand on the board. */
export function selectedTopics(ui, view) {
  return ui.state.selected.map((id) => view.topics[id]).filter(Boolean);
}
