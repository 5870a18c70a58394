/** The laptop's addresses: how they are written, their QR codes, and the choice of the one phones are shown. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { bootstrap } from "../../shared/bootstrap.js";
import { say } from "../../shared/wording.js";
import { Refusal } from "../shared/dialog.js";

/** The address people type: without what a browser adds by itself. */
export function shortAddress(address) {
  return address.replace(/^http:\/\//, "").replace(/\/$/, "");
}

/** The picture of a join code; its name changes with the address, so that no old one is shown. */
export function qrCodeUrl(address, more = "") {
  return `/qr.svg?of=${encodeURIComponent(address)}${more}`;
}

/** The link for another facilitator, under the address that is shown now. */
export function consoleLink(link, address) {
  return new URL(new URL(link).search, new URL("console", address)).href;
}

/** Whether the laptop still has the address that everybody is shown. */
export const isOwnAddress = (view) => view.addresses.length === 0 || view.addresses.includes(view.address);

export function AddressChoice({ ui, view }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState("");
  const own = isOwnAddress(view);
  if (view.addresses.length < 2 && own) return null;
  const all = own ? view.addresses : [view.address, ...view.addresses];

  const choose = async (address) => {
    setBusy(true);
    setRefusal("");
    const answer = await chooseAddress(address);
    setBusy(false);
    if (answer.ok) ui.announce(say("console.address.chosen", { address: shortAddress(answer.address) }));
    else setRefusal(answer.message);
  };

  return html`
    <div class="address-choice">
      ${!own && html`<p class="refusal" role="alert">${say("console.address.lost")}</p>`}
      <label>
        <span>${say("console.address.choose")}</span>
        <select disabled=${busy} value=${view.address} onChange=${(event) => choose(event.currentTarget.value)}>
          ${all.map(
            (address) => html`<option key=${address} value=${address} selected=${address === view.address}>${shortAddress(address)}</option>`,
          )}
        </select>
      </label>
      <${Refusal} text=${refusal} />
    </div>
  `;
}

async function chooseAddress(address) {
  try {
    const answer = await fetch("/console/address", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": bootstrap.csrf_token },
      body: JSON.stringify({ address }),
    });
    return await answer.json();
  } catch {
    return { ok: false, message: say("console.unsent") };
  }
}
