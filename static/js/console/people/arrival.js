/** The workspace of the welcome phase: how people come in, who is here, and what is still to prepare. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { AddressChoice, qrCodeUrl, shortAddress } from "./addresses.js";
import { Icon } from "../shared/icons.js";

export function Arrival({ ui, view }) {
  return html`
    <section class="pane arrive" aria-label=${say("console.tab.arrive")}>
      <div class="join-card">
        <img src=${qrCodeUrl(view.address)} width="240" height="240" alt=${say("console.arrive.qr")} />
        <div>
          <p class="aside">${say("console.arrive.address")}</p>
          <p class="address" dir="ltr">${shortAddress(view.address)}</p>
          <p class="big"><b>${view.participants}</b> ${say("console.arrive.in", { count: view.participants })}</p>
          <p class="aside">${say("console.arrive.connected", { count: view.connected })}</p>
          <${AddressChoice} ui=${ui} view=${view} />
        </div>
      </div>
      <div class="ready">
        <h2>${say("console.arrive.ready")}</h2>
        <ul>
          ${checks(view).map(
            ([name, done, dialog]) => html`<li key=${name} class=${done ? "done" : ""}>
              <span class="state" aria-hidden="true">${done && html`<${Icon} name="check" />`}</span>
              <span>
                ${say(`console.ready.${name}`)}
                <span class="unseen">${say(done ? "console.ready.is_done" : "console.ready.not_done")}</span>
              </span>
              <button type="button" class="plain" onClick=${() => ui.openDialog(dialog)}>
                ${say(done ? "console.ready.look" : "console.ready.do")}<span class="unseen">: ${say(`console.ready.${name}`)}</span>
              </button>
            </li>`,
          )}
        </ul>
        <p>
          <button type="button" class="link" onClick=${() => ui.openDialog("doctor")}>${say("console.doctor.title")}</button>
        </p>
        <p class="aside">${say("console.arrive.second")}${" "}
          <button type="button" class="link" onClick=${() => ui.openDialog("people")}>${say("console.people.second")}</button>
        </p>
      </div>
    </section>
  `;
}

/** What makes a day go well, each with whether it is done and the dialog that does it. */
function checks(view) {
  return [
    ["title", view.title !== "" && view.title !== "Open-Sozial", "settings"],
    ["questions", view.questions.length > 0, "settings"],
    ["help_tasks", (view.help_tasks ?? []).length > 0, "settings"],
    ["supporters", view.supporters.length > 0, "supporters"],
    ["badges", (view.badges?.made ?? 0) > 0, "people"],
  ];
}
