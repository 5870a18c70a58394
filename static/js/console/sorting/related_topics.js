/** Beside a chosen topic: what may go with it, and what it was made from. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";
import { partners, standing, why } from "./suggestion_queue.js";

/** One press chooses the partner, too: then M merges both. */
export function Partners({ desk, view, topic }) {
  const likely = partners(standing(view.suggestions ?? [], view.topics), topic.id);
  if (likely.length === 0) return null;
  return html`<div class="partners" role="group" aria-label=${say("console.suggest.partners")}>
    <span class="aside">${say("console.suggest.partners")}:</span>
    ${likely.map(({ id, suggestion }) => {
      const { title } = view.topics[id];
      return html`<button
        type="button"
        class="chip"
        key=${id}
        title=${why(suggestion).join(" ")}
        aria-label=${say("console.suggest.partner", { title })}
        onClick=${() => desk.select([topic.id, id])}
      >
        <${Icon} name="plus" /><bdi>${title}</bdi>
      </button>`;
    })}
  </div>`;
}

export function Origin({ topic }) {
  if (!topic.origin?.length) return null;
  return html`<div class="origin">
    <p class="aside" id="origin-title">${say("console.tray.origin")}</p>
    <${Branch} from=${topic.origin} label="origin-title" />
  </div>`;
}

function Branch({ from, label }) {
  return html`<ul aria-labelledby=${label}>
    ${from.map(
      (one) => html`<li key=${one.id}>
        <bdi>${one.title}</bdi>${one.from.length > 0 && html`<${Branch} from=${one.from} />`}
      </li>`,
    )}
  </ul>`;
}
