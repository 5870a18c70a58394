/** Cards shared out into messages the server accepts: by number and by size on the wire. */

const CARDS_A_MESSAGE = 100;
const BYTES_A_MESSAGE = 40_000;

export function splitIntoMessages(texts) {
  const encoder = new TextEncoder();
  const messages = [];
  let size = 0;
  for (const text of texts) {
    const bytes = encoder.encode(JSON.stringify(text)).length + 1;
    const last = messages[messages.length - 1];
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
