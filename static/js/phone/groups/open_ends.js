/** Topics that found no group: saying that one of them interests me. */
import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { lastPending } from "../state/pending.js";
import { Closed, Heading, Outcome, Problems, tintOf, Waits } from "../frame/components.js";
import { shuffled } from "../state/topic_order.js";
import { Title } from "../topics/browse_topics.js";

export function OpenEnds({ ui, view, inside = false }) {
  const ids = shuffled(view.topics, view.me.participant).filter((id) => !view.topics[id].group);
  return html`
    <section>
      ${inside ? html`<h3>${say("phone.part.open_ends")}</h3><p>${say("phone.open_ends.lead")}</p>` : html`<${Heading} lead=${say("phone.open_ends.lead")}>${say("phone.part.open_ends")}<//>`}
      ${view.open.interest ? null : html`<${Closed}>${say("refusal.closed_interest")}<//>`}
      ${ids.length === 0 ? html`<p class="closed">${say("phone.open_ends.none")}</p>` : null}
      <ul class="list topics">
        ${ids.map((id) => html`<li key=${id} class=${`topic ${tintOf(id)}`}><${OpenEnd} ui=${ui} view=${view} topic=${view.topics[id]} /></li>`)}
      </ul>
    </section>
  `;
}

function OpenEnd({ ui, view, topic }) {
  const waits = lastPending(ui.pending, ["show_interest", "withdraw_interest"], (message) => message.topic === topic.id);
  const mine = waits ? waits.message.do === "show_interest" : view.me.interests.includes(topic.id);
  return html`
    <div class="topic-head still"><${Title} topic=${topic} /></div>
    ${topic.interest > 0 ? html`<p class="counts">${say("phone.open_ends.interested", { count: topic.interest })}</p>` : null}
    <${Problems} ui=${ui} place=${`topic:${topic.id}`} />
    ${mine ? html`<${Outcome} ui=${ui} act=${waits}>${say("phone.open_ends.noted")}<//>` : null}
    ${!mine && waits && !waits.sent ? html`<${Waits} ui=${ui} />` : null}
    ${view.open.interest
      ? html`<button type="button" class=${mine ? "quiet" : ""} onClick=${() => ui.act(mine ? "withdraw_interest" : "show_interest", { topic: topic.id })}>
          ${say(mine ? "phone.open_ends.no_more" : "phone.open_ends.interests_me")}
        </button>`
      : null}
  `;
}
