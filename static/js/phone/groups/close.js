/** The phase "close": open ends, offering help, leaving contact data. */
import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { OpenEnds } from "./open_ends.js";
import { Heading } from "../frame/components.js";

export function Close({ ui, view }) {
  return html`
    <section>
      <${Heading} lead=${say("phone.close.lead")}>${say("phone.close.title")}<//>
      <div class="two-ways">
        ${view.open.help && view.help_tasks.length ? html`<${Way} ui=${ui} part="help" done=${view.me.help.length > 0} />` : null}
        ${view.open.contact || view.me.has_contact || view.me.board_contact ? html`<${Way} ui=${ui} part="contact" done=${view.me.has_contact} />` : null}
      </div>
      <${OpenEnds} ui=${ui} view=${view} inside />
    </section>
  `;
}

function Way({ ui, part, done }) {
  return html`
    <button type="button" class="way" onClick=${() => ui.set({ part })}>
      <strong>${say(`phone.part.${part}`)}</strong><span>${say(done ? `phone.${part}.done_short` : `phone.${part}.short`)}</span>
    </button>
  `;
}
