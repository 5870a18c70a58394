/** The agenda: the phases in order, the current one marked, and the button to the next one. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";
import { readStored, writeStored } from "../shared/storage.js";
import { plannedMinutes, nextPhase, PHASES } from "./phases.js";
import { Permissions } from "./permissions.js";
import { TimeboxPanel } from "./timebox_panel.js";

export function Agenda({ ui, view }) {
  const [noted, setNoted] = useState(readStored("minutes", {}));
  const [looking, setLooking] = useState(null);
  const next = nextPhase(view.phase);
  const at = PHASES.indexOf(view.phase);

  const note = (phase, minutes) => {
    const all = { ...noted, [phase]: minutes };
    setNoted(all);
    writeStored("minutes", all);
  };
  const begin = (phase, minutes) => {
    setLooking(null);
    const fields = minutes > 0 ? { phase, minutes } : { phase };
    ui.act("set_phase", fields, say("console.agenda.begun", { phase: say(`console.phase.${phase}`) }));
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
              <span class="minutes">${say("console.minutes_short", { count: plannedMinutes(phase, noted) })}</span>
            </button>
            ${open &&
            html`<${Start}
              phase=${phase}
              minutes=${plannedMinutes(phase, noted)}
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
      <${TimeboxPanel} ui=${ui} view=${view} planned=${plannedMinutes(view.phase, noted)} />
      <${Permissions} ui=${ui} view=${view} />
    </nav>
  `;
}

/** The form that begins a phase. Choosing a phase only opens it, so that no single press changes every screen. */
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
