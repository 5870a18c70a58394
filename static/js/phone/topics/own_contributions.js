/** One's own contributions: what became of each, rewording and withdrawing. */
import { html } from "htm/preact";

import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";
import { ownContributions } from "../state/pending.js";
import { Confirmed, CONTRIBUTION_MAX, Field, Heading, isSendable, Problems, Waits } from "../frame/components.js";

export function OwnContributions({ ui, view, inside = false }) {
  const own = ownContributions(view, ui.pending);
  if (own.length === 0) return inside ? null : html`<${Heading} lead=${say("phone.mine.none")}>${say("phone.part.mine")}<//>`;
  return html`
    <section class="mine">
      ${inside ? html`<h3>${say("phone.mine.title", { count: own.length })}</h3>` : html`<${Heading}>${say("phone.part.mine")}<//>`}
      <ul class="list">
        ${own.map((said) => html`<li key=${said.id}><${Own} ui=${ui} said=${said} /></li>`)}
      </ul>
    </section>
  `;
}

function Own({ ui, said }) {
  const place = `contribution:${said.id}`;
  const draft = ui.draft(place);
  const editing = draft !== null;
  return html`
    <article class="card own">
      ${editing
        ? html`<${Reword} ui=${ui} said=${said} place=${place} draft=${draft} />`
        : html`<p class="text"><${Bdi}>${said.text}<//></p>`}
      ${said.waits ? html`<${Waits} ui=${ui} />` : null}
      <${Whereabouts} said=${said} />
      <${Problems} ui=${ui} place=${place} onEdit=${(problem) => ui.setDraft(place, { text: problem.text })} />
      ${editing || said.coming || said.withdrawing || isFixed(said)
        ? null
        : html`<div class="row">
            <button type="button" onClick=${() => ui.setDraft(place, { text: said.text })}>${say("phone.mine.reword")}</button>
            <${Confirmed}
              label=${say("phone.mine.withdraw")}
              question=${say("phone.mine.withdraw_sure")}
              yes=${say("phone.mine.withdraw_yes")}
              no=${say("phone.mine.withdraw_no")}
              onYes=${() => ui.act("withdraw", { contribution: said.id })}
            />
          </div>`}
    </article>
  `;
}

/** A contribution stays as it is once a group works on it. */
const isFixed = (said) => said.topics.some((topic) => topic.group);

function Reword({ ui, said, place, draft }) {
  const save = (event) => {
    event.preventDefault();
    if (!isSendable(draft.text, CONTRIBUTION_MAX)) return;
    ui.setDraft(place, null);
    if (draft.text.trim() !== said.text) ui.act("reword", { contribution: said.id, text: draft.text });
  };
  return html`
    <form onSubmit=${save}>
      <${Field} label=${say("phone.mine.reword_label")} value=${draft.text} onInput=${(text) => ui.setDraft(place, { text })} max=${CONTRIBUTION_MAX} rows=${4} />
      <div class="row">
        <button type="submit" class="main" disabled=${!isSendable(draft.text, CONTRIBUTION_MAX)}>${say("phone.save")}</button>
        <button type="button" class="quiet" onClick=${() => ui.setDraft(place, null)}>${say("phone.cancel")}</button>
      </div>
    </form>
  `;
}

/** Where one's words stand now, once somebody merged, split, named or hid their topic. */
function Whereabouts({ said }) {
  if (said.withdrawing) return html`<p class="hint">${say("phone.mine.withdrawing")}</p>`;
  const lines = said.topics.map((topic) => whereabout(topic)).filter(Boolean);
  return lines.length ? html`<div class="whereabouts">${lines}</div>` : null;
}

function whereabout(topic) {
  const others = topic.contributions.length - 1;
  if (topic.state === "hidden") {
    return html`<p key=${topic.id}>${say("phone.mine.hidden")} <${Bdi}>${topic.reason}<//></p>`;
  }
  if (others === 0 && topic.from.length === 0 && topic.state !== "group") return null;
  const tail = others > 0 ? say("phone.mine.with_others", { count: others }) : "";
  const where = say(topic.state === "group" ? "phone.mine.in_group" : "phone.mine.in_topic");
  return html`<p key=${topic.id}>${where} <strong><${Bdi}>${topic.title}<//></strong> ${tail}</p>`;
}
