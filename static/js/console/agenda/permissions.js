/** Switches for what participants may do now: the phase's default, or opened and closed by hand. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";

export const PERMISSIONS = ["contributions", "flags", "dots", "groups", "boards", "interest", "help", "contact"];

export function Permissions({ ui, view }) {
  const byHand = view.settings?.open ?? {};
  const set = (what, value) => ui.act("set_settings", { open: { [what]: value } });

  return html`
    <section class="permissions" aria-labelledby="permissions-title">
      <h2 id="permissions-title">${say("console.openings.label")}</h2>
      <ul>
        ${PERMISSIONS.map((what) => {
          const open = Boolean(view.open?.[what]);
          const mine = byHand[what] !== undefined && byHand[what] !== null;
          return html`<li key=${what} class=${open ? "is-open" : ""}>
            <button
              type="button"
              role="switch"
              class="switch"
              aria-checked=${open}
              onClick=${() => set(what, !open)}
            >
              <span class="knob" aria-hidden="true"></span>${say(`console.openings.${what}`)}
            </button>
            ${mine &&
            html`<button
              type="button"
              class="plain by-hand"
              onClick=${() => set(what, null)}
            >
              <${Icon} name="undo" />${say("console.openings.as_phase")}<span class="unseen">: ${say(`console.openings.${what}`)}</span>
            </button>`}
          </li>`;
        })}
      </ul>
    </section>
  `;
}
