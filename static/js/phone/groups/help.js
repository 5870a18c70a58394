/** Offering help: choosing tasks, and changing the choice as long as help is open. */
import { html } from "htm/preact";

import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";
import { lastPending } from "../state/pending.js";
import { Closed, Heading, Outcome, Problems } from "../frame/components.js";

export function Help({ ui, view }) {
  const waits = lastPending(ui.pending, "offer_help");
  const offered = waits ? waits.message.tasks : view.me.help;
  const chosen = ui.draft("help") ?? offered;
  const changed = chosen.length !== offered.length || chosen.some((task) => !offered.includes(task));
  const turn = (task) => ui.setDraft("help", chosen.includes(task) ? chosen.filter((other) => other !== task) : [...chosen, task]);
  const send = (event) => {
    event.preventDefault();
    ui.setDraft("help", null);
    ui.act("offer_help", { tasks: chosen.filter((task) => view.help_tasks.includes(task)) });
  };
  return html`
    <form onSubmit=${send}>
      <${Heading} lead=${say("phone.help.lead")}>${say("phone.part.help")}<//>
      ${view.open.help ? null : html`<${Closed}>${say("refusal.closed_help")}<//>`}
      <fieldset class="card checks" disabled=${!view.open.help}>
        <legend class="unseen">${say("phone.part.help")}</legend>
        ${view.help_tasks.map(
          (task) => html`<label class="check" key=${task}>
            <input type="checkbox" checked=${chosen.includes(task)} onChange=${() => turn(task)} />
            <span><${Bdi}>${task}<//></span>
          </label>`,
        )}
      </fieldset>
      <${Problems} ui=${ui} place="offer_help" />
      ${changed
        ? html`<button type="submit" class="main">${say(chosen.length ? "phone.help.send" : "phone.help.none")}</button>`
        : offered.length || (waits && !waits.sent)
          ? html`<${Outcome} ui=${ui} act=${waits}>${say("phone.help.thanks")}<//>`
          : null}
    </form>
  `;
}
