import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { addressOf } from "./address.js";

/** The join code for late-comers, beside any scene. */
export function Corner({ view }) {
  const address = addressOf(view);
  return html`
    <aside class="corner">
      <p>${say("wall.corner.in")}</p>
      <img src=${`/qr.svg?of=${encodeURIComponent(address)}`} alt=${say("wall.qr_alt")} />
      ${address
        ? html`<strong dir="ltr" style=${{ "--letters": [...address].length }}>${address}</strong>`
        : null}
    </aside>
  `;
}
