/** The top of the page: the phase, the minutes left, who acts, and the buttons for language and people. */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { minutesLeft } from "../../shared/timebox.js";
import { Bdi } from "../../shared/text.js";
import { language, say } from "../../shared/wording.js";
import { nameOf } from "../people/people_sheet.js";

const REDRAW_EVERY_MS = 5_000;

export function Header({ ui, view }) {
  return html`
    <header class="top">
      <div class="top-line">
        <div class="where">
          <h1>${say(`phone.phase.${view.phase}`)}</h1>
          <${Timebox} endsAt=${view.phase_ends_at} />
        </div>
        <button type="button" class="top-button" onClick=${() => ui.set({ sheet: "language" })}>
          <span class="unseen">${say("phone.language.choose")}</span>
          <span aria-hidden="true" class="code">${language().split("-")[0].toUpperCase()}</span>
        </button>
        ${ui.kiosk
          ? null
          : html`<button type="button" class="top-button" onClick=${() => ui.set({ sheet: "people" })}>
              <span class="unseen">${say("phone.people.title")}</span>
              <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="9" cy="8" r="4" /><path d="M2 20c0-4 3-7 7-7s7 3 7 7M16 4.5a4 4 0 0 1 0 7M18 13.6c2.4.9 4 3.4 4 6.4" /></svg>
            </button>`}
      </div>
      ${ui.people.list.length > 1 ? html`<${Acting} ui=${ui} />` : null}
    </header>
  `;
}

/** Who acts, wherever more than one person uses this phone. */
function Acting({ ui }) {
  const { acting, list } = ui.people;
  const self = acting === list[0];
  return html`
    <div class=${self ? "acting" : "acting other"}>
      <p>
        ${say(self ? "phone.people.acting_self" : "phone.people.acting_for")}${" "}
        ${self ? null : html`<strong><${Bdi}>${nameOf(ui, acting)}<//></strong>`}
      </p>
      <button type="button" onClick=${() => ui.set({ sheet: "people" })}>${say("phone.people.switch")}</button>
    </div>
  `;
}

/** How long this phase still takes: a quiet sentence, no alarm at its end. */
function Timebox({ endsAt }) {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!endsAt) return undefined;
    const timer = setInterval(() => redraw((n) => n + 1), REDRAW_EVERY_MS);
    return () => clearInterval(timer);
  }, [endsAt]);
  const minutes = minutesLeft(endsAt);
  if (minutes === null) return null;
  return html`<p class="timebox">${minutes === 0 ? say("phone.time.over") : say("phone.time.left", { count: minutes })}</p>`;
}
