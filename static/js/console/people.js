/** Who is in; badges for those without a phone; the door for a second facilitator. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { boot } from "../shared/boot.js";
import { say } from "../shared/wording.js";
import { useAsking } from "./asking.js";
import { Dialog, Refusal } from "./dialog.js";

export function PeopleDialog({ desk, view }) {
  return html`
    <${Dialog} size="wide" title=${say("console.people.title")} onClose=${() => desk.close()}>
      <div class="two">
        <div>
          <p class="big"><b>${view.participants}</b> ${say("console.arrive.in", { count: view.participants })}</p>
          <p class="big"><b>${view.connected}</b> ${say("console.people.connected", { count: view.connected })}</p>
          <p class="aside">${say("console.people.none_named")}</p>
          <${Second} />
        </div>
        <${Badges} desk=${desk} view=${view} />
      </div>
    </${Dialog}>
  `;
}

function Second() {
  if (!boot.console_link) {
    return html`<section class="second">
      <h3>${say("console.people.second")}</h3>
      <p>${say("console.people.second_key")}</p>
      <p class="address small" dir="ltr">${location.origin}/console</p>
    </section>`;
  }
  return html`<section class="second">
    <h3>${say("console.people.second")}</h3>
    <img src="/qr.svg?for=console" width="170" height="170" alt=${say("console.people.second_qr")} />
    <p class="address small" dir="ltr">${boot.console_link}</p>
    <p class="aside">${say("console.people.second_secret")}</p>
  </section>`;
}

function Badges({ desk, view }) {
  const [count, setCount] = useState(20);
  const [codes, setCodes] = useState(desk.codes);
  const { busy, refusal, ask } = useAsking(desk);
  const { made, used } = view.badges ?? { made: 0, used: 0 };

  const make = async () => {
    if (!Number.isInteger(count) || count < 1) return;
    const answer = await ask("make_badges", { count });
    if (!answer.ok) return;
    desk.codes = [...desk.codes, ...answer.codes];
    setCodes(desk.codes);
  };

  return html`
    <section class="badges">
      <h3>${say("console.badges.title")}</h3>
      <p class="aside">${say("console.badges.how")}</p>
      <p>${say("console.badges.made", { count: made, used })}</p>
      <div class="row">
        <input
          type="number"
          min="1"
          max="1000"
          aria-label=${say("console.badges.count")}
          value=${Number.isNaN(count) ? "" : count}
          onInput=${(event) => setCount(event.currentTarget.valueAsNumber)}
          onKeyDown=${(event) => event.key === "Enter" && make()}
        />
        <button type="button" class="strong" disabled=${busy || !(count >= 1)} onClick=${make}>
          ${say("console.badges.make")}
        </button>
        ${codes.length > 0 &&
        html`<button type="button" onClick=${() => window.print()}>${say("console.badges.print")}</button>`}
      </div>
      <${Refusal} text=${refusal} />
      ${codes.length > 0 &&
      html`<p class="aside">${say("console.badges.once")}</p>
        <ul class="codes" tabindex="0" aria-label=${say("console.badges.codes")}>
          ${codes.map((code) => html`<li key=${code}><code dir="ltr">${code}</code></li>`)}
        </ul>`}
    </section>
  `;
}

/** The slips to cut out; on paper alone, the screen never shows them. */
export function BadgeSheet({ codes, title }) {
  return html`<section class="print-sheet" aria-hidden="true">
    <ul>
      ${codes.map(
        (code) => html`<li key=${code}>
          <p><bdi>${title}</bdi></p>
          <code dir="ltr">${code}</code>
          <p dir="ltr">${boot.address}b/${code}</p>
          <small>${say("console.badges.slip")}</small>
        </li>`,
      )}
    </ul>
  </section>`;
}
