/** The dialog of downloads, of erasing board contacts, and of sealing, which cannot be undone. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { useRequest } from "../shared/use_request.js";
import { BoardContacts } from "../groups/board_contacts.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";

const FILES = [
  ["harvest", "/export.zip"],
  ["contacts", "/contacts.csv"],
  ["cloud_png", "/cloud.png"],
  ["cloud_svg", "/cloud.svg"],
];

export function TakeHomeDialog({ ui, view }) {
  return html`
    <${Dialog} title=${say("console.take.title")} onClose=${() => ui.closeDialog()}>
      <ul class="files">
        ${FILES.map(
          ([name, address], i) => html`<li key=${name}>
            <a class="file" href=${address} download data-first=${i === 0 || undefined}>
              <${Icon} name="take" />
              <span><b>${say(`console.take.${name}`)}</b><small>${say(`console.take.${name}_what`)}</small></span>
            </a>
          </li>`,
        )}
      </ul>
      <${BoardContacts} ui=${ui} view=${view} />
      <${Sealing} ui=${ui} view=${view} />
    </${Dialog}>
  `;
}

function Sealing({ ui, view }) {
  const [sure, setSure] = useState(false);
  const { busy, refusal, ask } = useRequest(ui);

  const seal = async () => {
    const answer = await ask("seal", {});
    if (answer.ok) ui.announce(say("console.seal.done"));
  };
  if (view.sealed) {
    return html`<section class="seal"><h3>${say("console.seal.title")}</h3><p>${say("console.seal.is_sealed")}</p></section>`;
  }
  return html`
    <section class="seal">
      <h3>${say("console.seal.title")}</h3>
      <p>${say("console.seal.what")}</p>
      <label class="option">
        <input type="checkbox" checked=${sure} onChange=${(event) => setSure(event.currentTarget.checked)} />
        ${say("console.seal.sure")}
      </label>
      <button type="button" disabled=${!sure || busy} onClick=${seal}>
        <${Icon} name="key" />${say("console.seal.do")}
      </button>
      <${Refusal} text=${refusal} />
    </section>
  `;
}
