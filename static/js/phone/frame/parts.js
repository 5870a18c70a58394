/** Which part of the phone a phase shows first, and what else is there at the moment. */

export const MAIN = {
  welcome: "welcome",
  interview: "interview",
  collect: "collect",
  sort: "topics",
  vote: "vote",
  group: "groups",
  board: "board",
  close: "close",
};

const THERE = [
  ["interview", (view) => view.open.contributions && (view.phase === "interview" || view.me.notes.length > 0)],
  ["collect", (view) => view.open.contributions],
  ["vote", (view) => view.open.dots],
  ["result", (view) => view.counts === "revealed" && view.phase !== "vote"],
  ["topics", (view) => Object.keys(view.topics).length > 0],
  ["mine", (view) => view.me.contributions.length > 0],
  ["groups", (view) => view.open.groups || Object.keys(view.groups).length > 0],
  ["board", (view) => Boolean(view.groups[view.me.group])],
  ["open_ends", (view) => view.open.interest],
  ["help", (view) => view.open.help && view.help_tasks.length > 0],
  ["contact", (view) => view.open.contact || view.me.has_contact || view.me.board_contact],
];

/** What a part shows inside itself, so that it need not be offered a second time beside it. */
const INSIDE = {
  collect: ["mine"],
  interview: ["collect"],
  close: ["open_ends", "help", "contact"],
};

/** The part this phone shows: the chosen one while it is there, else the phase's own. */
export function shownPart(view, chosen) {
  const main = MAIN[view.phase] ?? "welcome";
  return chosen && chosen !== main && partsThere(view).includes(chosen) ? chosen : main;
}

export function partsThere(view) {
  return THERE.filter(([, isThere]) => isThere(view)).map(([part]) => part);
}

/** What else is there beside the part that is shown. */
export function partsBeside(view, shown) {
  const inside = [shown, ...(INSIDE[shown] ?? [])];
  return partsThere(view).filter((part) => !inside.includes(part) && part !== MAIN[view.phase]);
}
