/** The end of the day: what stayed open, a hand to lend, a way to stay in touch. */
import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { OpenEnds } from "./open_ends.js";
import { Heading } from "../frame/components.js";

export function Close({ desk, view }) {
  return html`
    <section>
      <${Heading} lead=${say("phone.close.lead")}>${say("phone.close.title")}<//>
      <div class="two-ways">
        ${view.open.help && view.help_tasks.length ? html`<${Way} desk=${desk} part="help" done=${view.me.help.length > 0} />` : null}
        ${view.open.contact || view.me.has_contact || view.me.board_contact ? html`<${Way} desk=${desk} part="contact" done=${view.me.has_contact} />` : null}
      </div>
      <${OpenEnds} desk=${desk} view=${view} inside />
    </section>
  `;
}

function Way({ desk, part, done }) {
  return html`
    <button type="button" class="way" onClick=${() => desk.put({ part })}>
      <strong>${say(`phone.part.${part}`)}</strong><span>${say(done ? `phone.${part}.done_short` : `phone.${part}.short`)}</span>
    </button>
  `;
}
