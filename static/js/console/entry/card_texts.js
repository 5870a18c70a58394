/** From the text typed or pasted for a writing wall to the cards the server is sent. */

export const CARD_LENGTH = 280;
const CARDS_A_MESSAGE = 100;
const BYTES_A_MESSAGE = 40_000;

/** How many code points a text has; the server counts the same way. */
export function lengthOf(text) {
  return [...text].length;
}

/**
 * Read typed text as cards. `by` is "line" (one card a line) or "paragraph" (an empty line between
 * two cards; line breaks inside a card stay).
 */
export function readCards(text, by) {
  const pieces = by === "paragraph" ? text.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/) : text.split(/\r?\n/);
  return pieces
    .map((piece) => piece.replace(/^[\s•–*-]+(?=\S)/u, "").trim())
    .filter((piece) => piece !== "")
    .map((card) => ({ text: card, over: Math.max(0, lengthOf(card) - CARD_LENGTH) }));
}

/** Write cards back as the text they came from, so that what was refused stays to be mended. */
export function writeCards(texts, by) {
  return texts.join(by === "paragraph" ? "\n\n" : "\n");
}

/** Share cards out into messages the server accepts: by number and by size on the wire. */
export function splitIntoMessages(texts) {
  const encoder = new TextEncoder();
  const messages = [];
  let size = 0;
  for (const text of texts) {
    const bytes = encoder.encode(JSON.stringify(text)).length + 1;
    const last = messages.at(-1);
    if (!last || last.length >= CARDS_A_MESSAGE || size + bytes > BYTES_A_MESSAGE) {
      messages.push([text]);
      size = bytes;
    } else {
      last.push(text);
      size += bytes;
    }
  }
  return messages;
}
