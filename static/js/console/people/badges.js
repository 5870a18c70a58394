/** Badge codes: made, listed and printed. Each code is one participant on whatever device. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { qrCodeUrl, shortAddress } from "./addresses.js";
import { useRequest } from "../shared/use_request.js";
import { Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";
import { useShownBriefly } from "../shared/use_shown_briefly.js";

const MOST_AT_ONCE = 1_000;

export function Badges({ ui, view }) {
  const [count, setCount] = useState(20);
  const [printing, setPrinting] = useState(false);
  const [shown, setShown] = useShownBriefly();
  const { busy, refusal, ask, setRefusal } = useRequest(ui);
  const { made, used } = view.badges;
  const valid = Number.isInteger(count) && count >= 1 && count <= MOST_AT_ONCE;

  const make = async () => {
    if (!valid) return;
    const answer = await ask("make_badges", { count });
    if (answer.ok) ui.newBadgeCodes = [...ui.newBadgeCodes, ...answer.codes];
  };
  const print = async (codes) => {
    setPrinting(true);
    setRefusal("");
    try {
      await printSheet(ui, codes ?? (await unusedCodes()));
    } catch {
      setRefusal(say("console.unsent"));
    }
    setPrinting(false);
  };

  return html`
    <section class="badges" aria-labelledby="badges-title">
      <h3 id="badges-title">${say("console.badges.title")}</h3>
      <p class="aside">${say("console.badges.how")}</p>
      <div class="row">
        <input
          type="number"
          min="1"
          max=${MOST_AT_ONCE}
          aria-label=${say("console.badges.count")}
          value=${Number.isNaN(count) ? "" : count}
          onInput=${(event) => setCount(event.currentTarget.valueAsNumber)}
          onKeyDown=${(event) => event.key === "Enter" && make()}
        />
        <button type="button" class=${ui.newBadgeCodes.length ? "" : "strong"} disabled=${busy || !valid} onClick=${make}>
          <${Icon} name="plus" />${say("console.badges.make")}
        </button>
      </div>
      <p>${say("console.badges.made", { count: made, used })}</p>
      <div class="row">
        ${ui.newBadgeCodes.length > 0 &&
        html`<button type="button" class="strong" disabled=${printing} onClick=${() => print(ui.newBadgeCodes)}>
          <${Icon} name="print" />${say("console.badges.print_new", { count: ui.newBadgeCodes.length })}
        </button>`}
        ${ui.newBadgeCodes.length > 0 &&
        html`<button type="button" aria-expanded=${shown} onClick=${() => setShown(!shown)}>
          <${Icon} name=${shown ? "hide" : "eye"} />${say(shown ? "console.badges.hide_codes" : "console.badges.list_codes", { count: ui.newBadgeCodes.length })}
        </button>`}
        ${made > used &&
        html`<button type="button" disabled=${printing} onClick=${() => print(null)}>
          <${Icon} name="print" />${say("console.badges.print_unused", { count: made - used })}
        </button>`}
      </div>
      <${Refusal} text=${refusal} />
      ${shown &&
      html`<ul class="codes" tabindex="0" aria-label=${say("console.badges.codes")}>
        ${ui.newBadgeCodes.map((code) => html`<li key=${code}><code dir="ltr">${code}</code></li>`)}
      </ul>`}
    </section>
  `;
}

async function unusedCodes() {
  const answer = await fetch("/console/badges.json");
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()).codes;
}

/** Draw the slips, wait until every join code is there, then print; after that the slips go again. */
async function printSheet(ui, codes) {
  ui.set({ printedBadges: codes });
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const pictures = [...document.querySelectorAll(".print-sheet img")];
  await Promise.all(pictures.map((picture) => picture.decode()));
  window.addEventListener("afterprint", () => ui.set({ printedBadges: [] }), { once: true });
  window.print();
}

/** The slips to cut out; on paper alone, the screen never shows them. */
export function BadgeSheet({ codes, view }) {
  if (codes.length === 0) return null;
  return html`<section class="print-sheet" aria-hidden="true">
    <ul>
      ${codes.map(
        (code) => html`<li key=${code}>
          <img src=${qrCodeUrl(view.address, `&badge=${code}`)} alt="" />
          <div>
            <p class="slip-title"><bdi>${view.title}</bdi></p>
            <code dir="ltr">${code}</code>
            <p class="slip-address" dir="ltr">${shortAddress(view.address)}/b/${code}</p>
            <small>${say("console.badges.slip")}</small>
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}
