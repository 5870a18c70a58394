import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { colourOf } from "../cloud/words.js";
import { contributionsIn, topicsOf } from "./selectors.js";
import { Empty } from "./empty.js";
import { Fitted } from "../fitting/fitted.js";
import { useRecent } from "../motion/recent.js";
import { Heading } from "../frame/heading.js";
import { UserText } from "../fitting/user_text.js";

const SIZES = [5.8, 5, 4.4, 3.9, 3.5, 3.2];
const TINTS = 5;

/** All topics as cards of a writing wall, in the order in which they came. */
export function Topics({ view }) {
  const topics = topicsOf(view);
  const fresh = useRecent(topics);
  const items = topics.map((topic) => ({
    key: topic.id,
    text: `${topic.title} ${topic.contributions.length}`,
    topic,
  }));
  const counted = say("wall.topics.count", { count: topics.length });
  const said = say("wall.contributions", { count: contributionsIn(view) });
  const voting = view.phase === "vote";
  return html`
    <section class="scene topics">
      <${Heading} count=${topics.length ? `${counted} · ${said}` : null}>
        ${say(voting ? "wall.topics.heading_vote" : "wall.topics.heading")}
      <//>
      ${items.length === 0
        ? html`<${Empty}>${say("wall.topics.none")}<//>`
        : html`<${Fitted}
            items=${items}
            sizes=${SIZES}
            narrowest=${11.6}
            widest=${19}
            fewest=${items.length > 3 ? 2 : 1}
            draw=${({ topic }) => html`<${TopicCard} topic=${topic} fresh=${fresh.has(topic.id)} />`}
            foot=${say(voting ? "wall.topics.how_vote" : "wall.topics.how")}
            aside=${(shown, pages) => newestElsewhere({ topics, fresh, shown, pages })}
          />`}
    </section>
  `;
}

export function TopicCard({ topic, fresh }) {
  const count = topic.contributions.length;
  return html`
    <article class=${`card tint-${colourOf(topic.id, TINTS)} ${fresh ? "fresh" : ""}`}>
      <h3><${UserText} text=${topic.title} /></h3>
      ${count > 1 ? html`<p class="small">${say("wall.contributions", { count })}</p>` : null}
    </article>
  `;
}

/** The newest topic in one line, while it is on a page that is not shown. */
function newestElsewhere({ topics, fresh, shown, pages }) {
  const newest = topics.filter((topic) => fresh.has(topic.id)).slice(-1)[0];
  if (pages < 2 || !newest || shown.some((item) => item.key === newest.id)) return null;
  return html`
    <p class="newest" key=${newest.id}>
      <span>${say("wall.topics.new")}</span> <${UserText} text=${newest.title} />
    </p>
  `;
}
