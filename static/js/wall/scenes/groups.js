import { html } from "htm/preact";

import { tableLabel } from "../../shared/groups/table_label.js";
import { say } from "../../shared/wording.js";
import { groupsOf, supporterOf } from "./selectors.js";
import { Empty } from "./empty.js";
import { Fitted } from "../fitting/fitted.js";
import { Heading } from "../frame/heading.js";
import { UserText } from "../fitting/user_text.js";

const SIZES = [8.4, 7.2, 6.2, 5.4, 4.7, 4.1, 3.6, 3.2];
const MOST_CHAIRS = 16;
const MANY = 6; // from here on what counts is that all tables are on one page

/** The groups with their tables, so that people find their way. */
export function Groups({ view }) {
  const groups = groupsOf(view);
  const items = groups.map((group) => {
    const supporter = supporterOf(view, group);
    const text = [group.title, group.table, group.seats, supporter?.name].join(" ");
    return { key: group.id, text, group, supporter, compact: groups.length > MANY };
  });
  return html`
    <section class="scene groups">
      <${Heading} count=${say("wall.groups.count", { count: groups.length })}>
        ${say("wall.groups.heading")}
      <//>
      ${items.length === 0
        ? html`<${Empty}>${say("wall.groups.none")}<//>`
        : html`<${Fitted}
            items=${items}
            sizes=${SIZES}
            columns=${4}
            narrowest=${11.4}
            widest=${22}
            foot=${say("wall.groups.how")}
            draw=${(item) => html`<${GroupCard} ...${item} />`}
          />`}
    </section>
  `;
}

function GroupCard({ group, supporter, compact }) {
  const table = tableLabel(group.table);
  return html`
    <article class=${`card group-card ${compact ? "compact" : ""}`}>
      <p class="table-line">
        ${table ? html`<strong class="table"><${UserText} text=${table} /></strong>` : null}
        ${compact ? html`<span class="small">${shortSeatWords(group)}</span>` : null}
      </p>
      <h3><${UserText} text=${group.title} /></h3>
      ${supporter
        ? html`<p class="small">${say("wall.groups.with")} <${UserText} text=${supporter.name} /></p>`
        : null}
      ${compact ? null : html`<${Chairs} members=${group.members} seats=${group.seats} />`}
      ${compact ? null : html`<p class="small">${seatWords(group)}</p>`}
    </article>
  `;
}

/** One mark a seat, filled where somebody sits; words alone where nobody said how many there are. */
function Chairs({ members, seats }) {
  if (!seats || seats > MOST_CHAIRS) return null;
  const chairs = Array.from({ length: Math.max(seats, Math.min(members, MOST_CHAIRS)) });
  return html`
    <p class="chairs" aria-hidden="true">
      ${chairs.map((_, i) => html`<i key=${i} class=${i < members ? "taken" : ""}></i>`)}
    </p>
  `;
}

function seatWords({ members, seats }) {
  const here = say("wall.groups.members", { count: members });
  if (!seats) return here;
  return `${here} · ${freeWords(seats - members)}`;
}

function shortSeatWords({ members, seats }) {
  return seats ? freeWords(seats - members) : say("wall.groups.members", { count: members });
}

function freeWords(free) {
  return free > 0 ? say("wall.groups.free", { count: free }) : say("wall.groups.full");
}
