/** How a second facilitator gets in. The key is fetched when somebody asks for it, and shown briefly. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";
import { useShownBriefly } from "../shared/use_shown_briefly.js";
import { consoleLink, qrCodeUrl } from "./addresses.js";

export function SecondFacilitator({ view }) {
  const [shown, setShown] = useShownBriefly();
  const [link, setLink] = useState(null);
  const [refusal, setRefusal] = useState("");

  const show = async () => {
    setRefusal("");
    try {
      setLink(await fetchLink());
      setShown(true);
    } catch {
      setRefusal(say("console.unsent"));
    }
  };
  return html`
    <section class="subsection second-facilitator">
      <h3>${say("console.people.second")}</h3>
      <p>${say("console.people.second_how")}</p>
      <button type="button" aria-expanded=${shown} onClick=${shown ? () => setShown(false) : show}>
        <${Icon} name=${shown ? "hide" : "key"} />${say(shown ? "console.people.hide_key" : "console.people.show_key")}
      </button>
      ${shown &&
      html`
        <img src=${qrCodeUrl(view.address, "&for=console")} width="170" height="170" alt=${say("console.people.second_qr")} />
        <p class="address small" dir="ltr">${consoleLink(link, view.address)}</p>
        <p class="aside">${say("console.people.second_secret")}</p>
      `}
      <${Refusal} text=${refusal} />
    </section>
  `;
}

async function fetchLink() {
  const answer = await fetch("/console/link.json");
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()).link;
}
