import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { BOARD_TEXTS, boardText } from "../../shared/groups/board_text.js";
import { tableLabel } from "../../shared/groups/table_label.js";
import { say } from "../../shared/wording.js";
import { groupsOf, supporterOf } from "./selectors.js";
import { Crossfade } from "../motion/crossfade.js";
import { Empty } from "./empty.js";
import { Fitted } from "../fitting/fitted.js";
import { Heading } from "../frame/heading.js";
import { splitText } from "../fitting/text_parts.js";
import { pageAfter } from "../fitting/page_timing.js";
import { UserText } from "../fitting/user_text.js";

/** What a group wrote, without how to reach it: that is for nobody's projector. */
const FIELDS = BOARD_TEXTS.filter((field) => field !== "contact");
const SIZES = [6, 5.3, 4.7, 4.2, 3.8, 3.4, 3.2];
const PART_CHARACTERS = 360;

/** The boards of the groups, one after the other. */
export function Boards({ view }) {
  const [wanted, setWanted] = useState(0);
  const groups = groupsOf(view);
  if (groups.length === 0) {
    return html`
      <section class="scene boards">
        <${Heading}>${say("wall.boards.heading")}<//>
        <${Empty}>${say("wall.groups.none")}<//>
      </section>
    `;
  }
  const at = Math.min(wanted, groups.length - 1);
  const group = groups[at];
  const onEnd = groups.length > 1 ? (by) => setWanted(pageAfter(at, by, groups.length)) : undefined;
  return html`
    <section class="scene boards">
      <${Crossfade} name=${group.id}>
        <${Board} view=${view} group=${group} at=${at} groups=${groups.length} onEnd=${onEnd} />
      <//>
    </section>
  `;
}

function Board({ view, group, at, groups, onEnd }) {
  const items = boardItems(group);
  const supporter = supporterOf(view, group);
  const table = tableLabel(group.table);
  return html`
    <div class="board">
      <header class="board-head">
        ${table ? html`<p class="table"><${UserText} text=${table} /></p>` : null}
        <h2><${UserText} text=${group.title} /></h2>
        <p class="count">
          ${groups > 1 ? say("wall.boards.of", { n: at + 1, groups }) : null}
          ${supporter ? html`<span>${say("wall.groups.with")} <${UserText} text=${supporter.name} /></span>` : null}
        </p>
      </header>
      <${Fitted}
        items=${items}
        sizes=${SIZES}
        centred=${!items[0].field}
        columns=${2}
        narrowest=${15}
        widest=${34}
        onEnd=${onEnd}
        draw=${(item) => html`<${Field} ...${item} />`}
      />
    </div>
  `;
}

function boardItems(group) {
  const items = FIELDS.flatMap((field) =>
    splitText(boardText(group.board, field), PART_CHARACTERS).map((text, part) => ({
      key: `${field}-${part}`,
      field,
      part,
      text,
    })),
  );
  return items.length ? items : [{ key: "none", text: say("wall.boards.none") }];
}

function Field({ field, part, text }) {
  if (!field) return html`<p class="empty">${text}</p>`;
  return html`
    <article class=${`field field-${field}`}>
      <h3>
        ${say(`wall.board.${field}`)}
        ${part > 0 ? html`<small>${say("wall.boards.more")}</small>` : null}
      </h3>
      <p class="written"><${UserText} text=${text} /></p>
    </article>
  `;
}
