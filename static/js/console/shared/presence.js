/** Who works on what: this console says what it has open, and shows what others have. */

import { html } from "htm/preact";
import { useEffect } from "preact/hooks";

import { say } from "../../shared/wording.js";

/** The topics that a dialog or a card being renamed has open. */
export function openTopics({ dialog, editing }) {
  if (editing) return [editing];
  return dialog?.topics ?? (dialog?.topic ? [dialog.topic] : []);
}

/** Topic id → number of another facilitator who has it open. */
export function othersAt(working, me) {
  const at = {};
  for (const { console, number, topics } of working ?? []) {
    if (console !== me) for (const id of topics) at[id] = number;
  }
  return at;
}

export function useWorking(desk, connected) {
  const ids = openTopics(desk.ui).slice(0, 50);
  useEffect(() => {
    if (connected) desk.inquire("working", { topics: ids });
  }, [ids.join(" "), connected]);
}

/** In a dialog: a kind word when somebody else has one of these topics open, too. */
export function AlsoWorking({ desk, view, topics }) {
  const at = othersAt(view.working, desk.me);
  const number = topics.map((id) => at[id]).find(Boolean);
  return number === undefined ? null : html`<p class="aside also" role="status">${say("console.working_too", { number })}</p>`;
}
