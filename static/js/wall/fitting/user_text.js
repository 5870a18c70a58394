import { html } from "htm/preact";

import { withSoftHyphens } from "./hyphens.js";

/** What a person typed, in its own direction, its long words ready to break. */
export function UserText({ text }) {
  return html`<bdi>${withSoftHyphens(text ?? "")}</bdi>`;
}
