import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { topicsOf } from "./selectors.js";
import { Empty } from "./empty.js";
import { Fitted } from "../fitting/fitted.js";
import { Heading } from "../frame/heading.js";
import { isRevealed, ranked } from "./ranking.js";
import { UserText } from "../fitting/user_text.js";

const SIZES = [5.6, 4.9, 4.3, 3.8, 3.4, 3.2];
const TALK_MS = 90_000; // what came first is talked about for a while
const MOST_SINGLE_DOTS = 60; // above that a dot would be too small to see from the back row

/** The result: ranked bars with dots and people, once the counts are revealed. */
export function Result({ view }) {
  if (!isRevealed(view)) {
    return html`
      <section class="scene result">
        <${Heading}>${say("wall.result.heading")}<//>
        <${Empty}>${say("wall.result.hidden")}<//>
      </section>
    `;
  }
  const all = ranked(topicsOf(view));
  const chosen = all.filter((row) => row.dots > 0);
  const rows = chosen.length ? chosen : all;
  const without = all.length - rows.length;
  const dots = rows.reduce((sum, row) => sum + row.dots, 0);
  const items = rows.map((row) => ({ key: row.topic.id, text: `${row.topic.title} ${row.rank}`, row }));
  return html`
    <section class="scene result">
      <${Heading} count=${say("wall.dots", { count: dots })}>${say("wall.result.heading")}<//>
      ${items.length === 0
        ? html`<${Empty}>${say("wall.topics.none")}<//>`
        : html`<${Fitted}
            items=${items}
            sizes=${SIZES}
            columns=${1}
            narrowest=${20}
            widest=${90}
            apart=${0.26}
            firstStays_ms=${TALK_MS}
            foot=${without ? say("wall.result.without", { count: without }) : null}
            draw=${({ row }) => html`<${Row} row=${row} most=${rows[0].dots} />`}
          />`}
    </section>
  `;
}

function Row({ row, most }) {
  const single = most <= MOST_SINGLE_DOTS;
  const style = { "--share": row.share, "--dots": row.dots, "--most": most };
  return html`
    <article class=${`row ${row.rank <= 3 && row.dots > 0 ? "ahead" : ""}`} style=${style}>
      <span class="rank">${row.dots > 0 ? row.rank : ""}</span>
      <h3><${UserText} text=${row.topic.title} /></h3>
      ${row.dots > 0
        ? html`<span class=${`bar ${single ? "single" : ""}`} aria-hidden="true"><i></i></span>`
        : null}
      <span class="numbers">
        <strong>${say("wall.dots", { count: row.dots })}</strong>
        ${row.people > 0 ? html`<span>${say("wall.people", { count: row.people })}</span>` : null}
      </span>
    </article>
  `;
}
