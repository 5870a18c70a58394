import { say } from "../wording.js";

/** "Tisch 3" for a bare number, and as it was written for anything else ("Am Fenster"). */
export function tableLabel(table) {
  const bare = (table ?? "").trim();
  return /^\d+$/.test(bare) ? say("shared.table", { table: bare }) : bare;
}
