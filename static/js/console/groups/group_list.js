/** The groups beside the board: drop cards on a group, or call a new one from what is chosen. */

import { html } from "htm/preact";

import { tableLabel } from "../../shared/groups/table_label.js";
import { say } from "../../shared/wording.js";
import { selectedTopics } from "../shared/ui_state.js";
import { Icon } from "../shared/icons.js";

export const inOrder = (groups) => Object.values(groups).sort((a, b) => a.n - b.n);

export function Groups({ ui, view }) {
  const groups = inOrder(view.groups);
  const chosen = selectedTopics(ui, view).filter((topic) => !topic.group && topic.state !== "hidden");
  const seated = groups.reduce((sum, group) => sum + group.members, 0);
  return html`
    <aside class="side groups" aria-labelledby="groups-title">
      <h2 id="groups-title">${say("console.groups.label", { count: groups.length })}</h2>
      ${groups.length > 0 &&
      html`<p class="aside">
        ${say("console.groups.seated", { count: seated, total: view.participants })}
      </p>`}
      <button
        type="button"
        class="strong"
        disabled=${chosen.length === 0}
        onClick=${() => ui.openDialog("group", { topics: chosen.map((topic) => topic.id) })}
      >
        <${Icon} name="group" />
        ${chosen.length ? say("console.groups.call", { count: chosen.length }) : say("console.groups.choose_first")}
      </button>
      <ul class="group-list">
        ${groups.map((group) => html`<${GroupCard} key=${group.id} group=${group} ui=${ui} view=${view} />`)}
      </ul>
      ${groups.length === 0 && html`<p class="aside">${say("console.groups.how")}</p>`}
    </aside>
  `;
}

function GroupCard({ group, ui, view }) {
  const supporter = view.supporters.find((one) => one.id === group.supporter);
  const full = group.seats !== null && group.members >= group.seats;
  return html`
    <li class="group-card" data-drop=${`group:${group.id}`}>
      <button type="button" class="group-open" onClick=${() => ui.openDialog("group", { group: group.id })}>
        ${group.table && html`<span class="table"><bdi>${tableLabel(group.table)}</bdi></span>`}
        <span class="group-title"><bdi>${group.title}</bdi></span>
        <span class="group-facts">
          <span class=${full ? "full" : ""}>${seats(group)}</span>
          <span class=${supporter ? "" : "missing"}>
            ${supporter ? html`<bdi>${supporter.name}</bdi>` : say("console.groups.no_supporter")}
          </span>
        </span>
      </button>
      <ul class="group-topics">
        ${group.topics
          .map((id) => view.topics[id])
          .filter(Boolean)
          .map((topic) => html`<li key=${topic.id}><bdi>${topic.title}</bdi></li>`)}
      </ul>
    </li>
  `;
}

function seats({ members, seats: all }) {
  return all === null || all === undefined
    ? say("console.groups.members", { count: members })
    : say("console.groups.of_seats", { count: all, members });
}
