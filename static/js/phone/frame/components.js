/** Small components that several parts of the phone use. */
import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { colourOf } from "../../shared/colour.js";
import { Bdi, lengthOf } from "../../shared/text.js";
import { hasVisible, typedLine, typedText } from "../../shared/typed_text.js";
import { say } from "../../shared/wording.js";

export const CONTRIBUTION_MAX = 280;
export const TITLE_MAX = 120;
export const BOARD_MAX = 2_000;
const COUNT_FROM_LEFT = 60;
const TINTS = 5;

/** The class that gives a topic the colour it has on the wall. */
export const tintOf = (id) => `tint-${colourOf(id, TINTS)}`;

/** A text field with its label above it; it counts once its bound comes near. */
export function Field({ label, hint, value, onInput, max, rows = 3, one = false, ...more }) {
  const left = max === undefined ? null : max - lengthOf(value);
  const input = ({ currentTarget }) => onInput((one ? typedLine : typedText)(currentTarget.value));
  return html`
    <label class="field">
      <span class="field-label">${label}</span>
      ${hint ? html`<span class="hint">${hint}</span>` : null}
      ${one
        ? html`<input dir="auto" value=${value} onInput=${input} autocomplete="off" ...${more} />`
        : html`<textarea dir="auto" rows=${rows} value=${value} onInput=${input} ...${more}></textarea>`}
      ${left !== null && left <= Math.min(COUNT_FROM_LEFT, max / 3)
        ? html`<span class=${left < 0 ? "counter over" : "counter"} role="status">
            ${left < 0 ? say("phone.field.over", { count: -left }) : say("phone.field.left", { count: left })}
          </span>`
        : null}
      ${value.trim() && !hasVisible(value) ? html`<span class="counter over" role="status">${say("phone.field.invisible")}</span>` : null}
    </label>
  `;
}

/** Whether a text may be sent as it is: there is something to be read, and it fits. */
export const isSendable = (text, max) => hasVisible(text) && lengthOf(text) <= max;

/** A button that asks once more, in words, before it does what cannot be undone lightly. */
export function Confirmed({ label, question, yes, no, onYes, quiet = true }) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return html`<button type="button" class=${quiet ? "quiet" : ""} onClick=${() => setAsking(true)}>${label}</button>`;
  }
  const answer = (act) => {
    setAsking(false);
    act?.();
  };
  return html`
    <div class="confirm" role="group" aria-label=${question}>
      <p>${question}</p>
      <button type="button" class="warm" onClick=${() => answer(onYes)}>${yes}</button>
      <button type="button" onClick=${() => answer()}>${no}</button>
    </div>
  `;
}

/** What was refused at a place, with the text kept. `onEdit(problem)` takes the text up again. */
export function Problems({ ui, place, onEdit }) {
  return ui.results.atPlace(place).map((problem) => html`<${Problem} key=${problem.id} ui=${ui} problem=${problem} onEdit=${onEdit} />`);
}

export function Problem({ ui, problem, onEdit, onGo }) {
  const take = () => {
    ui.results.dismiss(problem.id);
    onEdit(problem);
  };
  return html`
    <div class="problem" role="alert">
      <p>${problem.sentence || say("phone.problem.not_sent")}</p>
      ${problem.text ? html`<blockquote><${Bdi}>${problem.text}<//></blockquote>` : null}
      <div class="row">
        ${problem.text && onEdit ? html`<button type="button" onClick=${take}>${say("phone.problem.edit")}</button>` : null}
        ${onGo ? html`<button type="button" onClick=${onGo}>${say("phone.notices.look")}</button>` : null}
        <button type="button" class="quiet" onClick=${() => ui.results.dismiss(problem.id)}>${say("phone.problem.close")}</button>
      </div>
    </div>
  `;
}

/** One sentence that says why something is not possible now. */
export function Closed({ children }) {
  return html`<p class="closed">${children}</p>`;
}

/** Says that an act waits: for its answer, or for the Wi-Fi. */
export function Waits({ ui }) {
  const { connected } = ui.connection.link.status;
  const why = connected ? (ui.overdue ? "overdue" : "sending") : "wifi";
  return html`<p class="waits">${say(`phone.waits.${why}`)}</p>`;
}

/** What is said of an act: that it waits, and only once the server has it, the good news. */
export function Outcome({ ui, act, children }) {
  return act && !act.sent ? html`<${Waits} ui=${ui} />` : html`<p class="thanks" role="status">${children}</p>`;
}

export function Heading({ children, lead }) {
  return html`<header class="heading"><h2>${children}</h2>${lead ? html`<p>${lead}</p>` : null}</header>`;
}

/** A few sentences in their order. */
export function Steps({ keys }) {
  return html`<ol class="steps">${keys.map((key) => html`<li key=${key}>${say(key)}</li>`)}</ol>`;
}
