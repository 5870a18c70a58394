/** What was done on the board, by whom and when; my own last act can be taken back from here. */

import { html } from "htm/preact";

import { language, say } from "../../shared/wording.js";
import { redoable, undoable } from "./undo_redo.js";

export function describe(row) {
  return say(`history.${row.kind}`, row.gaps);
}

function timeOf(at) {
  return new Date(at).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
}

export function History({ ui, view }) {
  const rows = view.history ?? [];
  const back = undoable(rows, ui.me);
  const again = redoable(rows, ui.me);
  return html`
    <section class="history" aria-labelledby="history-title">
      <h2 id="history-title">${say("console.history.label")}</h2>
      ${rows.length === 0 && html`<p class="aside">${say("console.history.empty")}</p>`}
      <ol tabindex="0" aria-labelledby="history-title">
        ${rows.map(
          (row) => html`<li key=${row.n} class=${row.state}>
            <p>
              <bdi>${describe(row)}</bdi>
              ${row.state !== "done" && html` <span class="unseen">${say("console.history.undone")}</span>`}
            </p>
            <p class="when">
              ${timeOf(row.at)} · ${say(row.by === ui.me ? "console.history.mine" : "console.history.other")}
              ${row === back &&
              html`<button type="button" class="plain" onClick=${() => undo(ui)}>${say("console.undo")}</button>`}
              ${row === again &&
              html`<button type="button" class="plain" onClick=${() => redo(ui)}>${say("console.redo")}</button>`}
            </p>
          </li>`,
        )}
      </ol>
    </section>
  `;
}

export async function undo(ui) {
  const row = undoable(ui.store.view?.history, ui.me);
  if (!row) return ui.announce(say("console.undo.nothing"), "refused");
  await ui.act("undo", {}, say("console.undo.done", { what: describe(row) }));
}

export async function redo(ui) {
  const row = redoable(ui.store.view?.history, ui.me);
  if (!row) return ui.announce(say("console.redo.nothing"), "refused");
  await ui.act("redo", {}, say("console.redo.done", { what: describe(row) }));
}
