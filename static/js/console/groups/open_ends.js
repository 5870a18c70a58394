/** The workspace of the closing phase: topics without a group, the most wanted first. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";

/** Topics without a group, by interest, then dots, then age. */
export function openEnds(topics) {
  return Object.values(topics)
    .filter((topic) => topic.state !== "hidden" && !topic.group)
    .sort((a, b) => (b.interest ?? 0) - (a.interest ?? 0) || (b.dots ?? 0) - (a.dots ?? 0) || a.n - b.n);
}

export function OpenEnds({ ui, view }) {
  const ends = openEnds(view.topics);
  return html`
    <section class="pane ends" aria-label=${say("console.tab.ends")}>
      <div class="pane-head">
        <p>${say("console.ends.intro", { count: ends.length })}</p>
        <button type="button" class="strong" onClick=${() => ui.openDialog("take_home")}>
          <${Icon} name="take" />${say("console.tools.take_home")}
        </button>
      </div>
      <ol class="end-list">
        ${ends.map(
          (topic) => html`<li key=${topic.id}>
            <span class="end-title"><bdi>${topic.title}</bdi></span>
            <span class="aside">
              ${topic.interest > 0 && html`<b class="interest">${say("console.ends.interest", { count: topic.interest })}</b>`}
              ${say("console.card.contributions", { count: topic.contributions.length })}
              ${topic.dots > 0 && html` · ${say("console.card.dots", { count: topic.dots })}`}
            </span>
            <button type="button" onClick=${() => ui.openDialog("group", { topics: [topic.id] })}>
              ${say("console.deed.group")}<span class="unseen"> <bdi>${topic.title}</bdi></span>
            </button>
          </li>`,
        )}
      </ol>
      ${ends.length === 0 && html`<p class="empty">${say("console.ends.none")}</p>`}
    </section>
  `;
}
