/** Who is in; badges for those without a phone; the door for a second facilitator. */

import { html } from "htm/preact";

import { boot } from "../../shared/bootstrap.js";
import { say } from "../../shared/wording.js";
import { codeSource, consoleLink } from "./addresses.js";
import { Badges } from "./badges.js";
import { Dialog } from "../shared/dialog.js";

export function PeopleDialog({ desk, view }) {
  return html`
    <${Dialog} size="wide" title=${say("console.people.title")} onClose=${() => desk.close()}>
      <div class="two">
        <div>
          <p class="big"><b>${view.participants}</b> ${say("console.arrive.in", { count: view.participants })}</p>
          <p class="big"><b>${view.connected}</b> ${say("console.people.connected", { count: view.connected })}</p>
          <p class="aside">${say("console.people.none_named")}</p>
          <${Second} view=${view} />
        </div>
        <${Badges} desk=${desk} view=${view} />
      </div>
    </${Dialog}>
  `;
}

function Second({ view }) {
  const link = consoleLink(boot.console_link, view.address);
  if (!link) {
    return html`<section class="second">
      <h3>${say("console.people.second")}</h3>
      <p>${say("console.people.second_key")}</p>
      <p class="address small" dir="ltr">${location.origin}/console</p>
    </section>`;
  }
  return html`<section class="second">
    <h3>${say("console.people.second")}</h3>
    <img src=${codeSource(view.address, "&for=console")} width="170" height="170" alt=${say("console.people.second_qr")} />
    <p class="address small" dir="ltr">${link}</p>
    <p class="aside">${say("console.people.second_secret")}</p>
  </section>`;
}
