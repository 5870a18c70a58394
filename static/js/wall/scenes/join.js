import { html } from "htm/preact";
import { useRef } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { useShrink } from "../fitting/shrinking.js";
import { UserText } from "../fitting/user_text.js";
import { addressOf, longestWord, sizeForTitle } from "../frame/address.js";

/** Welcome: how to come in, and how many are in already. */
export function Join({ view }) {
  const words = useRef(null);
  const title = view.title || say("wall.untitled");
  useShrink(words, title);
  const size = { "--size": sizeForTitle(title), "--longest": longestWord(title) };
  return html`
    <section class="scene join">
      <div class="join-words" ref=${words}>
        <p class="welcome">${say("wall.join.welcome")}</p>
        <h1 style=${size}><${UserText} text=${title} /></h1>
        <ol class="join-steps">
          <li>${say("wall.join.network")}</li>
          <li>${say("wall.join.scan")}</li>
          <li>${say("wall.join.language")}</li>
        </ol>
        <p class=${`join-count ${view.participants ? "" : "nobody"}`} role="status">
          <strong>${view.participants}</strong>
          <span>${say("wall.join.in", { count: view.participants })}</span>
        </p>
      </div>
      <${Code} address=${addressOf(view)} />
    </section>
  `;
}

function Code({ address }) {
  return html`
    <div class="join-code">
      <img src=${`/qr.svg?of=${encodeURIComponent(address)}`} alt=${say("wall.qr_alt")} />
      ${address
        ? html`<p class="join-address">
            <span>${say("wall.join.type")}</span>
            <strong dir="ltr" style=${{ "--letters": [...address].length }}>${address}</strong>
          </p>`
        : null}
    </div>
  `;
}
