/** The top bar: title, connection, participants, undo and redo, buttons of the dialogs. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { describe, redo, undo } from "../history/history.js";
import { Icon } from "../shared/icons.js";
import { redoable, undoable } from "../history/undo_redo.js";
import { Connection } from "./connection_status.js";

const TOOLS = [
  ["settings", "gear"],
  ["supporters", "group"],
  ["people", "people"],
  ["take_home", "take"],
  ["help", "question"],
];

export function Topbar({ ui, view, status }) {
  const back = undoable(view.history, ui.me);
  const again = redoable(view.history, ui.me);
  return html`
    <header class="topbar">
      <h1><bdi>${view.title}</bdi></h1>
      <${Connection} status=${status} unanswered=${ui.state.unanswered} overdue=${ui.state.overdue} />
      <button type="button" class="plain count" onClick=${() => ui.openDialog("people")}>
        <${Icon} name="people" />
        <span><b>${view.connected}</b> ${say("console.top.connected", { total: view.participants, count: view.participants })}</span>
      </button>
      <div class="undo-redo" role="group" aria-label=${say("console.history.label")}>
        <button
          type="button"
          disabled=${!back}
          title="${say("console.undo")} (${say("console.key.ctrl")}+Z)"
          onClick=${() => undo(ui)}
        >
          <${Icon} name="undo" />
          <span class="what">
            <b>${say("console.undo")}</b>
            <small><bdi>${back ? describe(back) : say("console.undo.nothing_yet")}</bdi></small>
          </span>
        </button>
        <button
          type="button"
          class="redo"
          disabled=${!again}
          title=${again ? `${say("console.redo")}: ${describe(again)} (${say("console.key.ctrl")}+${say("console.key.shift")}+Z)` : say("console.redo")}
          aria-label=${again ? `${say("console.redo")}: ${describe(again)}` : say("console.redo")}
          onClick=${() => redo(ui)}
        >
          <${Icon} name="redo" /><span class="word">${say("console.redo")}</span>
        </button>
      </div>
      <nav class="tools" aria-label=${say("console.tools.label")}>
        ${TOOLS.map(
          ([name, icon]) => html`<button type="button" class="plain" key=${name} onClick=${() => ui.openDialog(name)}>
            <${Icon} name=${icon} /><span>${say(`console.tools.${name}`)}</span>
          </button>`,
        )}
      </nav>
    </header>
  `;
}
