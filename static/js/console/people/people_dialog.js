/** The dialog of participants: their number, badge codes, and how a second facilitator gets in. */

import { html } from "htm/preact";

import { bootstrap } from "../../shared/bootstrap.js";
import { say } from "../../shared/wording.js";
import { qrCodeUrl, consoleLink } from "./addresses.js";
import { Badges } from "./badges.js";
import { Dialog } from "../shared/dialog.js";

export function PeopleDialog({ ui, view }) {
  return html`
    <${Dialog} size="wide" title=${say("console.people.title")} onClose=${() => ui.closeDialog()}>
      <div class="two">
        <div>
          <p class="big"><b>${view.participants}</b> ${say("console.arrive.in", { count: view.participants })}</p>
          <p class="big"><b>${view.connected}</b> ${say("console.people.connected", { count: view.connected })}</p>
          <p class="aside">${say("console.people.none_named")}</p>
          <${Second} view=${view} />
        </div>
        <${Badges} ui=${ui} view=${view} />
      </div>
    </${Dialog}>
  `;
}

function Second({ view }) {
  const link = consoleLink(bootstrap.console_link, view.address);
  if (!link) {
    return html`<section class="subsection second-facilitator">
      <h3>${say("console.people.second")}</h3>
      <p>${say("console.people.second_key")}</p>
      <p class="address small" dir="ltr">${location.origin}/console</p>
    </section>`;
  }
  return html`<section class="subsection second-facilitator">
    <h3>${say("console.people.second")}</h3>
    <img src=${qrCodeUrl(view.address, "&for=console")} width="170" height="170" alt=${say("console.people.second_qr")} />
    <p class="address small" dir="ltr">${link}</p>
    <p class="aside">${say("console.people.second_secret")}</p>
  </section>`;
}
