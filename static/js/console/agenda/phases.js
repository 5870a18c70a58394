/** The phases in order: how long each is planned, and the tab and card order the console shows in it. */

export const PHASES = ["welcome", "interview", "collect", "sort", "vote", "group", "board", "close"];

const USUAL_MINUTES = { welcome: 15, interview: 20, collect: 25, sort: 30, vote: 15, group: 15, board: 60, close: 20 };

export const TABS = ["arrive", "questions", "topics", "groups", "boards", "ends"];

const TAB = {
  welcome: "arrive",
  interview: "questions",
  collect: "topics",
  sort: "topics",
  vote: "topics",
  group: "groups",
  board: "boards",
  close: "ends",
};

/** The order of cards that helps most in a phase. */
const CARD_ORDER = { collect: "newest", sort: "newest", vote: "dots", group: "dots", board: "dots", close: "dots" };

export const tabOf = (phase) => TAB[phase] ?? "topics";
export const cardOrderOf = (phase) => CARD_ORDER[phase] ?? "newest";

export function nextPhase(phase) {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null;
}

/** Planned minutes: what this console noted, else what such a day usually takes. */
export function plannedMinutes(phase, noted) {
  const minutes = noted?.[phase];
  return Number.isFinite(minutes) && minutes >= 0 ? minutes : USUAL_MINUTES[phase];
}

/** Minutes for `set_phase` so that a running timebox gets `more` on top of what is left. */
export function minutesWithMore(endsAt, now, more) {
  const left = endsAt ? Math.max(0, Date.parse(endsAt) - now) / 60_000 : 0;
  return Math.min(1440, Math.round((left + more) * 1000) / 1000);
}
