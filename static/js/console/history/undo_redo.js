/** Which of my acts can be taken back or done again; `history` is newest first. */

/** My newest act that stands; undo takes this one back. */
export function undoable(history, me) {
  return (history ?? []).find((row) => row.by === me && row.state === "done") ?? null;
}

/** What redo would do again: of mine, the one taken back last, which is the oldest of them. */
export function redoable(history, me) {
  return (history ?? []).filter((row) => row.by === me && row.state === "redoable").slice(-1)[0] ?? null;
}

/** Read a key press as "undo", "redo" or null. */
export function shortcutOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}
