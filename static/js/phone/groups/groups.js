/** The groups with their tables: joining, changing, leaving. */
import { html } from "htm/preact";

import { Bdi } from "../../shared/text.js";
import { tableLabel } from "../../shared/groups/table_label.js";
import { say } from "../../shared/wording.js";
import { lastPending } from "../state/pending.js";
import { Closed, Confirmed, Heading, Outcome, Problems, Waits } from "../frame/components.js";

export function Groups({ ui, view }) {
  const groups = Object.values(view.groups).sort((a, b) => tableNumber(a) - tableNumber(b) || a.n - b.n);
  const going = lastPending(ui.pending, ["join_group", "leave_group"]);
  const mine = going ? (going.message.group ?? null) : view.me.group;
  return html`
    <section>
      <${Heading} lead=${view.open.groups ? say("phone.groups.lead") : null}>${say("phone.groups.title")}<//>
      ${view.open.groups ? null : html`<${Closed}>${say("refusal.closed_groups")}<//>`}
      <${Problems} ui=${ui} place="groups" />
      ${groups.length === 0 ? html`<p class="closed">${say("phone.groups.none")}</p>` : null}
      <ul class="list">
        ${groups.map((group) => html`<li key=${group.id}><${GroupCard} ui=${ui} view=${view} group=${group} mine=${mine} going=${going} /></li>`)}
      </ul>
    </section>
  `;
}

function tableNumber(group) {
  const number = /\d+/.exec(group.table ?? "");
  return number ? Number(number[0]) : Number.MAX_SAFE_INTEGER;
}

function GroupCard({ ui, view, group, mine, going }) {
  const here = mine === group.id;
  const supporter = view.supporters.find(({ id }) => id === group.supporter);
  const titles = group.topics.map((id) => view.topics[id]?.title).filter((title) => title && title !== group.title);
  return html`
    <article class=${here ? "card group here" : "card group"}>
      <h3><${Bdi}>${group.title}<//></h3>
      <p class="place">
        ${group.table ? html`<strong class="table"><${Bdi}>${tableLabel(group.table)}<//></strong>` : null}
        <span>${seats(group)}</span>
      </p>
      ${supporter?.name ? html`<p>${say("phone.groups.with")} <${Bdi}>${supporter.name}<//></p>` : null}
      ${titles.length ? html`<ul class="said">${titles.map((title) => html`<li key=${title}><${Bdi}>${title}<//></li>`)}</ul>` : null}
      ${here ? html`<${Outcome} ui=${ui} act=${going}>${say("phone.groups.here")}<//>` : null}
      ${!here && view.me.group === group.id && going && !going.sent ? html`<${Waits} ui=${ui} />` : null}
      <${GroupActs} ui=${ui} view=${view} group=${group} here=${here} mine=${mine} />
    </article>
  `;
}

function seats(group) {
  const members = say("phone.groups.members", { count: group.members });
  if (group.seats === null || group.seats === undefined) return members;
  const free = Math.max(0, group.seats - group.members);
  return `${members}, ${free === 0 ? say("phone.groups.full") : say("phone.groups.free", { count: free })}`;
}

function GroupActs({ ui, view, group, here, mine }) {
  const full = typeof group.seats === "number" && group.members >= group.seats;
  if (here) {
    return html`<div class="row">
      ${view.me.group === group.id ? html`<button type="button" class="main" onClick=${() => ui.set({ part: "board" })}>${say("phone.groups.to_board")}</button>` : null}
      ${view.open.groups
        ? html`<${Confirmed}
            label=${say("phone.groups.leave")}
            question=${say("phone.groups.leave_sure")}
            yes=${say("phone.groups.leave_yes")}
            no=${say("phone.groups.leave_no")}
            onYes=${() => ui.act("leave_group")}
          />`
        : null}
    </div>`;
  }
  if (!view.open.groups || full) return null;
  return html`<button type="button" class=${mine ? "" : "main"} onClick=${() => ui.act("join_group", { group: group.id })}>
    ${say(mine ? "phone.groups.change" : "phone.groups.join")}
  </button>`;
}
