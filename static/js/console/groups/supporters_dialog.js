/** The dialog of the roster: moderators, cooperation partners and networks that can support a group. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { typedLine } from "../../shared/typed_text.js";
import { say } from "../../shared/wording.js";
import { pastedRoster, rosterFields } from "./roster.js";
import { useRequest } from "../shared/use_request.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";

const KINDS = ["moderator", "partner", "network"];

let rowsMade = 0;
const blankRow = () => ({ row: `new-${(rowsMade += 1)}`, name: "", kind: "moderator", note: "" });
const isBlank = (row) => row.name.trim() === "" && row.note.trim() === "";
const withBlank = (rows) => (rows.length && isBlank(rows[rows.length - 1]) ? rows : [...rows, blankRow()]);

export function SupportersDialog({ ui, view }) {
  const [rows, setRows] = useState(() => ui.draft("supporters") ?? withBlank(rowsOf(view.supporters)));
  const { busy, refusal, ask } = useRequest(ui);

  const keepRows = (next) => {
    setRows(next);
    ui.keepDraft("supporters", next);
  };
  const change = (row, patch) => {
    keepRows(withBlank(rows.map((one) => (one.row === row ? { ...one, ...patch } : one))));
  };
  /** Pasted rows follow the one they were pasted into, which goes if it was empty. */
  const paste = (event, row) => {
    const pasted = pastedRoster(event.clipboardData?.getData("text/plain") ?? "", {
      kinds: Object.fromEntries(KINDS.map((kind) => [kind, say(`console.supporter.${kind}`)])),
      heading: say("console.supporters.name"),
    });
    if (!pasted) return;
    event.preventDefault();
    const at = rows.indexOf(row) + 1;
    const before = rows.slice(0, at).filter((one) => one !== row || !isBlank(row));
    keepRows(withBlank([...before, ...pasted.map((fields) => ({ ...blankRow(), ...fields })), ...rows.slice(at)]));
  };
  const leave = () => {
    if (JSON.stringify(rosterFields(rows)) === JSON.stringify(rosterFields(rowsOf(view.supporters)))) {
      ui.keepDraft("supporters", null);
    }
    ui.closeDialog();
  };
  const save = async () => {
    if (busy) return;
    const answer = await ask("set_supporters", { supporters: rosterFields(rows) });
    if (!answer.ok) return;
    ui.keepDraft("supporters", null);
    ui.closeDialog();
    ui.announce(say("console.supporters.done", { count: rosterFields(rows).length }));
  };

  return html`
    <${Dialog}
      size="wide"
      title=${say("console.supporters.title")}
      onClose=${leave}
      onSubmit=${save}
      footer=${html`
        <p class="effect">${say("console.supporters.count", { count: rosterFields(rows).length })}</p>
        <button type="button" class="plain" onClick=${leave}>${say("console.cancel")}</button>
        <button type="submit" class="strong" disabled=${busy}>${say("console.save")}</button>
      `}
    >
      <p class="aside">${say("console.supporters.how")}</p>
      <table class="roster">
        <thead>
          <tr>
            <th scope="col">${say("console.supporters.name")} <small>${say("console.seen_by.everyone")}</small></th>
            <th scope="col">${say("console.supporters.kind")}</th>
            <th scope="col">${say("console.supporters.note")} <small>${say("console.seen_by.facilitators")}</small></th>
            <th><span class="unseen">${say("console.supporters.remove")}</span></th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row, i) => html`<tr key=${row.row}>
              <td><input type="text" dir="auto" maxlength="120" data-first=${i === rows.length - 1 || undefined} aria-label=${say("console.supporters.name")} value=${row.name} onPaste=${(e) => paste(e, row)} onInput=${(e) => change(row.row, { name: typedLine(e.currentTarget.value) })} /></td>
              <td>
                <select aria-label=${say("console.supporters.kind")} value=${row.kind} onChange=${(e) => change(row.row, { kind: e.currentTarget.value })}>
                  ${KINDS.map((kind) => html`<option key=${kind} value=${kind} selected=${kind === row.kind}>${say(`console.supporter.${kind}`)}</option>`)}
                </select>
              </td>
              <td><input type="text" dir="auto" maxlength="280" aria-label=${say("console.supporters.note")} value=${row.note} onInput=${(e) => change(row.row, { note: typedLine(e.currentTarget.value) })} /></td>
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
