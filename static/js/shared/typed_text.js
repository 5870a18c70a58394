/**
 * Text that people type or paste, as the server takes it: the line breaks of other programs become
 * newlines, other control characters and halves of characters are left out. All else stays as it is.
 */

/** Mac: CR; Windows: CRLF; slides and Word: vertical tab; others: form feed, NEL, U+2028, U+2029. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const LONE_SURROGATES = /\p{Cs}/gu;

/** White space, control and format characters, and letters that are drawn as nothing. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Z}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]/gu;

/** A text of several lines. */
export function typedText(text) {
  return text.replace(LINE_BREAKS, "\n").replace(CONTROLS, "").replace(LONE_SURROGATES, "");
}

/** A text of one line, such as a title: line breaks become spaces. */
export function typedLine(text) {
  return typedText(text).replace(/ ?\n+ ?/g, " ");
}

/** Whether anything of a text can be seen. */
export function hasVisible(text) {
  return text.replace(INVISIBLE, "") !== "";
}
