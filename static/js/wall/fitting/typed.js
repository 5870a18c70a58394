import { html } from "htm/preact";

import { softened } from "./hyphens.js";

/** What a person typed, in its own direction, its long words ready to break. */
export function Typed({ text }) {
  return html`<bdi>${softened(text ?? "")}</bdi>`;
}
