/** The dialog of the roster: moderators, cooperation partners and networks that can support a group. */

import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { useRequest } from "../shared/use_request.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";

const KINDS = ["moderator", "partner", "network"];

/** Rows as `set_supporters` wants them; rows without a name are no rows. */
export function rosterOf(rows) {
  return rows
    .filter((row) => row.name.trim() !== "")
    .map(({ id, name, kind, note }) => ({
      ...(id ? { id } : {}),
      name: name.trim(),
      kind,
      ...(note.trim() ? { note: note.trim() } : {}),
    }));
}

export function SupportersDialog({ ui, view }) {
  const made = useRef(0);
  const blank = () => ({ row: `new-${(made.current += 1)}`, name: "", kind: "moderator", note: "" });
  const [rows, setRows] = useState(() => ui.draft("supporters") ?? [...rowsOf(view.supporters), blank()]);
  const { busy, refusal, ask } = useRequest(ui);

  const keepRows = (next) => {
    setRows(next);
    ui.keepDraft("supporters", next);
  };
  const change = (row, patch) => {
    const next = rows.map((one) => (one.row === row ? { ...one, ...patch } : one));
    keepRows(next.at(-1).name.trim() === "" ? next : [...next, { ...blank(), row: `new-${Date.now()}` }]);
  };
  const leave = () => {
    if (JSON.stringify(rosterOf(rows)) === JSON.stringify(rosterOf(rowsOf(view.supporters)))) {
      ui.keepDraft("supporters", null);
    }
    ui.closeDialog();
  };
  const save = async () => {
    if (busy) return;
    const answer = await ask("set_supporters", { supporters: rosterOf(rows) });
    if (!answer.ok) return;
    ui.keepDraft("supporters", null);
    ui.closeDialog();
    ui.announce(say("console.supporters.done", { count: rosterOf(rows).length }));
  };

  return html`
    <${Dialog}
      size="wide"
      title=${say("console.supporters.title")}
      onClose=${leave}
      onSubmit=${save}
      footer=${html`
        <p class="effect">${say("console.supporters.count", { count: rosterOf(rows).length })}</p>
        <button type="button" class="plain" onClick=${leave}>${say("console.cancel")}</button>
        <button type="submit" class="strong" disabled=${busy}>${say("console.save")}</button>
      `}
    >
      <p class="aside">${say("console.supporters.how")}</p>
      <table class="roster">
        <thead>
          <tr>
            <th scope="col">${say("console.supporters.name")}</th>
            <th scope="col">${say("console.supporters.kind")}</th>
            <th scope="col">${say("console.supporters.note")}</th>
            <th><span class="unseen">${say("console.supporters.remove")}</span></th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row, i) => html`<tr key=${row.row}>
              <td><input type="text" dir="auto" maxlength="120" data-first=${i === rows.length - 1 || undefined} aria-label=${say("console.supporters.name")} value=${row.name} onInput=${(e) => change(row.row, { name: e.currentTarget.value })} /></td>
              <td>
                <select aria-label=${say("console.supporters.kind")} value=${row.kind} onChange=${(e) => change(row.row, { kind: e.currentTarget.value })}>
                  ${KINDS.map((kind) => html`<option key=${kind} value=${kind} selected=${kind === row.kind}>${say(`console.supporter.${kind}`)}</option>`)}
                </select>
              </td>
              <td><input type="text" dir="auto" maxlength="280" aria-label=${say("console.supporters.note")} value=${row.note} onInput=${(e) => change(row.row, { note: e.currentTarget.value })} /></td>
              <td>
                ${i < rows.length - 1 &&
                html`<button type="button" class="plain" onClick=${() => keepRows(rows.filter((one) => one !== row))}>
                  <${Icon} name="cross" /><span class="unseen">${say("console.supporters.remove")} <bdi>${row.name}</bdi></span>
                </button>`}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
      <${Refusal} text=${refusal} />
    </${Dialog}>
  `;
}

function rowsOf(supporters) {
  return supporters.map(({ id, name, kind, note }) => ({ row: id, id, name, kind, note: note ?? "" }));
}
