import { html } from "htm/preact";

import { Connection } from "./connection.js";
import { Controls } from "./controls.js";

/** The line above every scene: the title, whether the wall is connected, and what to press. */
export function Head({ title, connected, onLanguage }) {
  return html`
    <header class="frame-head">
      <h1><bdi>${title}</bdi></h1>
      <${Connection} connected=${connected} />
      <${Controls} onLanguage=${onLanguage} />
    </header>
  `;
}
