/** The running time: how much is left, a little more, or none at all. */

import { html } from "htm/preact";

import { serverNow } from "../../shared/timebox.js";
import { say } from "../../shared/wording.js";
import { extended } from "./phases.js";
import { Remaining } from "./countdown.js";

export function TimeboxPanel({ desk, view, planned }) {
  const { phase, phase_ends_at: endsAt } = view;
  const run = (minutes) => desk.act("set_phase", minutes > 0 ? { phase, minutes } : { phase });
  const more = (minutes) => run(extended(endsAt, serverNow(), minutes));

  return html`
    <section class="timebox" aria-label=${say("console.timebox.label")}>
      <${Remaining} endsAt=${endsAt} />
      <div class="row">
        ${endsAt
          ? html`
              ${[1, 5, 10].map(
                (minutes) => html`<button
                  type="button"
                  key=${minutes}
                  aria-label=${say("console.timebox.more_label", { count: minutes })}
                  onClick=${() => more(minutes)}
                >
                  <bdi dir="ltr">+${minutes}</bdi>
                </button>`,
              )}
              <button type="button" class="plain" onClick=${() => run(0)}>${say("console.timebox.stop")}</button>
            `
          : html`<button type="button" onClick=${() => run(planned || 10)}>
              ${say("console.timebox.start", { count: planned || 10 })}
            </button>`}
      </div>
    </section>
  `;
}
