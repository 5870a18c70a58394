/** Choosing a language: at once where the browser's is none of ours, always from the head. */
import { html } from "htm/preact";

import { bootstrap } from "../../shared/bootstrap.js";
import { language, say, speak } from "../../shared/wording.js";
import { Sheet } from "./sheet.js";

/** Whether the languages of this browser leave open which of ours is wanted. */
export function isUnclear(wanted, known, cookie) {
  if (/(^|;\s*)language=/.test(cookie)) return false;
  const codes = known.map((entry) => entry.code.split("-")[0]);
  return !wanted.some((code) => codes.includes(code.toLowerCase().split("-")[0]));
}

/** Speak another language from now on, also after a reload; the server hears of it, too. */
export async function choose(ui, code) {
  if (!(await speak(code, { cookie: "language", path: "/" }))) return false;
  if (ui.connection && ui.view) ui.act("set_language", { language: code });
  return true;
}

export function LanguageButtons({ ui, onChosen }) {
  const pick = async (code) => {
    await choose(ui, code);
    onChosen();
  };
  return html`
    <ul class="choices">
      ${bootstrap.languages.map(
        ({ code, name, dir }) => html`<li key=${code}>
          <button type="button" class="choice" lang=${code} dir=${dir} aria-pressed=${code === language()} onClick=${() => pick(code)}>
            ${name}
          </button>
        </li>`,
      )}
    </ul>
  `;
}

export function LanguageSheet({ ui }) {
  return html`
    <${Sheet} ui=${ui} title=${say("phone.language.title")}>
      <${LanguageButtons} ui=${ui} onChosen=${() => ui.set({ sheet: null })} />
    <//>
  `;
}

/** The first page for those whose browser speaks none of our languages. */
export function LanguagePage({ ui, onChosen }) {
  return html`
    <main class="entry-page">
      <h1>${bootstrap.languages.map(({ code }) => html`<span lang=${code} key=${code}>${greeting(code)}</span>`)}</h1>
      <${LanguageButtons} ui=${ui} onChosen=${onChosen} />
    </main>
  `;
}

/** "Welcome" in a language, if this page has it; the names of the languages say the rest. */
function greeting(code) {
  return code === language() ? say("phone.language.greeting") : "";
}
