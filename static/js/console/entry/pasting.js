/** Pasting into fields of several entries: a list or table of another program becomes typed lines. */

import { typedLine } from "../../shared/typed_text.js";
import { readCards, writeCards } from "./card_texts.js";

const pastedText = (event) => event.clipboardData?.getData("text/plain") ?? "";

/**
 * For the field of cards: a list or a table pasted beside other cards is read by itself, since among
 * them it would no longer be one. In an empty field the whole text is read, where one can choose how.
 */
export function pasteCards(event, by) {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const before = value.slice(0, selectionStart);
  const { cards, isList, columns } = readCards(pastedText(event), { by });
  if ((before + value.slice(selectionEnd)).trim() === "" || !(isList || columns)) return;
  event.preventDefault();
  const gap = before === "" || before.endsWith("\n") ? "" : writeCards(["", ""], by);
  insertText(event.currentTarget, gap + writeCards(cards.map((card) => card.text), by));
}

/** For a field of one entry a line: what is pasted stands there as it will be read. */
export function pasteLines(event) {
  const pasted = pastedText(event);
  const lines = readCards(pasted).cards.map((card) => typedLine(card.text));
  if (lines.join("\n") === pasted.trim()) return;
  event.preventDefault();
  insertText(event.currentTarget, lines.join("\n"));
}

/** Old as `execCommand` is, only what it inserts can be undone with the field's own Ctrl+Z. */
function insertText(field, text) {
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
