/** For a selected topic: similar topics it may be merged with, and the topics it was made from. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";
import { currentSuggestions, partners, reasonsOf } from "./suggestion_queue.js";

/** Similar topics; pressing one adds it to the selection. */
export function Partners({ ui, view, topic }) {
  const likely = partners(currentSuggestions(view.suggestions ?? [], view.topics), topic.id);
  if (likely.length === 0) return null;
  return html`<div class="partners" role="group" aria-label=${say("console.suggest.partners")}>
    <span class="aside">${say("console.suggest.partners")}:</span>
    ${likely.map(({ id, suggestion }) => {
      const { title } = view.topics[id];
      return html`<button
        type="button"
        class="chip"
        key=${id}
        title=${reasonsOf(suggestion).join(" ")}
        aria-label=${say("console.suggest.partner", { title })}
        onClick=${() => ui.select([topic.id, id])}
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
