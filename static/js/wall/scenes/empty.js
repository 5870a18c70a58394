import { html } from "htm/preact";

/** One calm sentence where there is nothing yet. */
export function Empty({ children }) {
  return html`<p class="empty">${children}</p>`;
}
