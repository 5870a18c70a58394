/** The group's board: one field at a time; two people writing the same field lose nothing. */
import { html } from "htm/preact";

import { BOARD_TEXTS, MEETING_FIELDS, boardText, fieldText, wireForm } from "../../shared/groups/board_text.js";
import { Bdi, lengthOf } from "../../shared/text.js";
import { tableLabel } from "../../shared/groups/table_label.js";
import { hasVisible } from "../../shared/typed_text.js";
import { say } from "../../shared/wording.js";
import { Groups } from "./groups.js";
import { saysHowToReach } from "./reachable.js";
import { lastPending } from "../state/pending.js";
import { BOARD_MAX, Closed, Field, Heading, Problems, Waits } from "../frame/components.js";

const FIELDS = [...BOARD_TEXTS.slice(0, -1), ...MEETING_FIELDS, "contact"];
const INPUTS = { meeting_date: { type: "date" }, meeting_time: { type: "time" }, meeting_place: {} };

export function Board({ ui, view }) {
  const group = view.groups[view.me.group];
  if (!group) return html`<${Groups} ui=${ui} view=${view} />`;
  const filled = BOARD_TEXTS.filter((field) => boardText(group.board, field)).length;
  return html`
    <section>
      <${Heading} lead=${say("phone.board.lead")}>${say("phone.part.board")}<//>
      <p class="board-of"><strong><${Bdi}>${group.title}<//></strong>
        ${group.table ? html`<span><${Bdi}>${tableLabel(group.table)}<//></span>` : null}
        <span>${say("phone.board.filled", { count: filled, all: BOARD_TEXTS.length })}</span></p>
      ${view.open.boards ? null : html`<${Closed}>${say("refusal.closed_boards")}<//>`}
      <ul class="list">
        ${FIELDS.map((field) => html`<li key=${field}><${BoardField} ui=${ui} group=${group} field=${field} open=${view.open.boards} /></li>`)}
      </ul>
    </section>
  `;
}

function BoardField({ ui, group, field, open }) {
  const place = `board:${group.id}:${field}`;
  const { value, base } = group.board[field];
  const draft = ui.draft(place);
  const saving = lastPending(ui.pending, "write_board", (message) => message.group === group.id && message.field === field);
  const shown = saving ? saving.message.value : value;
  const begin = (text) =>
    ui.setDraft(place, saving && !saving.sent ? { text, base: saving.message.base, after: saving.message.id } : { text, base });
  return html`
    <article class=${draft ? "card board-field writing" : "card board-field"}>
      <h3>${say(`phone.board.${field}`)}</h3>
      ${ui.results.wasMerged(place) ? html`<${Merged} ui=${ui} place=${place} field=${field} />` : null}
      ${draft ? null : shown ? html`<p class="text"><${Written} field=${field} value=${shown} /></p>` : html`<p class="hint">${say(`phone.board.${field}_ask`)}</p>`}
      ${saving && !saving.sent ? html`<${Waits} ui=${ui} />` : null}
      <${Problems} ui=${ui} place=${place} onEdit=${(problem) => ui.setDraft(place, { text: problem.text, base: problem.base ?? base })} />
      ${draft
        ? html`<${Writing} ui=${ui} group=${group} field=${field} place=${place} draft=${draft} busy=${Boolean(saving && !saving.sent)} />`
        : open
          ? html`<button type="button" onClick=${() => begin(shown)}>${say(shown ? "phone.board.change" : "phone.board.write")}</button>`
          : null}
    </article>
  `;
}

/** Typing a field. What others write meanwhile is shown above and never touches what is typed. */
function Writing({ ui, group, field, place, draft, busy }) {
  const now = group.board[field];
  const othersWrote = !draft.after && now.base !== draft.base && now.value;
  const save = (event) => {
    event.preventDefault();
    if (busy || lengthOf(draft.text) > BOARD_MAX) return;
    const value = wireForm(field, draft.text);
    ui.setDraft(place, null);
    ui.results.forgetMerged(place);
    ui.act("write_board", { group: group.id, field, value, base: draft.base });
  };
  return html`
    <form onSubmit=${save}>
      ${othersWrote
        ? html`<div class="others" role="status">
            <p>${say("phone.board.others")}</p>
            <blockquote><${Written} field=${field} value=${now.value} /></blockquote>
            ${isMoment(field) ? null : html`<p class="hint">${say("phone.board.both_will_stand")}</p>`}
          </div>`
        : null}
      <${Field}
        label=${say(INPUTS[field] ? "phone.board.your_entry" : "phone.board.your_text")}
        one=${Boolean(INPUTS[field])}
        ...${INPUTS[field]}
        hint=${say(`phone.board.${field}_ask`)}
        value=${draft.text}
        onInput=${(text) => ui.setDraft(place, { ...draft, text })}
        max=${BOARD_MAX}
        rows=${6}
      />
      ${field === "contact" && hasVisible(draft.text) && !saysHowToReach(draft.text)
        ? html`<p class="hint" role="status">${say("phone.board.contact_how")}</p>`
        : null}
      <div class="row">
        <button type="submit" class="main" disabled=${busy || lengthOf(draft.text) > BOARD_MAX}>${say("phone.save")}</button>
        <button type="button" class="quiet" onClick=${() => ui.setDraft(place, null)}>${say("phone.cancel")}</button>
      </div>
    </form>
  `;
}

/** What stands in a field: people's words in their own direction, a date in that of the page. */
function Written({ field, value }) {
  return isMoment(field) ? fieldText(field, value) : html`<${Bdi}>${value}<//>`;
}

/** Of two dates only one can stand: the other is kept in the text on the meeting. */
const isMoment = (field) => Boolean(INPUTS[field]?.type);

function Merged({ ui, place, field }) {
  return html`
    <div class="others" role="status">
      <p>${say(isMoment(field) ? "phone.board.merged_moment" : "phone.board.merged")}</p>
      <button type="button" class="quiet" onClick=${() => ui.results.forgetMerged(place)}>${say("phone.notices.understood")}</button>
    </div>
  `;
}
