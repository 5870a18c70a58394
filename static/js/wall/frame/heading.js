import { html } from "htm/preact";

/** The heading of a scene, and beside it what is counted. */
export function Heading({ children, count }) {
  return html`
    <header class="heading">
      <h2>${children}</h2>
      ${count ? html`<p class="count">${count}</p>` : null}
    </header>
  `;
}
