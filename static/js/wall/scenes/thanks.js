import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { contributionsIn, groupsOf, openEndsOf, topicsOf } from "./selectors.js";

/** Thanks, and what came together today. */
export function Thanks({ view }) {
  const counted = [
    ["people", view.participants],
    ["contributions", contributionsIn(view)],
    ["topics", topicsOf(view).length],
    ["groups", groupsOf(view).length],
    ["open_ends", groupsOf(view).length ? openEndsOf(view).length : 0],
  ].filter(([, count]) => count > 0);
  return html`
    <section class="scene thanks">
      <h1>${say("wall.thanks.heading")}</h1>
      <p class="lead">${say("wall.thanks.lead")}</p>
      <ul class="harvest">
        ${counted.map(
          ([what, count]) => html`
            <li key=${what}>
              <strong>${count}</strong> <span>${say(`wall.thanks.${what}`, { count })}</span>
            </li>
          `,
        )}
      </ul>
      <p class="lead">${say("wall.thanks.onward")}</p>
    </section>
  `;
}
