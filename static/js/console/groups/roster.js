/** The roster of supporters: what is sent of its rows, and rows pasted from another program. */

import { typedLine } from "../../shared/typed_text.js";
import { readCards } from "../entry/card_texts.js";
import { tableIn } from "../entry/pasted_cells.js";

/** Rows as `set_supporters` wants them; rows without a name are no rows. */
export function rosterFields(rows) {
  return rows
    .filter((row) => row.name.trim() !== "")
    .map(({ id, name, kind, note }) => ({
      ...(id ? { id } : {}),
      name: name.trim(),
      kind,
      ...(note.trim() ? { note: note.trim() } : {}),
    }));
}

/**
 * Pasted text as rows `{name, kind, note}`, or null where it is a single entry. Of a table the first
 * column is the name, a cell with the word of a kind (`kinds`: kind → word) the kind, the rest the
 * note; a first row with `heading` in its first cell is left out.
 */
export function pastedRoster(text, { kinds, heading }) {
  const { cards, columns } = readCards(text);
  const rows = columns
    ? tableIn(text.replace(/\r\n?/g, "\n")).map((row) => row.map((cell) => typedLine(cell.value).trim()))
    : cards.map((card) => [typedLine(card.text)]);
  if (!columns && rows.length < 2) return null;
  const isHeading = ([name]) => name.toLowerCase() === heading.toLowerCase();
  return rows.filter((row, i) => row[0] !== "" && !(i === 0 && isHeading(row))).map((row) => supporter(row, kinds));
}

function supporter([name, ...cells], kinds) {
  const kindOf = (cell) => Object.keys(kinds).find((kind) => kinds[kind].toLowerCase() === cell.toLowerCase());
  const kind = cells.map(kindOf).find(Boolean);
  const notes = cells.filter((cell) => cell !== "" && !kindOf(cell));
  return { name, kind: kind ?? "moderator", note: notes.join(", ") };
}
