/** Which topics facilitators have open: this console reports its own and shows those of the others. */

import { html } from "htm/preact";
import { useEffect } from "preact/hooks";

import { say } from "../../shared/wording.js";

/** The topics that a dialog or a card being renamed has open. */
export function openTopics({ dialog, editing }) {
  if (editing) return [editing];
  return dialog?.topics ?? (dialog?.topic ? [dialog.topic] : []);
}

/** Topic id → number of another facilitator who has it open. */
export function othersByTopic(working, me) {
  const at = {};
  for (const { console, number, topics } of working ?? []) {
    if (console !== me) for (const id of topics) at[id] = number;
  }
  return at;
}

export function usePresence(ui, connected) {
  const ids = openTopics(ui.state).slice(0, 50);
  useEffect(() => {
    if (connected) ui.inquire("working", { topics: ids });
  }, [ids.join(" "), connected]);
}

/** A note in a dialog when another facilitator has one of its topics open, too. */
export function PresenceNote({ ui, view, topics }) {
  const at = othersByTopic(view.working, ui.me);
  const number = topics.map((id) => at[id]).find(Boolean);
  return number === undefined ? null : html`<p class="aside also" role="status">${say("console.working_too", { number })}</p>`;
}
