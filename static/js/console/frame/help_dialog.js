/** The list of keyboard shortcuts, and the choice of this console's language. */

import { html } from "htm/preact";

import { bootstrap } from "../../shared/bootstrap.js";
import { fetchWording, language, say } from "../../shared/wording.js";
import { Dialog } from "../shared/dialog.js";

const KEYS = [
  [["ctrl", "Z"], "undo"],
  [["ctrl", "shift", "Z"], "redo"],
  [["arrows"], "walk"],
  [["space"], "choose"],
  [["enter"], "rename"],
  [["M"], "merge"],
  [["T"], "split"],
  [["G"], "group"],
  [["P"], "paper"],
  [["H"], "hide"],
  [["K"], "cards"],
  [["/"], "search"],
  [["Esc"], "clear"],
  [["1–9"], "parts"],
  [["A"], "take"],
  [["S"], "later"],
  [["X"], "never"],
];

const NAMED = new Set(["ctrl", "shift", "arrows", "space", "enter"]);

export function HelpDialog({ ui }) {
  return html`
    <${Dialog} title=${say("console.help.title")} onClose=${() => ui.closeDialog()}>
      <dl class="keys">
        ${KEYS.map(
          ([keys, what]) => html`<div key=${what}>
            <dt>${keys.map((key) => html`<kbd key=${key}>${NAMED.has(key) ? say(`console.key.${key}`) : key}</kbd> `)}</dt>
            <dd>${say(`console.help.${what}`)}</dd>
          </div>`,
        )}
      </dl>
      <p class="aside">${say("console.help.drag")}</p>
      ${bootstrap.languages?.length > 1 &&
      html`<label class="field">
        <span>${say("console.help.language")}</span>
        <select data-first onChange=${(event) => changeLanguage(event.currentTarget.value, ui)}>
          ${bootstrap.languages.map(
            ({ code, name }) => html`<option key=${code} value=${code} selected=${code === language()}>${name}</option>`,
          )}
        </select>
      </label>`}
    </${Dialog}>
  `;
}

async function changeLanguage(code, ui) {
  try {
    await fetchWording(code, "console");
    ui.set({ language: code });
  } catch {
    ui.announce(say("console.help.language_gone"), "refused");
  }
}
