/** The group boards, side by side: what each group wrote, and what it still lacks. */

import { html } from "htm/preact";

import { BOARD_TEXTS, boardText } from "../../shared/groups/board_text.js";
import { tableLabel } from "../../shared/groups/table_label.js";
import { say } from "../../shared/wording.js";
import { inOrder } from "./group_list.js";

export function Boards({ ui, view }) {
  const groups = inOrder(view.groups);
  if (groups.length === 0) {
    return html`<section class="pane"><p class="empty">${say("console.boards.none")}</p></section>`;
  }
  return html`
    <section class="pane" aria-label=${say("console.tab.boards")}>
      <ul class="boards">
        ${groups.map((group) => html`<${OneBoard} key=${group.id} group=${group} ui=${ui} view=${view} />`)}
      </ul>
    </section>
  `;
}

function OneBoard({ group, ui, view }) {
  const supporter = view.supporters.find((one) => one.id === group.supporter);
  const written = BOARD_TEXTS.filter((field) => boardText(group.board, field));
  const missing = BOARD_TEXTS.filter((field) => !written.includes(field));
  return html`
    <li class="board-sheet">
      <header>
        <h3><bdi>${group.title}</bdi></h3>
        <p class="aside">
          ${group.table && html`<bdi>${tableLabel(group.table)}</bdi> · `}
          ${say("console.groups.members", { count: group.members })}
          ${supporter && html` · <bdi>${supporter.name}</bdi>`}
        </p>
        <button type="button" class="plain" onClick=${() => ui.openDialog("group", { group: group.id })}>
          ${say("console.boards.change")}<span class="unseen"> <bdi>${group.title}</bdi></span>
        </button>
      </header>
      <meter min="0" max=${BOARD_TEXTS.length} value=${written.length} aria-label=${say("console.boards.progress", { count: written.length, total: BOARD_TEXTS.length })}></meter>
      <dl>
        ${written.map(
          (field) => html`<div key=${field}>
            <dt>${say(`console.field.${field}`)}</dt>
            <dd><bdi>${boardText(group.board, field)}</bdi></dd>
          </div>`,
        )}
      </dl>
      ${missing.length > 0 &&
      html`<p class="aside missing">
        ${say("console.boards.missing")} ${missing.map((field) => say(`console.field.${field}`)).join(", ")}
      </p>`}
    </li>
  `;
}
