/** The dialog of participants: their number, badge codes, and how a second facilitator gets in. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Dialog } from "../shared/dialog.js";
import { Badges } from "./badges.js";
import { SecondFacilitator } from "./second_facilitator.js";

export function PeopleDialog({ ui, view }) {
  return html`
    <${Dialog} size="wide" title=${say("console.people.title")} onClose=${() => ui.closeDialog()}>
      <div class="two">
        <div>
          <p class="big"><b>${view.participants}</b> ${say("console.arrive.in", { count: view.participants })}</p>
          <p class="big"><b>${view.connected}</b> ${say("console.people.connected", { count: view.connected })}</p>
          <p class="aside">${say("console.people.none_named")}</p>
          <${SecondFacilitator} view=${view} />
        </div>
        <${Badges} ui=${ui} view=${view} />
      </div>
    </${Dialog}>
  `;
}
