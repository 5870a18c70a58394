/** From the text typed or pasted for a writing wall to its cards. */

import { hasVisible, typedText } from "../../shared/typed_text.js";
import { isList, withoutMarkers } from "./list_markers.js";
import { inQuotes, isBlank, isNumbers, rowsOf, tableIn, unquoted } from "./pasted_cells.js";

export const CARD_LENGTH = 280;

/** How many code points a text has; the server counts the same way. */
export function lengthOf(text) {
  return [...text].length;
}

/**
 * Read a text as cards: `{cards: [{text, over}], isList, columns}`. `over` is by how many characters
 * a card is too long.
 *
 * `by` is "line" (one card a line) or "paragraph" (an empty line between two cards; line breaks
 * inside a card stay). Cells of a table are cards of their own in both cases; `columns` then names its
 * columns by their first cells, and `column` chooses: "words" (all that are more than numbers), the
 * number of one, or "none" to read it as typed text. `isList` says that bullets or numbers stand in
 * front of all cards; they are taken off unless `keepMarkers`.
 */
export function readCards(text, { by = "line", keepMarkers = false, column = "words" } = {}) {
  const unified = text.replace(/^\ufeff/, "").replace(/\r\n?|[\f\u0085\u2029]/g, "\n");
  const typed = cardsOf(unified, by);
  const list = isList(typed);
  const table = list ? null : tableIn(unified);
  const read = table && column !== "none" ? cellsOf(table, column) : keepMarkers ? typed : withoutMarkers(typed);
  return {
    cards: cleaned(read).map((card) => ({ text: card, over: Math.max(0, lengthOf(card) - CARD_LENGTH) })),
    isList: list,
    columns: table && table[0].map((cell) => cell.value.trim()),
  };
}

const cleaned = (texts) => texts.map((text) => typedText(text).trim()).filter(hasVisible);

/** The cards of typed text, or of a single column copied from a table. */
function cardsOf(text, by) {
  const rows = rowsOf(text);
  const isCopied = rows.some((row) => row.some((cell) => cell.isQuoted));
  const hasGaps = rows.slice(0, -1).some(isBlank);
  const read = by === "line" || (isCopied && !hasGaps) ? rows.map((row) => row.map((cell) => cell.value).join("\t")) : paragraphsOf(text);
  return read.map((card) => card.trim()).filter(hasVisible);
}

/** Paragraphs in quotes, as `writeCards` writes them, may hold empty lines. */
function paragraphsOf(text) {
  const found = [];
  const paragraph = /\s*(?:"((?:[^"]|"")*)"(?=[ \t]*(?:\n[ \t]*\n|\n?$))|((?:[^\n]|\n(?![ \t]*\n))+))/uy;
  for (let match = paragraph.exec(text); match; match = paragraph.exec(text)) {
    const [whole, inner, plain] = match;
    found.push(inner === undefined ? plain : /""|\n[ \t]*\n/.test(inner) ? unquoted(inner) : whole);
  }
  return found;
}

function cellsOf(table, column) {
  const all = table[0].map((_, i) => i);
  const words = all.filter((i) => !isNumbers(table, i));
  const chosen = all.includes(column) ? [column] : words.length ? words : all;
  return table.flatMap((row) => row.filter((_, i) => chosen.includes(i)).map((cell) => cell.value));
}

/** Write cards back as the text they came from, so that what was refused stays to be mended. */
export function writeCards(texts, by) {
  const needsQuotes = by === "paragraph" ? /^"|\n[ \t]*\n/ : /^"|[\n\t]/;
  return texts.map((text) => (needsQuotes.test(text) ? inQuotes(text) : text)).join(by === "paragraph" ? "\n\n" : "\n");
}
