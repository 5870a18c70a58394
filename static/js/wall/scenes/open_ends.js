import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { openEndsOf } from "./selectors.js";
import { Empty } from "./empty.js";
import { Fitted } from "../fitting/fitted.js";
import { Heading } from "../frame/heading.js";
import { useStableOrder } from "../fitting/stable_order.js";
import { UserText } from "../fitting/user_text.js";

const SIZES = [5.6, 4.9, 4.3, 3.8, 3.4, 3.2];

/** The topics without a group: not lost, and open for everybody who is interested. */
export function OpenEnds({ view }) {
  const topics = useStableOrder(openEndsOf(view));
  const items = topics.map((topic) => ({
    key: topic.id,
    text: `${topic.title} ${topic.interest > 0}`,
    topic,
  }));
  return html`
    <section class="scene open-ends">
      <${Heading} count=${topics.length ? say("wall.topics.count", { count: topics.length }) : null}>
        ${say("wall.open_ends.heading")}
      <//>
      ${items.length === 0
        ? html`<${Empty}>${say("wall.open_ends.none")}<//>`
        : html`<${Fitted}
            items=${items}
            sizes=${SIZES}
            narrowest=${11.6}
            widest=${24}
            fewest=${items.length > 3 ? 2 : 1}
            foot=${say(view.open?.interest ? "wall.open_ends.how" : "wall.open_ends.kept")}
            draw=${({ topic }) => html`<${OpenEnd} topic=${topic} />`}
          />`}
    </section>
  `;
}

function OpenEnd({ topic }) {
  return html`
    <article class=${`card open-end ${topic.interest ? "" : "quiet"}`}>
      <h3><${UserText} text=${topic.title} /></h3>
      ${topic.interest
        ? html`<p class="small">${say("wall.open_ends.interested", { count: topic.interest })}</p>`
        : null}
    </article>
  `;
}
