import { html } from "htm/preact";

/** Nothing: for moments that belong to the hall. */
export function Blank() {
  return html`<section class="scene blank"></section>`;
}
