/** The timebox of the running phase: remaining time, buttons to extend, end or start it. */

import { html } from "htm/preact";

import { serverNow } from "../../shared/timebox.js";
import { say } from "../../shared/wording.js";
import { minutesWithMore } from "./phases.js";
import { Countdown } from "./countdown.js";

export function TimeboxPanel({ ui, view, planned }) {
  const { phase, phase_ends_at: endsAt } = view;
  const run = (minutes) => ui.act("set_phase", minutes > 0 ? { phase, minutes } : { phase });
  const more = (minutes) => run(minutesWithMore(endsAt, serverNow(), minutes));

  return html`
    <section class="timebox" aria-label=${say("console.timebox.label")}>
      <${Countdown} endsAt=${endsAt} />
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
