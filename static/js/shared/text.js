import { html } from "htm/preact";

/** What a person typed: as text, in its own direction. */
export function Bdi({ children }) {
  return html`<bdi>${children}</bdi>`;
}

/** The length people and the server count: code points, after trimming. */
export function lengthOf(text) {
  return [...text.trim()].length;
}
