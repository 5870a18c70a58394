/** What came out, once it is revealed: dots and people, one's own dots marked. */
import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Heading, tintOf } from "../frame/components.js";
import { Title } from "./browse_topics.js";

export function Result({ view }) {
  const topics = Object.values(view.topics).sort((a, b) => b.dots - a.dots || b.people - a.people || a.n - b.n);
  const most = Math.max(1, ...topics.map((topic) => topic.dots));
  return html`
    <section>
      <${Heading} lead=${say("phone.result.lead")}>${say("phone.result.title")}<//>
      <ol class="list result">
        ${topics.map(
          (topic) => html`<li key=${topic.id} class=${`topic ${tintOf(topic.id)}`}>
            <div class="topic-head still"><${Title} topic=${topic} /></div>
            <div class="bar" aria-hidden="true"><i style=${`inline-size:${(100 * topic.dots) / most}%`}></i></div>
            <p class="counts">
              <strong>${say("phone.result.dots", { count: topic.dots })}</strong> ${topic.people ? say("phone.result.people", { count: topic.people }) : null}
              ${view.me.dots[topic.id] ? html`<span class="own-dots">${say("phone.result.own", { count: view.me.dots[topic.id] })}</span>` : null}
            </p>
          </li>`,
        )}
      </ol>
    </section>
  `;
}
