/** After sending: similar contributions of others, and a question where the own one is vague. */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";

const ASK_AFTER_MS = [1_500, 2_500, 5_000]; // suggestions follow the board within a second or two
const SHOWN = 3;

export function Echoes({ ui, id, text }) {
  const [heard, setHeard] = useState(null);
  const [skipped, setSkipped] = useState(false);
  useEffect(() => {
    let timer;
    const ask = ([pause, ...more]) => {
      timer = setTimeout(async () => {
        const answer = await ui.inquire("echoes", { contribution: id });
        if (answer?.ready) setHeard(answer);
        else if (more.length && timer) ask(more);
      }, pause);
    };
    ask(ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      timer = 0;
    };
  }, []);
  if (!heard) return null;
  const { texts, vague } = heard;
  const reword = () => {
    setSkipped(true);
    ui.setDraft(`contribution:${id}`, { text });
  };
  return html`<div class="echoes" role="status">
    ${vague && !skipped
      ? html`<p><b>${say("phone.echo.question")}</b> ${say("phone.echo.hint")}</p>
          <div class="row">
            <button type="button" onClick=${reword}>${say("phone.echo.reword")}</button>
            <button type="button" class="quiet" onClick=${() => setSkipped(true)}>${say("phone.echo.skip")}</button>
          </div>`
      : null}
    ${texts.length
      ? html`<p>${say("phone.echo.others", { count: texts.length })}</p>
          <ul>
            ${texts.slice(0, SHOWN).map((other) => html`<li key=${other}><${Bdi}>${other}<//></li>`)}
          </ul>`
      : null}
  </div>`;
}
