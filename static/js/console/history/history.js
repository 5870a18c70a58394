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

export function History({ desk, view }) {
  const rows = view.history ?? [];
  const back = undoable(rows, desk.me);
  const again = redoable(rows, desk.me);
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
              ${timeOf(row.at)} · ${say(row.by === desk.me ? "console.history.mine" : "console.history.other")}
              ${row === back &&
              html`<button type="button" class="plain" onClick=${() => undo(desk)}>${say("console.undo")}</button>`}
              ${row === again &&
              html`<button type="button" class="plain" onClick=${() => redo(desk)}>${say("console.redo")}</button>`}
            </p>
          </li>`,
        )}
      </ol>
    </section>
  `;
}

export async function undo(desk) {
  const row = undoable(desk.store.view?.history, desk.me);
  if (!row) return desk.tell(say("console.undo.nothing"), "refused");
  await desk.act("undo", {}, say("console.undo.done", { what: describe(row) }));
}

export async function redo(desk) {
  const row = redoable(desk.store.view?.history, desk.me);
  if (!row) return desk.tell(say("console.redo.nothing"), "refused");
  await desk.act("redo", {}, say("console.redo.done", { what: describe(row) }));
}
