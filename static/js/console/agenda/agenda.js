/** The agenda: the phases in order, the current one clear, one press to the next. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";
import { recall, remember } from "../shared/storage.js";
import { minutesOf, nextPhase, PHASES } from "./phases.js";
import { Openings } from "./permissions.js";
import { TimeboxPanel } from "./timebox_panel.js";

export function Agenda({ desk, view }) {
  const [noted, setNoted] = useState(recall("minutes", {}));
  const [looking, setLooking] = useState(null);
  const next = nextPhase(view.phase);
  const at = PHASES.indexOf(view.phase);

  const note = (phase, minutes) => {
    const all = { ...noted, [phase]: minutes };
    setNoted(all);
    remember("minutes", all);
  };
  const begin = (phase, minutes) => {
    setLooking(null);
    const fields = minutes > 0 ? { phase, minutes } : { phase };
    desk.act("set_phase", fields, say("console.agenda.begun", { phase: say(`console.phase.${phase}`) }));
  };

  return html`
    <nav class="agenda" aria-label=${say("console.agenda.label")}>
      <h2>${say("console.agenda.label")}</h2>
      <ol>
        ${PHASES.map((phase, i) => {
          const here = phase === view.phase;
          const open = looking === phase && !here;
          return html`<li key=${phase} class=${here ? "now" : i < at ? "past" : ""}>
            <button
              type="button"
              aria-current=${here ? "step" : undefined}
              aria-expanded=${here ? undefined : open}
              onClick=${() => setLooking(open || here ? null : phase)}
            >
              <span class="step">${i + 1}</span>
              <span class="name">${say(`console.phase.${phase}`)}</span>
              <span class="minutes">${say("console.minutes_short", { count: minutesOf(phase, noted) })}</span>
            </button>
            ${open &&
            html`<${Start}
              phase=${phase}
              minutes=${minutesOf(phase, noted)}
              note=${(minutes) => note(phase, minutes)}
              begin=${begin}
              onLeave=${() => setLooking(null)}
            />`}
          </li>`;
        })}
      </ol>
      ${next &&
      html`<button type="button" class="next" onClick=${() => setLooking(looking === next ? null : next)}>
        ${say("console.agenda.next", { phase: say(`console.phase.${next}`) })}
      </button>`}
      <${TimeboxPanel} desk=${desk} view=${view} planned=${minutesOf(view.phase, noted)} />
      <${Openings} desk=${desk} view=${view} />
    </nav>
  `;
}

/** Two presses to change what a hundred people see: one to look, one to begin. */
function Start({ phase, minutes, note, begin, onLeave }) {
  const onKeyDown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onLeave();
  };
  return html`
    <form
      class="start"
      onKeyDown=${onKeyDown}
      onSubmit=${(event) => {
        event.preventDefault();
        begin(phase, minutes);
      }}
    >
      <label>
        <input
          type="number"
          min="0"
          max="600"
          value=${minutes}
          onInput=${(event) => note(event.currentTarget.valueAsNumber)}
        />
        ${say("console.agenda.minutes")}
      </label>
      <button type="submit" class="strong" ref=${(button) => button?.dataset.seen || focusOnce(button)}>
        ${say("console.agenda.begin")}
      </button>
      ${minutes > 0 &&
      html`<button type="button" class="plain" onClick=${() => begin(phase, 0)}>${say("console.agenda.untimed")}</button>`}
      <${Icon} name="clock" />
    </form>
  `;
}

function focusOnce(button) {
  if (!button) return;
  button.dataset.seen = "yes";
  button.focus();
}
