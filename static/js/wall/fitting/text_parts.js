/** Split a long text into parts of about `limit` characters, at the end of a line, a sentence or a word. */
export function splitText(text, limit) {
  const parts = [];
  let rest = text.trim();
  while ([...rest].length > limit) {
    const head = [...rest].slice(0, limit).join("");
    const at = lastBreak(head);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest) parts.push(rest);
  return parts;
}

function lastBreak(head) {
  const soon = head.length / 2; // a part is at least half full
  for (const mark of [/\n(?=[^\n]*$)/, /[.!?…](?=\s[^.!?…]*$)/, /\s(?=\S*$)/]) {
    const found = mark.exec(head);
    if (found && found.index >= soon) return found.index + 1;
  }
  return head.length;
}
